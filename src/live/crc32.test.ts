import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { joinedCrc, shiftBy } from './crc32.ts';

test('the checksum of two pieces one after the other is made from those of each', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 5000 }), (first, second) => {
      const whole = zlib.crc32(Buffer.concat([first, second]));
      assert.equal(joinedCrc(zlib.crc32(first), zlib.crc32(second), shiftBy(second.length)), whole);
    }),
  );
});

test('it goes on over a stream of many pieces, long ones among them', () => {
  const pieces = Array.from({ length: 40 }, (_, at) => Buffer.alloc(at * 3001, `piece ${at}`));
  let crc = 0;
  for (const piece of pieces) crc = joinedCrc(crc, zlib.crc32(piece), shiftBy(piece.length));
  assert.equal(crc, zlib.crc32(Buffer.concat(pieces)));
});
