// Starts the program on a free port with an empty data folder, and stops it by its own process.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patienceMs = 30_000;

/** The address that the program prints when it listens; fails with all it has said when it ends or takes too long. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => reject(new Error(`${why}. It said:\n${said}`));
    const timer = setTimeout(() => fail(`the program did not listen within ${patienceMs / 1000} s`), patienceMs);
    const listen = (bytes) => {
      said += bytes;
      const found = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(said);
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (fault) => fail(`the program could not be started: ${fault.message}`));
    child.on('exit', (code) => fail(`the program ended with ${code}`));
  });
}

/** The program takes every SAMBAND_ variable for a setting; those of the tests are none. */
function withoutOurs(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('SAMBAND_')));
}

/** Where Debian keeps the library that gives a process a clock of ours (package faketime). */
function clockLibrary() {
  const folders = readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketime.so.1`);
  const found = folders.find(existsSync);
  if (!found) {
    throw new Error('libfaketime is missing. Run: tools/setup test');
  }
  return found;
}

/**
 * A program whose calendar the test turns: { address, data, toDay(days), toTime(date), stop() }. toDay(10) makes it ten
 * days after now for the program; only the clock of the wall is turned, never the one that times waits.
 */
export async function startProgramWithClock() {
  const folder = mkdtempSync(join(tmpdir(), 'samband-clock-'));
  const file = join(folder, 'clock');
  // Renamed into place: a file that is empty for a moment would be today.
  const turn = (by) => {
    writeFileSync(`${file}.new`, `${by}\n`);
    renameSync(`${file}.new`, file);
  };
  const toDay = (days) => turn(`+${days}d`);
  const toTime = (date) => turn(`+${Math.round((date - Date.now()) / 1000)}`);
  toDay(0);
  const program = await start({
    LD_PRELOAD: clockLibrary(), FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...program, toDay, toTime, stop };
}

/**
 * A running program: { address, stop() }. SAMBAND_ADDRESS names one that runs already; else SAMBAND_PROGRAM is started
 * as "samband demo".
 */
export async function startProgram() {
  if (process.env.SAMBAND_ADDRESS) {
    return { address: process.env.SAMBAND_ADDRESS, stop: async () => {} };
  }
  return start({});
}

/** "samband demo", or another verb, with more flags: { address, data, stop() }. */
export async function start(environment, verb = 'demo', flags = []) {
  const data = mkdtempSync(join(tmpdir(), 'samband-browser-'));
  const child = spawn(process.env.SAMBAND_PROGRAM,
    [verb, '--server.port', '0', '--data.folder', data, '--server.requests_per_minute', '1000000', ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...withoutOurs(process.env), ...environment } });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { address: await listening(child), data, stop };
  } catch (fault) {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
    throw fault;
  }
}
