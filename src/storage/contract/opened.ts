import type { Storage } from '../storage.ts';

/** A storage under test, on an empty database of its own. */
export type Opened = AsyncDisposable & {
  storage: Storage;
  /** A second handle on the same data, as another thread or node has it. */
  another: () => Promise<Storage>;
  /** SQL past the storage, as a tamperer would. */
  execute: (statement: string) => Promise<Record<string, unknown>[]>;
};

export type Open = () => Promise<Opened>;

/** A migrated database, and how it is opened. */
export type Home = Pick<Opened, 'execute'> & { open: () => Promise<Storage>; end: () => Promise<void> };

/** Closes every handle that was opened, then gives the database up. */
export async function openedAt({ open, execute, end }: Home): Promise<Opened> {
  const handles: Storage[] = [];
  const another = async (): Promise<Storage> => {
    const handle = await open();
    handles.push(handle);
    return handle;
  };
  return {
    storage: await another(),
    another,
    execute,
    async [Symbol.asyncDispose]() {
      for (const handle of handles) await handle.close();
      await end();
    },
  };
}

export const TABLES = [
  'logs',
  'events',
  'stories',
  'slugs',
  'tops',
  'updates',
  'corrections',
  'bylines',
  'authors',
  'site',
  'pages',
  'media',
  'activity',
  'tokens',
  'users',
  'answers',
  'imports',
  'update_outlets',
  'story_names',
  'findable',
  'findable_words',
  'to_be_found',
  'test_clock',
  'drafts',
  'draft_log',
  'draft_heads',
  'draft_versions',
  'notes',
  'mentions',
  'held_media',
  'sessions',
  'recovery_codes',
  'passkeys',
  'sso_identities',
  'once_links',
  'story_grants',
  'sign_in_attempts',
];

/** Empties a table, the activity list too, which is only added to: past its guard, as whoever owns the database can. */
export async function emptied({ execute }: Pick<Home, 'execute'>, table: string): Promise<void> {
  if (table !== 'activity') return void (await execute(`DELETE FROM ${table}`));
  if ((await execute('SELECT 1 FROM activity LIMIT 1')).length === 0) return;
  const guards = await execute(
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'activity'`,
  ).catch(() => null);
  if (guards === null) return void (await execute('TRUNCATE activity'));
  for (const { name } of guards) await execute(`DROP TRIGGER ${String(name)}`);
  await execute('DELETE FROM activity');
  for (const { sql } of guards) await execute(String(sql));
}

/** Making a database takes longer than most tests: one that a test is done with is emptied for the next. */
export function reusing(make: () => Promise<Home>): { open: Open; end: () => Promise<void> } {
  const made: Home[] = [];
  const free: Home[] = [];
  const giveBack = async (home: Home): Promise<void> => {
    for (const table of TABLES) await emptied(home, table);
    free.push(home);
  };
  return {
    async open() {
      const home = free.pop() ?? (await make());
      if (!made.includes(home)) made.push(home);
      return openedAt({ ...home, end: () => giveBack(home) });
    },
    async end() {
      for (const home of made) await home.end();
    },
  };
}
