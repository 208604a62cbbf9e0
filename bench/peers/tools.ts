import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NCHAN = '/usr/lib/nginx/modules/ngx_nchan_module.so';

/** What a bench needs of the machine besides us: programs, and the Debian packages that bring them. */
const NEEDS = {
  cc: { packages: ['gcc', 'libc6-dev'], isThere: () => runs('cc', '--version') },
  nginx: { packages: ['nginx-light'], isThere: () => runs('nginx', '-v') },
  nchan: { packages: ['nginx-light', 'libnginx-mod-nchan'], isThere: () => fs.existsSync(NCHAN) },
  zlib: { packages: ['zlib1g-dev'], isThere: () => fs.existsSync('/usr/include/zlib.h') },
  postgresql: { packages: ['postgresql'], isThere: () => postgresql() !== null },
  wrk: { packages: ['wrk'], isThere: () => runs('wrk', '-v') },
};
export type Tool = keyof typeof NEEDS;

const runs = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).error === undefined;

/** Where the newest PostgreSQL of the system has its programs, as Debian lays them; null where there is none. */
export function postgresql(): string | null {
  const folders = fs
    .globSync('/usr/lib/postgresql/*/bin')
    .filter((bin) => fs.existsSync(`${bin}/pg_basebackup`));
  return folders.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? null;
}

/** Finds the programs, or installs them where that may be done. Throws with a sentence that says what to install. */
export function haveTools(...tools: Tool[]): void {
  const missing = tools.filter((tool) => !NEEDS[tool].isThere());
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((tool) => NEEDS[tool].packages))];
  const command = ['apt-get', 'install', '-y', ...packages];
  if (process.getuid?.() === 0 && runs('apt-get', '--version')) {
    console.error(`Installing ${packages.join(', ')}…`);
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync(command[0]!, command.slice(1), { stdio: ['ignore', 2, 2] });
  }
  const left = missing.filter((tool) => !NEEDS[tool].isThere());
  if (left.length > 0) throw new Error(`This needs ${left.join(', ')}. On Debian: ${command.join(' ')}`);
}

const SOURCES = { floor: 'floor.c', readers: 'readers/readers.c' };
const LIBRARIES = { floor: [], readers: ['-lz'] };

let built: string | undefined;

/** Compiles one of the C programs beside this file, once a run; where it lies. */
export function compiled(name: keyof typeof SOURCES): string {
  haveTools('cc', ...(name === 'readers' ? (['zlib'] as const) : []));
  if (!built) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-peers-'));
    built = folder;
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  }
  const program = path.join(built, name);
  if (!fs.existsSync(program)) {
    const source = path.join(import.meta.dirname, SOURCES[name]);
    const { status } = spawnSync('cc', ['-O2', '-Wall', '-o', program, source, ...LIBRARIES[name]], {
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error(`${SOURCES[name]} could not be compiled: see the lines above.`);
  }
  return program;
}
