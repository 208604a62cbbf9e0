import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** What the rooms that face the outside may import: everything above, never each other. */
const OUTWARD =
  'domain storage render commands live media importer archive distribution mail schemas web'.split(' ');

/** Who may import whom. Files that lie in `src/` itself are the rooms `config` and `app`. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  storage: ['domain'],
  render: ['domain'],
  commands: ['domain', 'storage'],
  live: ['domain', 'storage', 'render'],
  media: ['domain', 'storage', 'commands', 'render'],
  importer: ['domain', 'storage', 'commands', 'render'],
  archive: ['domain', 'storage', 'commands', 'render'],
  sample: ['domain', 'storage', 'commands'],
  mail: ['domain', 'render'],
  distribution: ['domain', 'storage', 'render', 'media'],
  schemas: ['domain', 'commands'],
  web: [
    'domain/errors.ts',
    'domain/faults.ts',
    'domain/token.ts',
    'domain/desk/people.ts',
    'domain/desk/draft.ts',
    'domain/desk/sign-in.ts',
  ],
  reader: OUTWARD,
  desk: OUTWARD,
  api: OUTWARD,
  edge: ['config', 'domain', 'storage', 'live'],
  ops: ['storage', 'config', 'domain'],
  cli: ['app', 'config', 'commands', 'importer', 'archive', 'media', 'ops', 'domain'],
  config: ['domain'],
  app: ['*'],
};

/** Beside its own table row, a room may know storage only by its interface: the engines are named by `app` alone. */
const ENGINES = /^storage\/(sqlite|postgres)\//;

const root = import.meta.dirname;

const inHouse = (file: string): string => path.join(root, file);

function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.(tsx?|js)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

function roomOf(file: string): string {
  const [first = '', ...rest] = path.relative(root, file).split(path.sep);
  if (rest.length > 0) return first;
  return first === 'config.ts' ? 'config' : 'app';
}

function imports(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8');
  const found = [
    ...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g),
    ...text.matchAll(/new URL\('(\.[^']+\.ts)'/g),
  ];
  return found.map((match) => path.resolve(path.dirname(file), match[1]!));
}

/** Why a room may not import a file; null where it may. */
function fault(file: string, imported: string): string | null {
  const room = roomOf(file);
  const target = path.relative(root, imported);
  const allowed = MAY_IMPORT[room];
  if (!allowed) return `${room} is no room of the house`;
  if (room === 'app' || roomOf(imported) === room) return null;
  if (ENGINES.test(target)) return `${room} names a storage engine (${target})`;
  const may = allowed.some((entry) => entry === roomOf(imported) || entry === target);
  return may ? null : `${room} may not import ${target}`;
}

test('every import runs downhill, as the table of the house says', () => {
  const files = sources(root);
  assert.ok(files.length > 50, 'the sources were found');
  const faults = files.flatMap((file) =>
    imports(file).flatMap((imported) => {
      const why = fault(file, imported);
      return why ? [`${path.relative(root, file)}: ${why}`] : [];
    }),
  );
  assert.deepEqual(faults, []);
});

test('an import that runs uphill would be found', () => {
  assert.equal(
    fault(inHouse('domain/story.ts'), inHouse('storage/storage.ts')),
    'domain may not import storage/storage.ts',
  );
  assert.equal(
    fault(inHouse('reader/routes.ts'), inHouse('api/routes.ts')),
    'reader may not import api/routes.ts',
  );
  assert.match(
    fault(inHouse('commands/perform.ts'), inHouse('storage/sqlite/open.ts')) ?? '',
    /names a storage engine/,
  );
});

test('the environment is read in one place', () => {
  const readers = sources(root).filter((file) => /process\.env/.test(fs.readFileSync(file, 'utf8')));
  const allowed = new Set(['main.ts', 'cli/main.ts']);
  assert.deepEqual(
    readers.map((file) => path.relative(root, file)).filter((file) => !allowed.has(file)),
    [],
  );
});

test('no file has grown past 400 lines', () => {
  const long = sources(root).filter((file) => fs.readFileSync(file, 'utf8').split('\n').length > 400);
  assert.deepEqual(long, []);
});
