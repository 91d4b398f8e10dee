// A visitor with a browser: opens pages, and keeps what the browser complained about.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const prefixes = { nb: '', nn: '/nn', se: '/se', en: '/en' };

/** Chromium without its own window, which took half of the time: the pages and all they do are the same. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
}

/**
 * A tab of its own: { page, complaints, open(path), close() }. Complaints are errors in the console, uncaught errors,
 * breaches of the content security policy, requests to other places, and answers that failed.
 */
export async function visitor(browser, address, { language = 'nb', scheme = 'light', width = 1280, js = true, storage } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    locale: language === 'nn' ? 'nn-NO' : 'nb-NO',
    reducedMotion: 'reduce', // so that nothing is looked at halfway
    storageState: storage,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  if (!js) {
    // Scripts that never come are no scripts. Switched off altogether, the browser could not be asked anything either.
    await page.route('**/*.js', (route) => route.abort());
  }
  page.on('console', (message) => {
    if (message.type() === 'error' && (js || !message.text().includes('ERR_FAILED'))) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (fault) => complaints.push(`uncaught: ${fault.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) {
      complaints.push(`asked elsewhere: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      complaints.push(`${response.status()} for ${response.url()}`);
    }
  });
  const open = async (path) => {
    const response = await page.goto(address + prefixes[language] + path, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => true));
    return response;
  };
  return { page, complaints, open, close: () => context.close() };
}

/** Logs in as one of the invented people by the words on the button's row, and gives what later visitors need. */
export async function logIn(browser, address, person) {
  const { page, open, close } = await visitor(browser, address);
  await open('/login');
  await page.locator('.people__row', { hasText: person }).first().getByRole('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  const storage = await page.context().storageState();
  await close();
  return storage;
}

/** All that can be unfolded is, so that nothing hides from the check; over when what comes after has made room for it. */
export async function unfold(page) {
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) {
      details.open = true;
    }
    const frame = () => new Promise((drawn) => { requestAnimationFrame(drawn); });
    await frame();
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
    await frame();
  });
}

/** axe-core's violations as lines that say where and what; none is an empty list. */
export async function accessibilityFaults(page) {
  await page.evaluate(axeSource); // by the debugger's door: the page's own policy would refuse a script tag
  const { violations } = await page.evaluate(
    (rules) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] }), axeRules);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}\n  ${node.html}\n  ${node.failureSummary}`));
}

/** By how many pixels the page is wider than the window, and what sticks out. */
export function tooWide(page) {
  return page.evaluate(() => {
    const window_ = document.documentElement.clientWidth;
    const excess = document.documentElement.scrollWidth - window_;
    if (excess <= 0) {
      return [];
    }
    const sticksOut = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > window_ + 1);
    return [`${excess} px too wide`, ...sticksOut.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))];
  });
}

const pictureHeightMax = 12_000; // pixels; a page longer than a hundred screens takes Chromium longer to draw than to use

/** A picture of the page from its top, as long as the page or as the limit. */
export async function takePicture(page, path) {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight,
  }));
  await page.screenshot({ path, timeout: 60_000, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, pictureHeightMax) } });
}
