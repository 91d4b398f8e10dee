// The main job: a case is announced, passes three bodies, stands in published minutes, and proves itself afterwards.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clerk } from './clerk.mjs';
import { calendarFaults, feedFaults } from './formats.mjs';
import { announce, callMeeting, conclude, openMeeting, publish, recordDissent, voteByCount, voteByName, voteOnProposal, voteUnanimously } from './meeting_steps.mjs';
import { startProgramWithClock } from './program.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const secretariat = "KS' sekretariat";

// Each body meets so many days after the case is announced; the rules of each ask for at least a week between.
const path = [
  { body: 'Kommunedirektørutvalget', called: 9, days: 10, chair: 'Ragnar Tolleivstad', vote: voteUnanimously, outcome: 'Vedtatt' },
  { body: 'Hovedstyret', called: 9, days: 24, chair: 'Gudrun Vikesland', vote: voteByName, isPolitical: true, outcome: 'Vedtatt' },
  { body: 'Landstinget', called: 20, days: 80, chair: 'Gudrun Vikesland', vote: voteByCount, isPolitical: true, outcome: 'Vedtatt' },
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
    address = await announce(secretary, original, path);
  });
  for (const stop of path) {
    let meeting = '';
    await onDay(stop.days - stop.called, secretariat, async (secretary) => {
      meeting = await callMeeting(secretary, stop, original.title);
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

async function hold(secretary, { body, outcome, vote }, meeting) {
  await openMeeting(secretary, meeting);
  const treatment = await voteOnProposal(secretary, vote, body);
  if (body === 'Hovedstyret') {
    await recordDissent(secretary, 'Kommunene bør få vite mer om kostnadene før arbeidet begynner.');
    await secretary.go(treatment);
  }
  await conclude(secretary, outcome);
}
