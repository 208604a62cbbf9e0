import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told, typeInTwoBrowsers } from './two-browsers/run.ts';

test('two browsers type in one draft, one cut off, the server killed: every character is there once, in its order', async () => {
  const outcome = await typeInTwoBrowsers({ engine: 'sqlite', length: 8000, cuts: [2000] });
  console.log(told('sqlite', outcome));
  assert.deepEqual(outcome.faults, []);
  assert.equal(outcome.found, outcome.typed);
  assert.equal(outcome.doubled, 0);
  assert.ok(outcome.equal, 'both screens, the log and a browser opened afterwards have the same');
});
