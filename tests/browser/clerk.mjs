// What a secretary does in the browser: fills forms by their labels and presses buttons by their words.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takePicture } from './visitor.mjs';

const output = join(import.meta.dirname ?? '.', 'output');

let pictureNumber = 0;

/** The label as it stands, with or without the words that say the field may stand empty. */
const labelled = (words) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(valgfritt\\))?$`);

/** A clerk at a logged-in page: each verb waits until the server has answered, and says what it complained about. */
export function clerk(visit, address, job = 'main-job') {
  const { page } = visit;
  const pictures = join(output, job);
  mkdirSync(pictures, { recursive: true });

  const settled = async (what) => {
    await page.waitForLoadState('load');
    const faults = await page.locator('.ds-error-summary').allInnerTexts();
    assert.deepEqual(faults, [], `${what} was refused at ${page.url()}`);
  };
  return {
    page,
    async go(path) {
      const answer = await page.goto(address + path, { waitUntil: 'load' });
      assert.equal(answer.status(), 200, path);
    },
    async follow(words) {
      await page.locator('main').getByRole('link', { name: words }).first().click();
      await settled(words);
    },
    async press(words, { within = page.locator('main') } = {}) {
      await within.getByRole('button', { name: words, exact: true }).first().click();
      await settled(words);
    },
    /** Fields by their label, "Label #2" for the second so named: text is filled, an option chosen, true ticks a box. */
    async fill(fields) {
      for (const [name, value] of Object.entries(fields)) {
        const [label, place] = name.split(' #');
        const field = page.locator('main').getByLabel(labelled(label)).nth(Number(place ?? 1) - 1);
        if (value === true) {
          await field.check();
        } else if (await field.evaluate((element) => element.tagName === 'SELECT')) {
          await field.selectOption({ label: value });
        } else {
          await field.fill(value);
        }
      }
    },
    async tickAll(group) {
      for (const box of await page.getByRole('group', { name: group }).getByRole('checkbox').all()) {
        await box.check();
      }
    },
    async unfold(words) {
      await page.locator('main summary', { hasText: words }).first().click();
    },
    /** What can be chosen in the field, without what stands for no choice. */
    async choices(label) {
      const options = await page.locator('main').getByLabel(labelled(label)).first().locator('option[value]:not([value=""])').allTextContents(); // what is drawn may lag behind what is there
      return options.map((words) => words.trim());
    },
    async picture(name) {
      pictureNumber += 1;
      await takePicture(page, join(pictures, `${String(pictureNumber).padStart(2, '0')}-${name}.png`));
    },
  };
}
