// Every kind of page, in both languages, light and dark, narrow and wide, with and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosenPages, pathOf } from './pages.mjs';
import { startProgram } from './program.mjs';
import { accessibilityFaults, launch, logIn, tooWide, unfold, takePicture, visitor } from './visitor.mjs';

// Each value of each choice stands together with several of the others; all twenty-four combinations tell no more.
const views = [
  { language: 'nb', scheme: 'light', width: 1280, js: true },
  { language: 'nb', scheme: 'dark', width: 390, js: false },
  { language: 'nn', scheme: 'dark', width: 1280, js: false },
  { language: 'nn', scheme: 'light', width: 390, js: true },
  { language: 'nb', scheme: 'light', width: 320, js: true },
];
/** One picture of each kind of page for a desk and one for a phone tell how it looks; drawing them takes as long as axe. */
const isPictured = ({ language, width }) => language === 'nb' && width > 320;
const inWords = ({ language, scheme, width, js }) => `${language}, ${scheme}, ${width} px, ${js ? 'with' : 'without'} JavaScript`;

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

/** Opens the page in a view of its own. */
async function visit(kind, view) {
  if (kind.as && !logins.has(kind.as)) {
    logins.set(kind.as, await logIn(browser, program.address, kind.as));
  }
  const guest = await visitor(browser, program.address, { ...view, storage: logins.get(kind.as) });
  const path = await pathOf(kind, { open: (where) => guest.page.goto(program.address + where), tab: guest.page });
  const response = await guest.open(path);
  assert.equal(response.status(), kind.status ?? 200, `${path} answered ${response.status()}`);
  return guest;
}

for (const kind of chosenPages()) {
  describe(kind.name, () => {
    for (const view of views) {
      test(inWords(view), async () => {
        const { page, complaints, close } = await visit(kind, view);
        await unfold(page);
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.deepEqual(await tooWide(page), []);
        const ownFailure = `status of ${kind.status}`;
        assert.deepEqual(complaints.filter((words) => !(kind.status && words.includes(ownFailure))), []);
        assert.equal(await page.locator('h1').count(), 1, 'one h1');
        assert.equal(await page.locator('html').getAttribute('lang'), view.language);
        if (!view.js) { // scripts of ours may move things; what the server sends may not
          assert.equal(await page.locator('[style]').count(), 0, 'no style attributes');
        }
        if (isPictured(view)) {
          await takePicture(page, `output/${kind.name.replaceAll(' ', '-')}-${inWords(view).replace(/\W+/g, '-')}.png`);
        }
        await close();
      });
    }
  });
}
