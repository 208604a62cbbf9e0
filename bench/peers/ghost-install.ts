import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Ghost, the Node it runs on, and what its own lockfile is installed with. All come from npm, and nothing else is asked. */
const GHOST = 'ghost@6.65.0';
const TOOLS = [`node-linux-${process.arch}@22.23.3`, 'pnpm@12.4.2', 'node-gyp@12.4.0'];

const FOLDER = path.join(import.meta.dirname, '..', '..', '.tmp', GHOST.replace('@', '-'));

/** `folder` is Ghost as npm has it, with all it needs; `node` runs it. */
export type Ghost = { folder: string; node: string };

/** Installs Ghost once, into `.tmp`. Its two native parts are compiled, which takes minutes and a C++ compiler, Python and make. */
export function installedGhost(): Ghost {
  const tools = path.join(FOLDER, 'tools', 'node_modules');
  const [folder, home] = [path.join(FOLDER, 'package'), path.join(tools, `node-linux-${process.arch}`)];
  const node = path.join(home, 'bin', 'node');
  const whole = path.join(FOLDER, 'whole');
  if (fs.existsSync(whole)) return { folder, node };
  console.error(`Installing ${GHOST} (once; some minutes)…`);
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(path.join(FOLDER, 'tools'), { recursive: true });
  run('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    path.join(FOLDER, 'tools'),
    ...TOOLS,
  ]);
  run('npm', ['pack', '--loglevel=error', '--pack-destination', FOLDER, GHOST]);
  run('tar', ['xzf', path.join(FOLDER, `${GHOST.replace('@', '-')}.tgz`), '-C', FOLDER]);
  const store = path.join(FOLDER, 'store');
  const pnpm = [
    path.join(tools, 'pnpm', 'bin', 'pnpm.mjs'),
    'install',
    '--prod',
    '--frozen-lockfile',
    '--store-dir',
    store,
  ];
  run(node, pnpm, {
    cwd: folder,
    env: {
      ...process.env,
      // Node's headers lie in its package: nothing is fetched from elsewhere to compile against.
      npm_config_nodedir: home,
      PATH: [path.join(tools, '.bin'), path.join(home, 'bin'), process.env.PATH].join(path.delimiter),
    },
  });
  fs.rmSync(store, { recursive: true, force: true });
  fs.writeFileSync(whole, '');
  return { folder, node };
}

function run(program: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): void {
  const { status, error } = spawnSync(program, args, { ...options, stdio: ['ignore', 2, 2] });
  if (status !== 0)
    throw new Error(`Ghost could not be installed: ${program} ${args[0]} failed`, { cause: error });
}
