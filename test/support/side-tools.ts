import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type SideTools = {
  /** Installs them where they are not there yet, outside what the product installs. Throws with what to do. */
  install(): void;
  /** A module of one of them. */
  load<T>(specifier: string): Promise<T>;
  /** A file of one of them. */
  file(name: string): string;
};

/** Tools of one command alone, pinned: name and version. They are no parts of ours. */
export function sideTools(command: string, tools: Record<string, string>): SideTools {
  const folder = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', command);
  const file = (name: string): string => path.join(folder, 'node_modules', name);
  const installed = (name: string): string | null => {
    const description = path.join(file(name), 'package.json');
    if (!fs.existsSync(description)) return null;
    return (JSON.parse(fs.readFileSync(description, 'utf8')) as { version: string }).version;
  };
  return {
    install() {
      if (Object.entries(tools).every(([name, version]) => installed(name) === version)) return;
      const wanted = Object.entries(tools).map(([name, version]) => `${name}@${version}`);
      console.error(`Installing ${wanted.join(', ')} (once)…`);
      fs.mkdirSync(folder, { recursive: true });
      const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
      const { status } = spawnSync('npm', ['install', '--prefix', folder, ...quiet, ...wanted], {
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      });
      if (status !== 0)
        throw new Error(
          'The tools could not be installed: check the network and the npm registry, then run it again.',
        );
    },
    load: <T>(specifier: string) => {
      const from = createRequire(path.join(folder, 'package.json'));
      return import(pathToFileURL(from.resolve(specifier)).href) as Promise<T>;
    },
    file,
  };
}
