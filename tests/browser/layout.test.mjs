// What must hold when the reader changes how text is set (WCAG 1.4.4, 1.4.10, 1.4.12), and on paper.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosenPages, pathOf } from './pages.mjs';
import { startProgram } from './program.mjs';
import { launch, logIn, tooWide, unfold, visitor } from './visitor.mjs';

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

let program;
let browser;
const logins = new Map();

before(async () => {
  program = await startProgram();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function visit(kind, width) {
  if (kind.as && !logins.has(kind.as)) {
    logins.set(kind.as, await logIn(browser, program.address, kind.as));
  }
  const guest = await visitor(browser, program.address, { width, storage: logins.get(kind.as) });
  const path = await pathOf(kind, { open: (where) => guest.page.goto(program.address + where), tab: guest.page });
  await guest.open(path);
  await unfold(guest.page);
  return guest;
}

/** A style sheet from outside the page; a <style> element would break the page's own policy. */
const addStyle = (page, text) => page.evaluate((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}, text);

for (const kind of chosenPages()) {
  describe(kind.name, () => {
    for (const width of [320, 1280]) {
      test(`keeps within ${width} px with wide text spacing`, async () => {
        const { page, close } = await visit(kind, width);
        await addStyle(page, spacing);
        assert.deepEqual(await tooWide(page), []);
        await close();
      });
    }

    test('keeps within 1280 px with text at 200 %', async () => {
      const { page, close } = await visit(kind, 1280);
      await addStyle(page, 'html { font-size: 200% !important; }');
      assert.deepEqual(await tooWide(page), []);
      await close();
    });

    test('hides menus on paper', async () => {
      const { page, close } = await visit(kind, 1280);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.top__tools').isVisible(), false);
      assert.equal(await page.locator('h1').isVisible(), true);
      await close();
    });
  });
}
