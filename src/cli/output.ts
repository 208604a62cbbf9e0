import fs from 'node:fs';
import type { Call } from './command.ts';
import { Refused } from './exits.ts';

export type Output = AsyncDisposable & {
  write(piece: string): Promise<void>;
  /** All was written: true where it is a file, which now stands whole under its name. */
  keep(): boolean;
};

/** Where a command writes what may be long: standard output, or a file that is there whole or not at all. */
export function openOutput(name: string, { terminal, has }: Call): Output {
  if (name === '-') {
    return { write: terminal.write, keep: () => false, [Symbol.asyncDispose]: async () => undefined };
  }
  const force = has('force');
  if (!force && fs.existsSync(name))
    throw new Refused(`${name} is there already: name another file, or add --force.`);
  const partial = `${name}.${process.pid}.partial`;
  const writing = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw unwritable(name, error);
    }
  };
  const file = writing(() => fs.openSync(partial, 'wx'));
  return {
    write: async (piece) => writing(() => fs.writeFileSync(file, piece)),
    keep() {
      writing(() => {
        fs.fsyncSync(file);
        // A link, unlike a renaming, never takes a name that somebody took meanwhile.
        if (force) fs.renameSync(partial, name);
        else fs.linkSync(partial, name);
      });
      return true;
    },
    async [Symbol.asyncDispose]() {
      fs.closeSync(file);
      fs.rmSync(partial, { force: true });
    },
  };
}

function unwritable(name: string, error: unknown): Refused {
  const { code, message } = error as NodeJS.ErrnoException;
  const why: Record<string, string> = {
    ENOENT: 'there is no such folder',
    ENOTDIR: 'there is no such folder',
    EACCES: 'this user may not',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EEXIST: 'it is there already',
    EISDIR: 'it is a folder',
  };
  return new Refused(`${name} cannot be written: ${why[code ?? ''] ?? message}.`, { cause: error });
}
