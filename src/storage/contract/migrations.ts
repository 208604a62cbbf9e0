import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aTop } from './telling.ts';
import { migrationsFor, NewerSchema, type Migration } from '../migrations.ts';

/** A database under test that nothing has migrated yet. */
export type Unmigrated = AsyncDisposable & {
  /** With the project's own scripts where none are given. */
  migrate: (migrations?: Migration[]) => Promise<number>;
  execute: (statement: string) => Promise<Record<string, unknown>[]>;
};

const script = (version: number, sql: string): Migration => ({
  version,
  name: `000${version}-test.sql`,
  sql,
});

const FIRST = script(1, 'CREATE TABLE pages (n INTEGER); INSERT INTO pages VALUES (1);');
const SECOND = script(2, 'ALTER TABLE pages ADD COLUMN words TEXT; INSERT INTO pages VALUES (2, NULL);');
const BROKEN = script(
  2,
  'INSERT INTO pages VALUES (2); CREATE TABLE more (n INTEGER); INSERT INTO nowhere VALUES (1);',
);

export function migrationsContract(
  name: string,
  engine: 'sqlite' | 'postgres',
  open: () => Promise<Unmigrated>,
): void {
  describe(`${name}: its schema`, () => {
    test('an empty database gets every script once, in order', async () => {
      await using database = await open();
      assert.equal(await database.migrate([FIRST, SECOND]), 2);
      assert.equal(await database.migrate([FIRST, SECOND]), 0);
      assert.deepEqual(
        (await database.execute('SELECT n FROM pages ORDER BY n')).map((row) => row['n']),
        [1, 2],
      );
    });

    test('a database that is behind gets only what it lacks', async () => {
      await using database = await open();
      await database.migrate([FIRST]);
      assert.equal(await database.migrate([FIRST, SECOND]), 1);
      assert.equal((await database.execute('SELECT words FROM pages')).length, 2);
    });

    test('a script that fails leaves schema, rows and version as they were', async () => {
      await using database = await open();
      await database.migrate([FIRST]);
      await assert.rejects(database.migrate([FIRST, BROKEN]), /nowhere/);
      assert.equal((await database.execute('SELECT n FROM pages')).length, 1);
      await assert.rejects(database.execute('SELECT n FROM more'));
      assert.equal(await database.migrate([FIRST, SECOND]), 1, 'the mended script runs from where it stood');
    });

    test('a schema from a newer Writethru is refused, with what to do', async () => {
      await using database = await open();
      await database.migrate([FIRST, SECOND]);
      await assert.rejects(database.migrate([FIRST]), (error: Error) => {
        assert.ok(error instanceof NewerSchema);
        assert.match(error.message, /version 2, this Writethru knows 1: run the newer version/);
        return true;
      });
      assert.equal((await database.execute('SELECT words FROM pages')).length, 2);
    });

    test('stories that were filed before sections had addresses have one afterwards', async () => {
      await using database = await open();
      const all = migrationsFor(engine);
      await database.migrate(all.slice(0, 1));
      const columns = `id, slug, lang, zone, section, state, version, top, top_version, opened_at, updated_at, top_written_at, headline_at, lead_at, update_count`;
      const top = JSON.stringify(aTop());
      for (const [id, section] of [
        ['a', `'Ciudad & Río'`],
        ['b', `'Sport'`],
        ['c', 'NULL'],
        ['d', `'Sport'`],
      ])
        await database.execute(
          `INSERT INTO stories (${columns}) VALUES ('${id}', '${id}', 'en', 'UTC', ${section}, 'live', 1, '${top}', 1, '', '', '', '', '', 0)`,
        );
      await database.migrate(all);
      const rows = await database.execute('SELECT section_slug FROM stories ORDER BY id');
      assert.deepEqual(
        rows.map((row) => row['section_slug']),
        ['ciudad-rio', 'sport', null, 'sport'],
      );
    });

    test('stories that were opened before authors’ lists were kept in order stand in it afterwards', async () => {
      await using database = await open();
      const all = migrationsFor(engine);
      await database.migrate(all.slice(0, 11));
      const columns = `id, slug, lang, zone, state, version, top, top_version, opened_at, updated_at, top_written_at, headline_at, lead_at, update_count`;
      const top = JSON.stringify(aTop());
      await database.execute(
        `INSERT INTO stories (${columns}) VALUES ('a', 'a', 'en', 'UTC', 'live', 1, '${top}', 1, '2026-02-03T21:00:59.000Z', '', '', '', '', 0)`,
      );
      await database.execute(`INSERT INTO bylines (name, story_id) VALUES ('Bo Lind', 'a')`);
      await database.migrate(all);
      const [row] = await database.execute('SELECT opened_at FROM bylines');
      assert.equal(row?.['opened_at'], '2026-02-03T21:00:59.000Z');
    });

    test('two that start together run every script once', async () => {
      await using database = await open();
      const [one, other] = await Promise.all([database.migrate(), database.migrate()]);
      assert.equal(one + other, migrationsFor(engine).length);
      assert.deepEqual(await database.execute('SELECT slug FROM stories'), []);
    });
  });
}
