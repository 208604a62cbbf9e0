import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finish } from '../serving/finished.ts';
import { readHead, type Head } from './head.ts';
import { keptAnswers, type Answer, type Logs } from './kept-answers.ts';

const asking = (target: string, more = ''): Head =>
  readHead(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: a\r\n${more}\r\n`))!;
const STILL: Logs = { fresh: async () => undefined, position: () => 1 };
const brief = (): Answer => ({
  headers: { etag: '"1"' },
  finished: finish('text/plain', 'It rains.'),
  asOf: null,
  onGiven: () => undefined,
});

test('of many brief answers no more are kept than there is room for what each takes besides', () => {
  const kept = keptAnswers(STILL, 5, 100_000);
  const targets = Array.from({ length: 1000 }, (_, at) => `/?page=${at}`);
  for (const target of targets) kept.keep(target, brief());
  const held = targets.filter((target) => kept.answer(asking(target)) !== null);
  assert.ok(held.length > 0 && held.length < 20, `${held.length} are held`);
  assert.ok(held.includes(targets.at(-1)!), 'the last of them is');
});

test('what is let go of and kept again is counted once', () => {
  const kept = keptAnswers(STILL, 5, 100_000);
  for (let times = 0; times < 100; times += 1) {
    kept.keep('/rain', brief());
    kept.keep('/wind', brief());
  }
  assert.ok(kept.answer(asking('/rain')) && kept.answer(asking('/wind')));
  kept.forget();
  assert.equal(kept.answer(asking('/rain')), null);
});

test('an answer is given in what is asked for, as long as the logs stand where they stood, and not once more', async () => {
  let at = 7;
  const told: number[] = [];
  const kept = keptAnswers({ fresh: async () => undefined, position: () => at }, 5);
  const finished = finish('text/plain', 'It rains. '.repeat(100));
  kept.keep('/rain', {
    headers: { etag: `W/"${finished.digest}"` },
    finished,
    asOf: 7,
    onGiven: (status) => told.push(status),
  });
  const given = async (more = ''): Promise<string> => String(await kept.answer(asking('/rain', more)));
  assert.match(
    await given(),
    /^HTTP\/1.1 200 OK\r\netag: W\/"\w+"\r\n[^]*keep-alive: timeout=5[^]*\r\n\r\nIt rains/,
  );
  assert.match(await given('Accept-Encoding: gzip\r\n'), /content-encoding: gzip\r\n/);
  assert.match(await given('Connection: close\r\n'), /connection: close\r\n(?![^]*keep-alive)/);
  const again = await given(`If-None-Match: "${finished.digest}"\r\n`);
  assert.match(again, /^HTTP\/1.1 304 Not Modified\r\n(?![^]*content-)[^]*\r\n\r\n$/);
  assert.deepEqual(told, [200, 200, 200, 304]);
  at = 8;
  assert.equal(await kept.answer(asking('/rain')), null);
  assert.equal(kept.answer(asking('/rain')), null, 'it was let go of');
});
