import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import { termsOf } from '../../domain/find/sought.ts';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { aLongStory, waysOf } from '../contract/ways.ts';
import { drive, postgresSql } from '../plan.ts';
import { migratePostgres, openPostgres } from './open.ts';
import { postgresWordIndex } from './word-index.ts';

type Step = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  Plans?: Step[];
};

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];

/** By which steps a statement is answered, as PostgreSQL explains it; `ANALYZE` runs it and counts. One that explains reads nothing. */
async function stepsBy(
  client: Client,
  { sql, parameters }: CompiledQuery,
  how: 'ANALYZE' | '' = '',
): Promise<Step[]> {
  if (sql.startsWith('explain')) return [];
  const explained = `EXPLAIN (${how === '' ? '' : `${how}, `}FORMAT JSON) ${sql}`;
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(explained, [...parameters]);
  return stepsOf(rows[0]!['QUERY PLAN'][0].Plan);
}

test('no page of a filter or a search reads a whole table', async () => {
  await using database = await freshDatabase();
  await migratePostgres(database.url);
  const storage = await openPostgres(database.url);
  const storyId = await aLongStory(storage);
  await storage.close();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('ANALYZE');
  // A table as small as a test's is cheapest read whole, if it may be: what is asked is whether it has to be.
  await client.query('SET enable_seqscan = off');
  try {
    for (const { name, queries, by } of waysOf(postgresSql(), storyId)) {
      const steps: Step[] = [];
      for (const query of queries) steps.push(...(await stepsBy(client, query)));
      const read = steps.flatMap((step) => step['Index Name'] ?? []).concat('');
      const whole = steps
        .filter((step) => step['Node Type'] === 'Seq Scan')
        .map((step) => step['Relation Name']);
      // A table of a few names fits on a page, which is the cheapest to read whole.
      if (name === 'names') continue;
      assert.ok(
        read.some((index) => by.test(index)),
        `${name}: by ${read.join()}, whole ${whole.join()}`,
      );
      assert.deepEqual(whole, [], name);
    }
  } finally {
    await client.end();
  }
});

test('a word of very many entries that was not used of late is not gathered from all of them, and a rare one not looked for far back', async () => {
  await using database = await freshDatabase();
  await migratePostgres(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO findable (place, story_id, seq, update_id) SELECT n, 'a', n, n FROM generate_series(1, 40000) n`,
    );
    // PostgreSQL counts how often words occur once it knows a hundred.
    await client.query(
      `INSERT INTO findable_words (place, words)
       SELECT n, ('dw' || n % 200 || ':3 ' || CASE WHEN n > 38000 THEN 'dnew:1' WHEN n IN (7, 9) THEN 'dold:1 drare:2' ELSE 'dold:1' END)::tsvector
       FROM generate_series(1, 40000) n`,
    );
    await client.query('VACUUM ANALYZE');
    const find = async (word: string, beyond?: number): Promise<{ places: number[]; read: number }> => {
      const reach = { order: 'newest' as const, limit: 3, ...(beyond !== undefined && { beyond }) };
      const plan = postgresWordIndex.find(postgresSql(), { kind: 'update', terms: termsOf(word) }, reach);
      let read = 0;
      const places = await drive(plan, async (query) => {
        const steps = await stepsBy(client, query, 'ANALYZE');
        read = Math.max(read, ...steps.map((step) => step['Actual Rows'] ?? 0));
        return (await client.query(query.sql, [...query.parameters])).rows;
      });
      return { places, read };
    };
    const old = await find('old');
    assert.deepEqual(old.places, [38_000, 37_999, 37_998]);
    assert.ok(old.read < 3000, `${old.read} read`);
    const later = await find('old', 37_998);
    assert.deepEqual(later.places, [37_997, 37_996, 37_995]);
    const rare = await find('rare');
    assert.deepEqual(rare.places, [9, 7]);
    assert.ok(rare.read < 3000, `${rare.read} read`);
  } finally {
    await client.end();
  }
});
