// With the keyboard alone: the skip link first, every stop in sight, menus that open and give the focus back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chosenPages, pathOf } from './pages.mjs';
import { startProgram } from './program.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const stopsMax = 400;

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

async function visit(kind, view) {
  if (kind.as && !logins.has(kind.as)) {
    logins.set(kind.as, await logIn(browser, program.address, kind.as));
  }
  const guest = await visitor(browser, program.address, { ...view, storage: logins.get(kind.as) });
  const path = await pathOf(kind, { open: (where) => guest.page.goto(program.address + where), tab: guest.page });
  await guest.open(path);
  return guest;
}

/** What has the focus: how it is called, and whether a ring is drawn round it or one of its near ancestors. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) {
    return null;
  }
  let isRinged = false;
  for (let near = element, level = 0; near && level < 3; near = near.parentElement, level += 1) {
    const style = getComputedStyle(near);
    isRinged ||= (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  }
  const box = element.getBoundingClientRect();
  return {
    words: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60) || element.outerHTML.slice(0, 120),
    isRinged: isRinged || element.classList.contains('ds-skip-link'), // it is only seen at all when it has the focus
    isInSight: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    isSkipLink: element.classList.contains('ds-skip-link'),
    mark: element.dataset.stop ?? (element.dataset.stop = 'seen', 'new'),
  };
});

for (const kind of chosenPages()) {
  describe(kind.name, () => {
    let guest;
    before(async () => {
      guest = await visit(kind);
    });
    after(() => guest?.close());

    test('shows where the focus is at every stop, the link past the menus first', async () => {
      const { page } = guest;
      let stops = 0;
      for (; stops < stopsMax; stops += 1) {
        await page.keyboard.press('Tab');
        const here = await focused(page);
        if (!here || here.mark === 'seen') {
          break; // round the page and back
        }
        assert.equal(here.isSkipLink, stops === 0, `stop ${stops + 1} is "${here.words}"`);
        assert.equal(here.isRinged, true, `no focus ring on "${here.words}"`);
        assert.equal(here.isInSight, true, `out of sight: "${here.words}"`);
      }
      assert.ok(stops > 5, `only ${stops} stops`);
    });

    test('has a link past the menus that leads to the content', async () => {
      const { page } = guest;
      await page.locator('.ds-skip-link').focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
    });
  });
}

describe('menus', () => {
  for (const js of [true, false]) {
    test(`open with Enter and give the focus back on Escape, ${js ? 'with' : 'without'} JavaScript`, async () => {
      const { page, open, close } = await visitor(browser, program.address, { width: 390, js });
      await open('/about');
      const button = page.locator('[popovertarget="menu"]');
      await button.focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('#menu').isVisible(), true);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.closest('#menu') !== null), true);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#menu').isVisible(), false);
      assert.equal(await button.evaluate((element) => element === document.activeElement), true);
      await close();
    });
  }

  test('lead to the same page in another language', async () => {
    const { page, open, close } = await visitor(browser, program.address);
    await open('/about?from=test');
    await page.locator('[popovertarget="languages"]').click();
    await page.locator('#languages a[hreflang="nn"]').click();
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/nn/about?from=test');
    await close();
  });
});
