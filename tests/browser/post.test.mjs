// Digital post from end to end: a system sends, the citizen logs in and reads, the sender sees that it was read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startProgram } from './program.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const authorization = `Basic ${Buffer.from('demo-avsender:bare-til-demonstrasjon').toString('base64')}`;
const v1 = '/tjenester/api/forsendelse/v1';
const title = `Vedtak om ledsagerbevis ${Date.now()}`;
const metadata = {
  tittel: title,
  kunDigitalLevering: true,
  mottaker: { postAdresse: { navn: 'Solveig Tveitanemo' }, digitalAdresse: { fodselsNummer: '26878810189' } },
  dokumenter: [{ filnavn: 'Vedtak.pdf', mimeType: 'application/pdf' }],
};

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

async function statusOf(id) {
  const answer = await fetch(`${program.address}${v1}/${id}/status`, { headers: { authorization } });
  return (await answer.json()).status;
}

async function reaches(id, status) {
  const limit = Date.now() + 20_000;
  while ((await statusOf(id)) !== status && Date.now() < limit) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await statusOf(id), status);
}

test('a letter is sent, opened by its recipient, and its sender sees that it was read', async () => {
  const body = new FormData();
  body.append('forsendelse', JSON.stringify(metadata));
  const pdf =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  body.append('filer', new Blob([pdf], { type: 'application/pdf' }), 'Vedtak.pdf');
  const sent = await fetch(`${program.address}${v1}/sendForsendelse`, { method: 'POST', headers: { authorization }, body });
  assert.equal(sent.status, 200);
  const { id } = await sent.json();
  await reaches(id, 'VARSLET');

  const reader = await visitor(browser, program.address, { storage: await logIn(browser, program.address, 'Solveig Tveitanemo') });
  await reader.open('/mailbox');
  await reader.page.getByRole('link', { name: title }).click();
  await reader.page.getByRole('button', { name: 'Åpne brevet' }).click();
  await reader.page.getByRole('link', { name: 'Vedtak.pdf' }).waitFor();
  assert.deepEqual(reader.complaints, []);
  await reader.close();
  await reaches(id, 'LEST');

  const sender = await visitor(browser, program.address, { storage: await logIn(browser, program.address, 'Jorunn Meløysund') });
  await sender.open('/outbox');
  await sender.page.getByRole('link', { name: title }).click();
  await sender.page.getByText('Åpnet av mottakeren').waitFor();
  assert.deepEqual(sender.complaints, []);
  await sender.close();
});
