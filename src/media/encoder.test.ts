import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEncoder } from './encoder.ts';
import { plan } from './renditions.ts';
import type { Rendition } from './renditions.ts';
import { sharp } from './sharp.ts';

const PRINTED = { credit: 'Rosa Tavares/Costa', copyright: null };

const photo = async () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a6ea5' } })
    .jpeg()
    .toBuffer();

test('a picture is looked at and every rendition of its plan is made, in its order', async () => {
  await using house = await newEncoder();
  const bytes = await photo();
  const seen = await house.encoder.inspect(bytes);
  assert.ok(seen.type === 'picture');
  assert.deepEqual([seen.format, seen.width, seen.height], ['jpeg', 900, 600]);
  const specs = plan(seen.width, seen.height);
  const made: Rendition[] = [];
  await house.encoder.encode(bytes, specs, PRINTED, (rendition) => void made.push(rendition));
  assert.deepEqual(
    made.map(({ width, height, format }) => ({ width, height, format })),
    specs,
  );
});

async function newEncoder() {
  const encoder = openEncoder();
  return { encoder, [Symbol.asyncDispose]: encoder.close };
}
