import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export type Ended = { code: number | null; out: string; err: string };

/** The command line as users run it: `bin/writethru`, on a data folder of its own that is taken away again. */
export type CommandLine = Disposable & {
  folder: string;
  /** Runs a command to its end; `settings` are of the environment. */
  run(
    args: string[],
    how?: { input?: string | Uint8Array; settings?: Record<string, string> },
  ): Promise<Ended>;
  /** A file with the given content, in a folder of its own. */
  file(name: string, content: string | Uint8Array): string;
};

const program = path.join(import.meta.dirname, '..', '..', 'bin', 'writethru');

export function commandLine(): CommandLine {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-cli-'));
  const folder = path.join(home, 'data');
  return {
    folder,
    async run(args, { input = '', settings = {} } = {}) {
      const child = spawn(program, args, { cwd: home, env: environment({ DATA_DIR: folder, ...settings }) });
      // A command that refuses early reads no input.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
      const ended = once(child, 'close') as Promise<[number | null]>;
      const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { code, out, err };
    },
    file(name, content) {
      const file = path.join(home, name);
      fs.writeFileSync(file, content);
      return file;
    },
    [Symbol.dispose]: () => fs.rmSync(home, { recursive: true, force: true }),
  };
}

/** This machine's, without what the tests' own run was set to. */
function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, FORCE_COLOR: __, ...machine } = process.env;
  return { ...machine, ...settings };
}
