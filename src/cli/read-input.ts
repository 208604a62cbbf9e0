import fs from 'node:fs';
import { Refused } from './exits.ts';

/** How much of an input is looked at to tell what it is, bytes. */
const OPENING = 200;

/** How large an input may be, by how it opens; and what one that large would be. */
export type Bound = (opening: string) => { bytes: number; what: string };

/** Reads a file whole, or standard input for `-`. Throws `Refused`. */
export async function readInput(
  source: string,
  input: NodeJS.ReadableStream,
  bound: Bound,
): Promise<Uint8Array> {
  const stream = source === '-' ? input : openFile(source);
  const chunks: Buffer[] = [];
  let length = 0;
  let limit = bound('');
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      if (length < OPENING) limit = bound(openingOf(Buffer.concat(chunks)));
      length += chunk.length;
      if (length > limit.bytes) throw tooLarge(source, limit);
    }
  } catch (error) {
    throw error instanceof Refused ? error : unreadable(source, error);
  }
  return Buffer.concat(chunks);
}

function openFile(file: string): fs.ReadStream {
  try {
    if (fs.statSync(file).isDirectory()) throw new Refused(`${file} is a folder: name a file in it.`);
    return fs.createReadStream(file);
  } catch (error) {
    throw error instanceof Refused ? error : unreadable(file, error);
  }
}

/** What an input opens with, as text to be looked at. */
export const openingOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, OPENING)).toString('latin1');

function tooLarge(source: string, { what, bytes }: ReturnType<Bound>): Refused {
  const name = source === '-' ? 'Standard input' : source;
  return new Refused(`${name} is too large: ${what} of at most ${bytes / 1024 / 1024} MB can be read.`);
}

function unreadable(source: string, error: unknown): Refused {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'EACCES' || code === 'EPERM' ? 'this user may not' : message;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Refused(`There is no file ${source}.`, { cause: error });
  return new Refused(`${source} cannot be read: ${why}.`, { cause: error });
}
