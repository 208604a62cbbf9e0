import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closestSlugs } from './closest.ts';

const SLUGS = [
  'no-deal',
  'ferry-overdue-off-the-point',
  'harbour-bridge-closed',
  'ponte-fechada',
  'summit-opens',
];

test('an address with a slip, cut short or put together differently leads to the story that was meant', () => {
  assert.deepEqual(closestSlugs('ferry-overdu-off-the-piont', SLUGS, 3), ['ferry-overdue-off-the-point']);
  assert.deepEqual(closestSlugs('harbour-br', SLUGS, 3)[0], 'harbour-bridge-closed');
  assert.deepEqual(closestSlugs('bridge-harbour', SLUGS, 3)[0], 'harbour-bridge-closed');
  assert.deepEqual(closestSlugs('No-Deal', SLUGS, 3), ['no-deal']);
});

test('an address like none is offered none', () => {
  for (const asked of ['', 'x', 'wp-login.php', '../../etc/passwd', '日本'])
    assert.deepEqual(closestSlugs(asked, SLUGS, 3), [], asked);
});

test('whatever is asked for, no more are offered than wanted, and each is one there is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (asked) => {
      const offered = closestSlugs(asked, SLUGS, 2);
      assert.ok(offered.length <= 2 && offered.every((slug) => SLUGS.includes(slug)));
    }),
  );
});
