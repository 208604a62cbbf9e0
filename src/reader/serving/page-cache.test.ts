import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StorageUnavailable } from '../../domain/errors.ts';
import { finish } from '../../web/serving/finished.ts';
import { pageCache } from './page-cache.ts';

/** Renders pages of the given size and counts how often. */
function renderer(version: string, size = 10) {
  const rendered = { times: 0 };
  const render = async () => {
    rendered.times += 1;
    return { version, finished: finish('text/plain', 'x'.repeat(size)) };
  };
  return { rendered, render };
}

test('a page is rendered once for a place in the log, and anew when the log moves on', async () => {
  const cache = pageCache();
  const first = renderer('7.1');
  await cache.page('/a', '7.1', first.render);
  await cache.page('/a', '7.1', first.render);
  assert.equal(first.rendered.times, 1);
  const next = renderer('8.1');
  await cache.page('/a', '8.1', next.render);
  assert.equal(next.rendered.times, 1);
});

test('a thousand readers who arrive at once wait for one rendering', async () => {
  const cache = pageCache();
  const { rendered, render } = renderer('7.1');
  const pages = await Promise.all(Array.from({ length: 1000 }, () => cache.page('/a', '7.1', render)));
  assert.equal(rendered.times, 1);
  assert.equal(new Set(pages).size, 1);
});

test('a rendering that fails is told to those who wait, and tried again for the next', async () => {
  const cache = pageCache();
  await assert.rejects(
    cache.page('/a', '7.1', () => Promise.reject(new Error('the disk'))),
    /the disk/,
  );
  const { rendered, render } = renderer('7.1');
  await cache.page('/a', '7.1', render);
  assert.equal(rendered.times, 1);
});

test('what nobody asks for makes room', async () => {
  const cache = pageCache(100);
  const { rendered, render } = renderer('1.1', 40);
  await cache.page('/a', '1.1', render);
  await cache.page('/b', '1.1', render);
  await cache.page('/a', '1.1', render);
  await cache.page('/c', '1.1', render);
  assert.equal(rendered.times, 3);
  await cache.page('/a', '1.1', render);
  assert.equal(rendered.times, 3, 'the page asked for last was kept');
  await cache.page('/b', '1.1', render);
  assert.equal(rendered.times, 4, 'the page asked for least was let go of');
});

const away = (): Promise<never> => Promise.reject(new StorageUnavailable('away'));

test('while storage is away, what is held goes out; a bug does not hide behind it', async () => {
  const cache = pageCache();
  const { render } = renderer('7.1');
  const held = await cache.page('/a', '7.1', render);
  assert.deepEqual(await cache.orHeld('/a', away), { held: { ...held, lastKnown: true } });
  await assert.rejects(cache.orHeld('/b', away), StorageUnavailable);
  await assert.rejects(
    cache.orHeld('/a', () => Promise.reject(new Error('a bug'))),
    /a bug/,
  );
});

test('when words are taken back nothing that was rendered before goes out again, even if it was being rendered then', async () => {
  const cache = pageCache();
  const { render } = renderer('7.1');
  await cache.page('/a', '7.1', render);
  const slow = Promise.withResolvers<void>();
  const late = cache.page('/b', '7.1', async () => {
    await slow.promise;
    return render();
  });
  cache.forget();
  slow.resolve();
  await late;
  for (const key of ['/a', '/b']) await assert.rejects(cache.orHeld(key, away), StorageUnavailable);
  const again = renderer('7.1');
  const held = await cache.page('/b', '7.1', again.render);
  assert.equal(again.rendered.times, 1);
  assert.deepEqual(await cache.orHeld('/b', away), { held: { ...held, lastKnown: true } });
});
