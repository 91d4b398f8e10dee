// Makes web/theme/samband.css from web/theme/designsystemet.config.json with the Designsystemet CLI.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('./node_modules/@digdir/designsystemet/dist/bin/designsystemet.js', import.meta.url));
const theme = fileURLToPath(new URL('../theme/', import.meta.url));
const workshop = mkdtempSync(join(tmpdir(), 'samband-theme-'));

const designsystemet = (...words) => execFileSync(process.execPath, [cli, ...words], { cwd: workshop, stdio: 'inherit' });
try {
  copyFileSync(join(theme, 'designsystemet.config.json'), join(workshop, 'designsystemet.config.json'));
  designsystemet('tokens', 'create', '--config', 'designsystemet.config.json');
  designsystemet('tokens', 'build', '-t', 'tokens', '-o', 'out');
  copyFileSync(join(workshop, 'out', 'samband.css'), join(theme, 'samband.css'));
} finally {
  rmSync(workshop, { recursive: true });
}
