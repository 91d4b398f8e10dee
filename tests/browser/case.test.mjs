// The main job: a case is announced, passes three bodies, stands in published minutes, and proves itself afterwards.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clerk } from './clerk.mjs';
import { calendarFaults, feedFaults } from './formats.mjs';
import { startProgramWithClock } from './program.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const secretariat = "KS' sekretariat";
const dayMs = 24 * 60 * 60 * 1000;
const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });
const dayIn = (days) => inOslo.format(new Date(Date.now() + days * dayMs));

// Each body meets so many days after the case is announced; the rules of each ask for at least a week between.
const path = [
  { body: 'Kommunedirektørutvalget', called: 9, days: 10, chair: 'Ragnar Tolleivstad', vote: unanimous, outcome: 'Vedtatt' },
  { body: 'Hovedstyret', called: 9, days: 24, chair: 'Gudrun Vikesland', vote: byName, outcome: 'Vedtatt' },
  { body: 'Landstinget', called: 20, days: 80, chair: 'Gudrun Vikesland', vote: byCount, outcome: 'Vedtatt' },
];

let program;
let browser;
before(async () => {
  program = await startProgramWithClock();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The calendar is turned, and somebody logs in on that day: yesterday's session is not tomorrow's. */
async function onDay(days, person, work) {
  program.toDay(days);
  const visit = await visitor(browser, program.address, { storage: await logIn(browser, program.address, person) });
  await work(clerk(visit, program.address));
  assert.deepEqual(visit.complaints, []);
  await visit.close();
}

let address = '';
const meetings = [];

test('the case of 2019 goes through three bodies once more', async () => {
  const original = await (await fetch(`${program.address}/cases/19-03109.json`)).json();
  await onDay(0, secretariat, async (secretary) => {
    address = await announce(secretary, original);
  });
  for (const stop of path) {
    let meeting = '';
    await onDay(stop.days - stop.called, secretariat, async (secretary) => {
      meeting = await call(secretary, stop, original.title);
    });
    meetings.push(meeting);
    await onDay(stop.days, secretariat, async (secretary) => {
      await hold(secretary, stop, meeting);
    });
    await onDay(stop.days, stop.chair, async (chair) => {
      await publish(chair, stop, meeting);
    });
    await onDay(stop.days + 1, secretariat, async (secretary) => {
      await secretary.go(address);
      await secretary.press(stop === path.at(-1) ? 'Avslutt behandlingen' : 'Send til neste organ');
    });
  }
  await onDay(path.at(-1).days + 30, secretariat, async (secretary) => {
    await secretary.go(address);
    await secretary.follow('Følg opp vedtaket');
    await secretary.fill({ 'Hva som ble gjort': 'Rådet er oppnevnt og har hatt sitt første møte.' });
    await secretary.press('Lagre');
    await secretary.picture('fulgt-opp');
  });
});

test('anybody reads the outcome and the minutes of all three bodies', async () => {
  const matter = await (await fetch(`${program.address}${address}.json`)).json();
  assert.equal(matter.state, 'followed_up');
  assert.deepEqual(matter.steps.map(({ body, outcome }) => [body.name, outcome]), path.map(({ body }) => [body, 'adopted']));
  assert.equal(matter.steps[1].dissents.length, 1, 'the dissent of Hovedstyret stands with the case');
  const visit = await visitor(browser, program.address);
  for (const meeting of meetings) {
    const answer = await visit.open(`${meeting}/minutes`);
    assert.equal(answer.status(), 200, meeting);
    assert.match(await visit.page.locator('main').innerText(), /Publisert/);
    assert.ok((await visit.page.locator('main').innerText()).includes(matter.title));
  }
  assert.deepEqual(visit.complaints, []);
  await visit.close();
});

test('its feeds and calendars are valid and tell of it', async () => {
  const { number } = await (await fetch(`${program.address}${address}.json`)).json();
  for (const feed of [`${address}.atom`, '/cases.atom', '/bodies/landstinget.atom']) {
    const text = await (await fetch(program.address + feed)).text();
    assert.deepEqual(await feedFaults(browser, text), [], feed);
    assert.ok(text.includes(number), `${feed} does not tell of ${number}`);
  }
  for (const calendar of ['/calendar.ics', '/bodies/landstinget.ics', ...meetings.map((meeting) => `${meeting}.ics`)]) {
    const text = await (await fetch(program.address + calendar)).text();
    assert.deepEqual(calendarFaults(text), [], calendar);
  }
});

test('its file proves itself alone, and a changed byte is found', async () => {
  const file = join(program.data, 'case.json');
  const bytes = Buffer.from(await (await fetch(`${program.address}${address}/export.json`)).arrayBuffer());
  const verdict = (content) => {
    writeFileSync(file, content);
    return spawnSync(process.env.SAMBAND_PROGRAM, ['verify', '--offline', file], { encoding: 'utf8' });
  };
  const whole = verdict(bytes);
  assert.equal(whole.status, 0, whole.stdout + whole.stderr);
  for (const place of [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => Math.floor(bytes.length * share))) {
    const changed = Buffer.from(bytes);
    changed[place] ^= 1;
    assert.equal(verdict(changed).status, 1, `a changed byte at ${place} of ${bytes.length} went unseen`);
  }
});

async function announce(secretary, original) {
  await secretary.go('/cases');
  await secretary.follow('Planlegg en sak');
  await secretary.fill({
    'Tittel': original.title, 'Sammendrag': original.summary, 'Saken er av sentral strategisk betydning': true,
    ...Object.fromEntries(original.points.map((point, index) => [`Punkt ${index + 1}`, point])),
    ...Object.fromEntries(path.map(({ body }, index) => [`Organ ${index + 1}`, body])),
    ...Object.fromEntries(path.map(({ days }, index) => [`Planlagt møtedato #${index + 1}`, dayIn(days)])),
    'Fremmet for': 'Hovedstyret', 'Hvem 1': 'Hele kommunal sektor',
  });
  await secretary.press('Planlegg saken');
  await secretary.picture('planlagt');
  await secretary.follow('Varsle dem saken gjelder');
  await secretary.press('Send varsel');
  await secretary.press('Start forberedelsen');
  return new URL(secretary.page.url()).pathname;
}

async function call(secretary, { body, days }, title) {
  await secretary.go('/meetings');
  await secretary.follow('Planlegg møte');
  await secretary.fill({ 'Organ': body, 'Starter': `${dayIn(days)}T10:00`, 'Slutter': `${dayIn(days)}T12:00`, 'Sted': 'Oslo' });
  await secretary.press('Planlegg møte');
  const meeting = new URL(secretary.page.url()).pathname;
  await secretary.follow('Endre sakslisten');
  const choice = await secretary.page.locator('option', { hasText: title }).first().innerText();
  await secretary.fill({ 'Type sak': 'Sak', 'Sak': choice });
  await secretary.press('Sett opp saken');
  await secretary.go(meeting);
  await secretary.follow('Send innkalling');
  await secretary.press('Send innkalling');
  await secretary.picture('innkalt');
  return meeting;
}

async function hold(secretary, { body, outcome, vote }, meeting) {
  await secretary.go(meeting);
  await secretary.follow('Åpne møtet');
  await secretary.tickAll('Til stede i rommet');
  await secretary.press('Åpne møtet');
  await secretary.follow('Behandle saken');
  const treatment = new URL(secretary.page.url()).pathname;
  await secretary.follow('Stem over forslaget');
  await vote(secretary);
  await secretary.picture(`stemt-${body}`);
  await secretary.go(treatment);
  if (body === 'Hovedstyret') {
    await dissent(secretary);
    await secretary.go(treatment);
  }
  await secretary.fill({ 'Utfall': outcome });
  await secretary.press('Før utfallet');
  await secretary.press('Hev møtet');
  await secretary.press('Lag utkast til protokoll');
}

/** The chair approves, signs and publishes: the minutes are then what happened. */
async function publish(chair, { body }, meeting) {
  await chair.go('/me');
  const role = chair.page.getByRole('row', { name: `leder, ${body}` });
  if (!(await role.innerText()).includes('I bruk nå')) {
    await chair.press('Bruk denne rollen', { within: role });
  }
  await chair.go(`${meeting}/minutes`);
  await chair.press('Godkjenn protokollen');
  await chair.press('Signer protokollen');
  await chair.press('Publiser protokollen');
  await chair.picture(`protokoll-${body}`);
}

async function unanimous(secretary) {
  await secretary.unfold('Enstemmig');
  await secretary.press('Lagre som enstemmig');
}

async function byName(secretary) {
  await secretary.page.getByRole('radio', { name: /: For$/ }).evaluateAll((choices) => choices.forEach((choice) => choice.click()));
  await secretary.page.getByRole('radio', { name: /: Mot$/ }).last().check();
  await secretary.press('Lagre stemmene');
}

async function dissent(secretary) {
  await secretary.unfold('Før en særmerknad');
  const [member] = await secretary.choices('Fra');
  await secretary.fill({ 'Fra': member, 'Særmerknad': 'Kommunene bør få vite mer om kostnadene før arbeidet begynner.' });
  await secretary.press('Før en særmerknad');
}

/** Everybody who is present but two votes for, one votes against, and one blank. */
async function byCount(secretary) {
  const voters = await secretary.page.getByRole('table', { name: 'Navn for navn' }).getByRole('row').count() - 1;
  await secretary.unfold('Ved telling');
  await secretary.fill({ 'For': String(voters - 2), 'Mot': '1', 'Blank': '1' });
  await secretary.press('Lagre tellingen');
}
