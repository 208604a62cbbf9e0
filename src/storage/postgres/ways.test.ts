import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { aLongStory, waysOf } from '../contract/ways.ts';
import { postgresSql } from '../plan.ts';
import { migratePostgres, openPostgres } from './open.ts';

type Step = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Step[] };

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];

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
      for (const query of queries) {
        const explained = `EXPLAIN (FORMAT JSON) ${query.sql}`;
        const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(explained, [
          ...query.parameters,
        ]);
        steps.push(...stepsOf(rows[0]!['QUERY PLAN'][0].Plan));
      }
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
