import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What audits the pages, pinned. They are no parts of ours: big, and asked for by this command alone. */
const TOOLS = { lighthouse: '13.5.0', 'vnu-jar': '26.9.27' };

const folder = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'audit');

/** Installs the tools where they are not there yet, outside what the product installs. Throws with what to do. */
export function installTools(): void {
  if (Object.entries(TOOLS).every(([name, version]) => installed(name) === version)) return;
  const wanted = Object.entries(TOOLS).map(([name, version]) => `${name}@${version}`);
  console.error(`Installing ${wanted.join(' and ')} (once)…`);
  fs.mkdirSync(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
  ];
  const { status } = spawnSync('npm', [...args, ...wanted], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      'The tools could not be installed: check the network and the npm registry, then run it again.',
    );
}

function installed(name: string): string | null {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  if (!fs.existsSync(file)) return null;
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
}

/** A module of one of the tools. */
export function loadTool<T>(specifier: string): Promise<T> {
  const from = createRequire(path.join(folder, 'package.json'));
  return import(pathToFileURL(from.resolve(specifier)).href) as Promise<T>;
}

/** The Nu HTML checker, to be run by `java -jar`. */
export const nuChecker = path.join(folder, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
