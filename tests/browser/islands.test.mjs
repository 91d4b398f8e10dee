// The islands, on the page that shows every component. What the server would answer is given here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startProgram } from './program.mjs';
import { launch, visitor } from './visitor.mjs';

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

async function components(options) {
  const guest = await visitor(browser, program.address, options);
  await guest.open('/components');
  return guest;
}

test('the map tells the name of what the pointer is on', async () => {
  const { page, complaints, close } = await components();
  const shape = page.locator('.map__shapes > *').first();
  await shape.hover();
  assert.equal(await page.locator('.map__label').textContent(), 'Kommune 1');
  await page.locator('h1').hover();
  assert.equal(await page.locator('.map__label').isVisible(), false);
  assert.deepEqual(complaints, []);
  await close();
});

test('the search field shows answers, and the keyboard chooses among them', async () => {
  const { page, close } = await components();
  await page.route('**/search?*', (route) => route.fulfill({
    json: { hits: [{ title: 'Barnehage', path: '/about' }, { title: 'Barnevern', path: '/privacy' }] },
  }));
  const field = page.locator('.search input');
  await field.fill('barn');
  await page.locator('#search-hits a').first().waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  assert.equal(await page.locator('[aria-selected="true"]').textContent(), 'Barnevern');
  await field.press('Enter');
  await page.waitForURL('**/privacy');
  await close();
});

test('Escape closes the answers and keeps the words', async () => {
  const { page, close } = await components();
  await page.route('**/search?*', (route) => route.fulfill({ json: { hits: [{ title: 'Barnehage', path: '/about' }] } }));
  const field = page.locator('.search input');
  await field.fill('barn');
  await page.locator('#search-hits a').waitFor();
  await field.press('Escape');
  assert.equal(await page.locator('#search-hits').isVisible(), false);
  assert.equal(await field.inputValue(), 'barn');
  await close();
});

test('a filter replaces the list, keeps the focus and moves the address', async () => {
  const { page, close } = await components();
  const old = await (await fetch(`${program.address}/components`)).text();
  await page.route('**/cases?*', (route) => route.fulfill({
    contentType: 'text/html',
    body: old.replace(/<h1[^>]*>[^<]*<\/h1>/, '<h1>Filtered</h1>'),
  }));
  const field = page.locator('.filter input[name="q"]');
  await field.pressSequentially('skole');
  await page.getByRole('heading', { name: 'Filtered' }).waitFor();
  assert.equal(await field.evaluate((element) => element === document.activeElement), true);
  assert.equal(await field.inputValue(), 'skole');
  assert.match(page.url(), /\/cases\?q=skole/);
  await page.locator('#status', { hasText: 'Listen er oppdatert' }).waitFor({ state: 'attached' });
  await close();
});

test('the counter says how many letters are left, and when there are too many', async () => {
  const { page, close } = await components();
  const field = page.locator('textarea[name="summary"]');
  await field.fill('a'.repeat(490));
  assert.equal(await page.locator('.counter [aria-hidden]').textContent(), '10 tegn igjen');
  await field.fill('a'.repeat(503));
  assert.equal(await page.locator('.counter [aria-hidden]').textContent(), '3 tegn for mye');
  await close();
});

test('leaving a changed form asks first, sending it does not', async () => {
  const { page, close } = await components();
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.locator('textarea[name="summary"]').fill('Endret');
  await page.goto(`${program.address}/about`);
  assert.deepEqual(asked, ['beforeunload']);

  await page.goto(`${program.address}/components`);
  await page.route('**/cases', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sent</h1>' }));
  await page.locator('textarea[name="summary"]').fill('Endret');
  await page.getByRole('button', { name: 'Meld inn saken' }).click();
  await page.getByRole('heading', { name: 'Sent' }).waitFor();
  assert.deepEqual(asked, ['beforeunload']);
  await close();
});

test('an upload goes on to the page of the answer', async () => {
  const { page, close } = await components();
  let sent = '';
  await page.route('**/documents', (route) => {
    sent ||= route.request().headers()['content-type'] ?? '';
    return route.fulfill({ contentType: 'text/html', body: '<h1>Received</h1>' });
  });
  await page.locator('input[type="file"]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.getByRole('button', { name: 'Legg til' }).click();
  await page.getByRole('heading', { name: 'Received' }).waitFor();
  assert.match(sent, /^multipart\/form-data/);
  await close();
});

test('an upload that is refused shows the faults on the page', async () => {
  const { page, close } = await components();
  await page.route('**/documents', (route) => route.fulfill({
    status: 422,
    contentType: 'text/html',
    body: '<title>Feil</title><main id="content"><div class="ds-error-summary" tabindex="-1" autofocus>For stor</div></main>',
  }));
  await page.locator('input[type="file"]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.getByRole('button', { name: 'Legg til' }).click();
  await page.locator('.ds-error-summary', { hasText: 'For stor' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'For stor');
  assert.equal(await page.title(), 'Feil');
  await close();
});

for (const js of [true, false]) {
  test(`a dialog opens, keeps the focus and gives it back, ${js ? 'with' : 'without'} JavaScript`, async () => {
    const { page, close } = await components({ js });
    const button = page.getByRole('button', { name: 'Vis stemmegivning' });
    await button.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('dialog').isVisible(), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => !document.querySelector('main > .content > .texts > section:first-child').contains(document.activeElement)), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').isVisible(), false);
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
    await close();
  });
}
