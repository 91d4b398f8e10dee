// Digital post from end to end: a system sends, the citizen logs in and reads, the sender sees that it was read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startProgram } from './program.mjs';
import { citizen, citizenNumber, sendLetter } from './sender.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

let program;
let browser;
before(async () => {
  program = await startProgram();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/// The notice says who has sent something, and not what.
async function isTold(id, title) {
  const limit = Date.now() + 20_000;
  let message;
  while (!message && Date.now() < limit) {
    const answer = await fetch(`${program.address}/development/text-messages.json`);
    message = (await answer.json()).messages.find((each) => each.id === `${id} arrival`);
    if (!message) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.ok(message, `no text message about ${id}`);
  assert.equal(message.to, '+4700000001');
  assert.ok(!message.text.includes(title), message.text);
}

test('a letter is sent, told of, opened by its recipient, and its sender sees that it was read', async () => {
  const title = `Vedtak om ledsagerbevis ${Date.now()}`;
  const letter = await sendLetter(program.address, title, { kunDigitalLevering: true });
  await letter.reaches('VARSLET');
  await isTold(letter.id, title);

  const sender = await visitor(browser, program.address, { storage: await logIn(browser, program.address, 'Jorunn Meløysund') });
  await sender.open('/outbox');
  await sender.page.getByLabel('Mottaker').fill(citizenNumber);
  await sender.page.getByRole('button', { name: 'Søk i utboksen' }).click();
  await sender.page.getByText('personen du søkte etter').waitFor();
  assert.ok(!sender.page.url().includes(citizenNumber), 'a number of a person in an address');
  await sender.page.getByRole('link', { name: title }).click();
  await sender.page.getByText('Siden holder seg oppdatert').waitFor();
  await sender.page.locator('.live__part').getByText('Neste', { exact: true }).waitFor();

  const reader = await visitor(browser, program.address, { storage: await logIn(browser, program.address, citizen), width: 390 });
  await reader.open('/');
  await reader.page.getByRole('button', { name: citizen }).click();
  assert.equal(await reader.page.locator('#person').getByRole('link', { name: 'Postkøen' }).count(), 0, 'a citizen is led to the queue');
  await reader.page.locator('#person').getByRole('link', { name: 'Innboks' }).click();
  await reader.page.waitForURL((url) => url.pathname === '/mailbox');
  await reader.page.getByRole('link', { name: title }).click();
  await reader.page.getByRole('button', { name: 'Åpne brevet' }).click();
  await reader.page.getByRole('link', { name: 'Vedtak.pdf' }).waitFor();
  assert.deepEqual(reader.complaints, []);
  await reader.close();
  await letter.reaches('LEST');

  await sender.page.getByText('Åpnet av mottakeren').waitFor(); // by itself: nobody has asked for the page again
  await sender.page.locator('.live__part').getByText('Lest', { exact: true }).waitFor();
  assert.equal(await sender.page.locator('.live__part').getByText('Neste', { exact: true }).count(), 0, 'more is to come');
  assert.deepEqual(sender.complaints, []);
  await sender.close();
});
