// Rules of procedure are facts that an administrator keeps: a new profile counts from its day, and what was decided before stands under its own rules.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clerk } from './clerk.mjs';
import { startProgram } from './program.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

let program;
let browser;
let visit;
let administrator;
before(async () => {
  program = await startProgram();
  browser = await launch();
  visit = await visitor(browser, program.address, { storage: await logIn(browser, program.address, 'sekretariat') });
  administrator = clerk(visit, program.address, 'rules');
});
after(async () => {
  await visit?.close();
  await browser?.close();
  await program?.stop();
});

const told = async (path) => (await fetch(program.address + path)).json();

test('an administrator adds a profile that counts from a day', async () => {
  await administrator.go('/rule-profiles/new');
  await administrator.fill({
    Kjennetegn: 'UTVALG-21', 'Navn på bokmål': 'Utvalg med tre ukers varsel', 'Navn på nynorsk': 'Utval med tre vekers varsel',
    'Gjelder fra': tomorrow, 'Bygger på': 'Reglement for utvalg (oppdiktet)', 'Vedtatt av': 'Landstinget (oppdiktet)',
    'Dager mellom innkalling og møte, minst': '21', 'Dager mellom sakspapirer og møte, minst': '14',
  });
  await administrator.press('Lagre');
  const profile = await told('/rule-profiles/UTVALG-21.json');
  assert.equal(profile.versions[0].validFrom, tomorrow);
  assert.equal(profile.versions[0].isInForce, false, 'its day has not come');
  assert.match(await visit.page.locator('main').innerText(), /Gjelder ikke ennå/);
  assert.equal(profile.versions[0].rules.noticeDaysMin, 21);
  await administrator.picture('profile');
});

test('a body follows it from that day, and what was decided before still verifies under the rules of its own day', async () => {
  const { decisions } = await told('/decisions.json');
  const decided = decisions.find(({ body }) => body.name === 'Hovedstyret');
  const verdict = async () => {
    const file = join(program.data, 'decision.json');
    writeFileSync(file, Buffer.from(await (await fetch(`${program.address}${decided.url}/record`)).arrayBuffer()));
    return spawnSync(process.env.SAMBAND_PROGRAM, ['verify', '--offline', file], { encoding: 'utf8' });
  };
  const before = await verdict();
  assert.equal(before.status, 0, before.stdout + before.stderr);

  await administrator.go('/bodies/hovedstyret/rules/new');
  await administrator.fill({ 'Gjelder fra': tomorrow, 'Vedtatt av': 'Landstinget (oppdiktet)', 'Følger regelprofil': 'Utvalg med tre ukers varsel (UTVALG-21)' });
  await administrator.press('Lagre');
  await administrator.picture('body');

  const afterwards = await verdict();
  assert.equal(afterwards.status, 0, afterwards.stdout + afterwards.stderr);
  assert.equal(afterwards.stdout, before.stdout, 'the same record, under the same rules');
  assert.deepEqual(visit.complaints, []);
});
