import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', 'golden');

/** Compares with the file that was looked at and kept; `GOLDEN=write` keeps what is made now, to be looked at in the diff. */
export function assertGolden(name: string, text: string): void {
  const file = path.join(folder, name);
  if (process.env['GOLDEN'] === 'write') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  assert.equal(text, fs.readFileSync(file, 'utf8'), `not as in test/golden/${name}`);
}
