import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrationsFor, newestOf } from '../../../src/storage/migrations.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** A version of the program, as a folder that it is started from. */
export type Version = Disposable & { folder: string };

/** What a version to come may do to the schema that this one and the next must live with; and what only the one after can. */
const TO_COME = [
  {
    name: 'expand-desk-hints.sql',
    sql: `-- expand: what a desk may hint at; nobody of before reads or writes it.
CREATE TABLE desk_hints (id TEXT COLLATE "C" PRIMARY KEY, words TEXT);
ALTER TABLE updates ADD COLUMN hint TEXT;
ALTER TABLE stories ADD COLUMN hints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN hint TEXT;
CREATE INDEX updates_by_hint ON updates (hint) WHERE hint IS NOT NULL;
`,
  },
  {
    name: 'contract-desk-hints.sql',
    sql: `-- contract: hints were a mistake.
ALTER TABLE updates DROP COLUMN hint;
DROP TABLE desk_hints;
`,
  },
];

/** The newest script of this version. */
export const NOW = newestOf(migrationsFor('postgres'));
/** What a program must know at least to use it: whatever only expands goes along with older ones. */
export const OLDEST = newestOf(migrationsFor('postgres').filter(({ phase }) => phase !== 'expand'));

/** This checkout with the first `more` scripts of those to come: 0 is a copy of what there is. */
export function versionWith(more: number): Version {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-version-'));
  for (const name of ['src', 'migrations', 'package.json', 'bin', 'scripts', 'package-lock.json'])
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'build'])
    fs.symlinkSync(path.join(root, name), path.join(folder, name));
  TO_COME.slice(0, more).forEach(({ name, sql }, at) => {
    const number = String(NOW + at + 1).padStart(4, '0');
    fs.writeFileSync(path.join(folder, 'migrations', 'postgres', `${number}-${name}`), sql);
  });
  return { folder, [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
