// Digital post that nobody reads: its time runs out, it is printed, the printer says so, and its sender sees it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startProgramWithClock } from './program.mjs';
import { citizen, sendLetter } from './sender.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const day = 24 * 60 * 60 * 1000;
const fixedHolidays = ['01-01', '05-01', '05-17', '12-25', '12-26'];

/** Ten in the morning, two weeks from now or soon after, on a day that is a working day in every year. */
function morningInTwoWeeks() {
  const morning = new Date(Date.now() + 14 * day);
  morning.setUTCHours(9, 0, 0, 0);
  // No movable holiday falls on a Tuesday or a Wednesday.
  while (![2, 3].includes(morning.getUTCDay()) || fixedHolidays.includes(morning.toISOString().slice(5, 10))) {
    morning.setUTCDate(morning.getUTCDate() + 1);
  }
  return morning;
}

let program;
let browser;
let folder;
before(async () => {
  program = await startProgramWithClock();
  browser = await launch();
  folder = join(program.data, 'print');
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const told = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** What the printer finds in its folder: the run that the letter is in. */
function runWith(id) {
  const lists = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return lists.map(told).find(({ letters }) => letters.some((letter) => letter.id === id));
}

/** What comes true while the program works in the background. */
async function inTime(what, found) {
  const limit = Date.now() + 20_000;
  while (!found() && Date.now() < limit) {
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  assert.ok(found(), what);
  return found();
}

async function onThePage(person, path, work) {
  const visit = await visitor(browser, program.address, { storage: await logIn(browser, program.address, person) });
  await visit.open(path);
  await work(visit.page);
  assert.deepEqual(visit.complaints, []);
  await visit.close();
}

test('a letter that nobody reads is printed when its time is out, and everybody sees it', async () => {
  const title = `Vedtak om støttekontakt ${Date.now()}`;
  const letter = await sendLetter(program.address, title);
  await letter.reaches('VARSLET');
  await onThePage(citizen, '/mailbox', (page) => page.getByRole('link', { name: title }).waitFor());

  const morning = morningInTwoWeeks();
  program.toTime(morning);
  await letter.reaches('SENDT_PRINT');
  const run = await inTime('the letter lies in the folder', () => runWith(letter.id));
  const book = readFileSync(join(folder, run.file));
  assert.equal(createHash('sha256').update(book).digest('hex'), run.sha256);

  writeFileSync(join(folder, 'receipts', `${run.run}.json`), JSON.stringify({ run: run.run, letters: [{ id: letter.id, outcome: 'printed' }] }));
  program.toTime(new Date(morning.getTime() + day / 24));
  await letter.reaches('PRINTET');
  await inTime('what is on paper lies in the folder no longer', () => !existsSync(join(folder, run.file)));

  await onThePage('Jorunn Meløysund', '/outbox', async (page) => {
    await page.getByRole('link', { name: title }).click();
    await page.getByText('Skrevet ut og lagt i posten').waitFor();
  });
  await onThePage("KS' sekretariat", '/print-runs', async (page) => {
    await page.getByRole('row', { name: run.run }).getByText('Skrevet ut').waitFor();
  });
});
