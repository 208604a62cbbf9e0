import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half, iim, photo, UTF8, withIim, withRawXmp, xmp } from '../../test/support/pictures.ts';
import { openEncoder } from './encoder.ts';
import { plan } from './renditions.ts';

/** Each picture is broken so many times in each of the ways below, always alike. */
const ROUNDS = 20;

type Random = (below: number) => number;
type Break = (bytes: Buffer, random: Random) => Buffer;

const WAYS: Record<string, Break> = {
  'bits turned': (bytes, random) => {
    for (let turn = random(40); turn >= 0; turn -= 1) bytes[random(bytes.length)]! ^= 1 << random(8);
    return bytes;
  },
  'bits of its head turned': (bytes, random) => {
    for (let turn = random(6); turn >= 0; turn -= 1)
      bytes[random(Math.min(400, bytes.length))]! ^= 1 << random(8);
    return bytes;
  },
  'cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'a piece taken out': (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(200))]);
  },
  'a piece put in': (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(random(300), random(256)), bytes.subarray(at)]);
  },
  'a length made huge': (bytes, random) => {
    const at = random(bytes.length - 4);
    return bytes.fill(0xff, at, at + 4);
  },
};

test('pictures broken in hundreds of ways are taken or refused, and the encoder lives through all', async () => {
  const encoder = openEncoder();
  const seen = { picture: 0, refused: 0, encoded: 0 };
  try {
    await encoder.inspect(await photo(10, 10));
    const pid = encoder.pid();
    for (const [name, whole] of Object.entries(await pictures()))
      for (const [way, breaking] of Object.entries(WAYS))
        for (let round = 0; round < ROUNDS; round += 1) {
          const broken = breaking(Buffer.from(whole), randomFrom(`${name} ${way} ${round}`));
          const inspected = await encoder.inspect(broken);
          seen[inspected.type] += 1;
          assert.equal(encoder.pid(), pid, `${name}, ${way}, round ${round} took the encoder down`);
          if (inspected.type === 'refused') continue;
          // What is taken can be encoded.
          const spec = plan(inspected.width, inspected.height)[0]!;
          await encoder.encode(broken, [spec], inspected.offered, () => void (seen.encoded += 1));
        }
  } finally {
    await encoder.close();
  }
  assert.equal(seen.picture + seen.refused, 6 * 6 * ROUNDS);
  assert.equal(seen.encoded, seen.picture);
  assert.ok(seen.picture > 20 && seen.refused > 200, JSON.stringify(seen));
});

/** Small ones of every format, and one full of metadata. */
async function pictures(): Promise<Record<string, Buffer>> {
  const drawn = half(48, 32);
  const told = withIim(await photo(48, 32), [
    iim('charset', UTF8),
    iim('byline', 'Evan Vucci'),
    iim('credit', 'AP'),
  ]);
  return {
    jpeg: await drawn.clone().jpeg().toBuffer(),
    png: await drawn.clone().png().toBuffer(),
    webp: await drawn.clone().webp().toBuffer(),
    avif: await drawn.clone().avif().toBuffer(),
    gif: await drawn.clone().gif().toBuffer(),
    'jpeg with metadata': withRawXmp(told, xmp('<photoshop:Credit>AP</photoshop:Credit>')),
  };
}

/** Numbers that look like chance and are the same every time (xorshift32, seeded by FNV-1a of the name). */
function randomFrom(name: string): Random {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(name)) state = Math.imul(state ^ byte, 0x01000193);
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(below, 1);
  };
}
