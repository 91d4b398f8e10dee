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

/** Lays a style sheet over the page while the check runs; a <style> element would break the page's own policy. */
async function under(css, page, check) {
  const set = (text) => page.evaluate((words) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(words);
    document.adoptedStyleSheets = words ? [sheet] : [];
  }, text);
  await set(css);
  await check();
  await set('');
}

for (const kind of chosenPages()) {
  describe(kind.name, () => {
    const guests = {};
    before(async () => {
      for (const width of [320, 1280]) {
        guests[width] = await visit(kind, width);
      }
    });
    after(() => Promise.all(Object.values(guests).map(({ close }) => close())));

    for (const width of [320, 1280]) {
      test(`keeps within ${width} px with wide text spacing`, async () => {
        const { page } = guests[width];
        await under(spacing, page, async () => assert.deepEqual(await tooWide(page), []));
      });
    }

    test('keeps within 1280 px with text at 200 %', async () => {
      const { page } = guests[1280];
      await under('html { font-size: 200% !important; }', page, async () => assert.deepEqual(await tooWide(page), []));
    });

    test('hides menus on paper', async () => {
      const { page } = guests[1280];
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.top__tools').isVisible(), false);
      assert.equal(await page.locator('h1').isVisible(), true);
    });
  });
}
