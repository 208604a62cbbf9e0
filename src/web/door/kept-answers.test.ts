import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finish } from '../serving/finished.ts';
import { readHead, type Head } from './head.ts';
import { keptAnswers, type Answer } from './kept-answers.ts';

const asking = (target: string): Head => readHead(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`))!;
const brief = (): Answer => ({
  headers: { etag: '"1"' },
  finished: finish('text/plain', 'It rains.'),
  asOf: null,
  onGiven: () => undefined,
});

test('of many brief answers no more are kept than there is room for what each takes besides', () => {
  const kept = keptAnswers(async () => 1, 5, 100_000);
  const targets = Array.from({ length: 1000 }, (_, at) => `/?page=${at}`);
  for (const target of targets) kept.keep(target, brief());
  const held = targets.filter((target) => kept.answer(asking(target)) !== null);
  assert.ok(held.length > 0 && held.length < 20, `${held.length} are held`);
  assert.ok(held.includes(targets.at(-1)!), 'the last of them is');
});

test('what is let go of and kept again is counted once', () => {
  const kept = keptAnswers(async () => 1, 5, 100_000);
  for (let times = 0; times < 100; times += 1) {
    kept.keep('/rain', brief());
    kept.keep('/wind', brief());
  }
  assert.ok(kept.answer(asking('/rain')) && kept.answer(asking('/wind')));
  kept.forget();
  assert.equal(kept.answer(asking('/rain')), null);
});
