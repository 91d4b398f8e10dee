// Reading another person's post: by a power of attorney that is given, accepted and used, and as their guardian.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startProgram } from './program.mjs';
import { citizen, sendLetter } from './sender.mjs';
import { accessibilityFaults, launch, logIn, takePicture, tooWide, visitor } from './visitor.mjs';

const helper = { name: 'Sivert Brattlien', number: '02916910072' };
const ward = { name: 'Gudrun Eksempelstad', number: '03918312063' };

let program;
let browser;
before(async () => {
  mkdirSync('output/acting', { recursive: true });
  program = await startProgram();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function loggedIn(person) {
  return visitor(browser, program.address, { storage: await logIn(browser, program.address, person) });
}

/** The page as it stands, on a desk and on a phone: nothing for axe, nothing that sticks out, no number of anybody. */
async function isInOrder({ page }, name) {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await accessibilityFaults(page), [], `${name} at ${width} px`);
    assert.deepEqual(await tooWide(page), [], `${name} at ${width} px`);
    await takePicture(page, `output/acting/${name}-${width}.png`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const shown = await page.locator('body').innerText();
  for (const { number } of [helper, ward]) {
    assert.ok(!shown.includes(number) && !page.url().includes(number), `a number on ${name}`);
  }
}

test('a power of attorney is given, accepted and used, and its giver sees what was read', async () => {
  const title = `Vedtak om støttekontakt ${Date.now()}`;
  const letter = await sendLetter(program.address, title, { kunDigitalLevering: true });
  await letter.reaches('VARSLET');

  const giver = await loggedIn(citizen);
  await giver.open('/delegations/new');
  await giver.page.getByLabel('Fødselsnummeret til den som får fullmakten').fill(helper.number);
  await giver.page.getByLabel('Navnet til den som får fullmakten').fill('Sivert, naboen min');
  const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  await giver.page.getByLabel('Til og med').fill(nextYear);
  await giver.page.getByLabel('Brev fra alle avsendere').check();
  await giver.page.getByRole('button', { name: 'Gi fullmakten' }).click();
  await giver.page.getByText('Venter på svar').waitFor();

  const reader = await loggedIn(helper.name);
  await reader.open('/mailbox');
  await reader.page.getByRole('link', { name: `Svar på fullmakten fra ${citizen}` }).click();
  await isInOrder(reader, 'delegation-offered');
  await reader.page.getByRole('button', { name: 'Ta imot fullmakten' }).click();
  await reader.page.getByText('Gjelder nå').waitFor();
  await reader.page.getByRole('main').getByRole('link', { name: `Posten til ${citizen}` }).click();
  await isInOrder(reader, 'delegation-letters');
  await reader.page.getByRole('link', { name: title }).click();
  await reader.page.getByRole('button', { name: 'Åpne brevet' }).click();
  await reader.page.getByRole('link', { name: 'Vedtak.pdf' }).waitFor();
  await isInOrder(reader, 'delegation-letter');
  assert.deepEqual(reader.complaints, []);
  await reader.close();

  await giver.open('/post-readings');
  await giver.page.getByRole('link', { name: title }).waitFor();
  await isInOrder(giver, 'post-readings');
  assert.deepEqual(giver.complaints, []);
  await giver.close();
});

test('a guardian says whom they guard, is confirmed by the register, and reads', async () => {
  const guardian = await loggedIn(citizen);
  await guardian.open('/guardianships/new');
  await isInOrder(guardian, 'new-guardianship');
  const number = guardian.page.getByLabel('Fødselsnummeret til den du er verge for');
  await number.fill(helper.number);
  await guardian.page.getByRole('button', { name: 'Spør Folkeregisteret' }).click();
  await guardian.page.getByText('Du er ikke registrert som verge').first().waitFor();
  await number.fill(ward.number);
  await guardian.page.getByRole('button', { name: 'Spør Folkeregisteret' }).click();
  await guardian.page.getByRole('heading', { level: 1, name: ward.name }).waitFor();
  await isInOrder(guardian, 'guardianship-letters');
  await guardian.page.getByRole('link', { name: 'Vedtak om praktisk bistand' }).click();
  await guardian.page.getByText('får avsenderen vite at det er lest').waitFor();
  await guardian.page.getByRole('button', { name: 'Åpne brevet' }).click();
  await guardian.page.getByRole('link', { name: 'Bistand.pdf' }).waitFor();
  await isInOrder(guardian, 'guardianship-letter');
  await guardian.open('/guardianships');
  await guardian.page.getByText('Sist bekreftet av Folkeregisteret').waitFor();
  await isInOrder(guardian, 'guardianships');
  await guardian.open('/mailbox');
  await guardian.page.getByRole('main').getByRole('link', { name: `Posten til ${ward.name}` }).waitFor();
  await isInOrder(guardian, 'mailbox');
  assert.deepEqual(guardian.complaints.filter((words) => !words.includes('status of 409')), []); // the one refused above
  await guardian.close();
});
