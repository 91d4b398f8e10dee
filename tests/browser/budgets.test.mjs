// What a page may weigh, and what an answer must say about itself.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chosenPages } from './pages.mjs';
import { startProgram } from './program.mjs';

const kilobyte = 1024;
const budgets = { html: 40 * kilobyte, js: 40 * kilobyte, css: 35 * kilobyte };

let program;
before(async () => {
  program = await startProgram();
});
after(async () => {
  await program?.stop();
});

const sizeOf = async (path) => {
  const response = await fetch(program.address + path);
  return { size: gzipSync(Buffer.from(await response.arrayBuffer()), { level: 6 }).length, response };
};

for (const kind of chosenPages().filter(({ as, through }) => !as && !through)) {
  test(`${kind.name} takes at most ${budgets.html / kilobyte} kB`, async () => {
    const { size } = await sizeOf(kind.path);
    assert.ok(size <= budgets.html, `${(size / kilobyte).toFixed(1)} kB compressed`);
  });
}

describe('the files of the browser', () => {
  test('keep to their budgets, and are to be kept for a year', async () => {
    const html = await (await fetch(`${program.address}/about`)).text();
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    const total = { js: 0, css: 0 };
    for (const path of new Set(files)) {
      const { size, response } = await sizeOf(path);
      assert.equal(response.status, 200, path);
      assert.match(response.headers.get('cache-control'), /immutable/, path);
      const kind = path.split('.').pop();
      if (kind in total) {
        total[kind] += size;
      }
    }
    assert.ok(total.js > 0 && total.js <= budgets.js, `${total.js} bytes of scripts`);
    assert.ok(total.css > 0 && total.css <= budgets.css, `${total.css} bytes of style sheets`);
  });

  test('come compressed to those who take it', async () => {
    const html = await (await fetch(`${program.address}/about`)).text();
    const [path] = /\/assets\/app\.[0-9a-f]+\.css/.exec(html);
    for (const coding of ['br', 'gzip']) {
      const response = await fetch(program.address + path, { headers: { 'accept-encoding': coding } });
      assert.equal(response.headers.get('content-encoding'), coding);
      assert.ok((await response.text()).includes('@layer'));
    }
  });
});

test('every page forbids scripts and styles from elsewhere', async () => {
  const response = await fetch(`${program.address}/about`);
  const policy = response.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'/);
  assert.doesNotMatch(policy, /unsafe/);
});
