// Makes web/dist/ from web/src/: one style sheet, one script, fonts and the icon, each under a name that holds its
// content's hash, with brotli and gzip twins of all that is text, and manifest.json from plain to hashed names.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');
const isText = new Set(['.css', '.js', '.svg', '.txt']);
const budgets = { '.css': 35 * 1024, '.js': 40 * 1024 }; // gzip, of each kind together

/** "app.css" -> "app.3f9c2a71.css" */
function hashedName(name, bytes) {
  const kind = extname(name);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return `${basename(name, kind)}.${hash}${kind}`;
}

/** All files that esbuild makes, fonts before what names them, so that hashes depend on content alone. */
async function bundle() {
  const outcome = await build({
    absWorkingDir: here,
    entryPoints: { app: 'src/app.css' },
    bundle: true,
    minify: true,
    write: false,
    outdir: dist,
    loader: { '.woff2': 'file' },
    assetNames: '[name].[hash]',
  });
  const script = await build({
    absWorkingDir: here,
    entryPoints: { app: 'src/app.js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: dist,
    legalComments: 'none',
  });
  return [...outcome.outputFiles, ...script.outputFiles];
}

function write(name, bytes, manifest, plainName = name) {
  manifest[plainName] = name;
  writeFileSync(join(dist, name), bytes);
  if (!isText.has(extname(name))) {
    return;
  }
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, options));
  const gzipped = gzipSync(bytes, { level: 9 });
  gzipped[9] = 255; // the byte that tells the system: the same bytes on every machine
  writeFileSync(join(dist, `${name}.gz`), gzipped);
}

function checkBudgets(manifest) {
  for (const [kind, limit] of Object.entries(budgets)) {
    const files = Object.values(manifest).filter((name) => extname(name) === kind);
    const size = files.reduce((sum, name) => sum + readFileSync(join(dist, `${name}.gz`)).length, 0);
    console.log(`${kind} ${(size / 1024).toFixed(1)} kB gzip of ${limit / 1024}`);
    if (size > limit) {
      throw new Error(`${kind} takes ${size} bytes, the budget is ${limit}`);
    }
  }
}

/** The licences of what the files are made of, beside them. */
function copyLicences() {
  const sources = {
    'designsystemet.txt': 'node_modules/@digdir/designsystemet-css/LICENSE',
    'inter.txt': 'node_modules/@fontsource-variable/inter/LICENSE',
  };
  mkdirSync(join(here, 'LICENSES'), { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    copyFileSync(join(here, source), join(here, 'LICENSES', name));
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const manifest = {};
for (const file of await bundle()) {
  const name = basename(file.path);
  if (extname(name) === '.woff2') {
    write(name, file.contents, manifest, name.replace(/\.[^.]+\.woff2$/, '.woff2'));
  } else {
    write(hashedName(name, file.contents), file.contents, manifest, name);
  }
}
const icon = readFileSync(join(here, 'src', 'icon.svg'));
write(hashedName('icon.svg', icon), icon, manifest, 'icon.svg');
const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)));
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(sorted, null, 2)}\n`);
copyLicences();
checkBudgets(manifest);
