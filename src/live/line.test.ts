import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { deflated } from './deflated.ts';
import { Line } from './line.ts';
import { pastOf, sendable, type Past, type Sendable } from './sendable.ts';

/** What a reader's line was sent, out of its chunks. */
function gzipLine() {
  const written: Buffer[] = [];
  const write = (bytes: Buffer): boolean => written.push(bytes) > 0;
  const line = new Line({ write, destroySoon: () => undefined } as unknown as Socket, 'gzip');
  /** Since it was last asked. */
  const bytes = (): Buffer => {
    const all = Buffer.concat(written.splice(0));
    const parts: Buffer[] = [];
    for (let at = 0; at < all.length;) {
      const end = all.indexOf('\r\n', at);
      const size = Number.parseInt(all.subarray(at, end).toString(), 16);
      parts.push(all.subarray(end + 2, end + 2 + size));
      at = end + size + 4;
    }
    return Buffer.concat(parts);
  };
  return { line, bytes };
}

/** A sentence a piece; the next one can point back into it. */
function piece(at: number): Sendable {
  const text = `id: ${at}\ndata: ${'The ferry has not arrived, the harbour master says. '.repeat(8)}${at}\n\n`;
  return { ...sendable(text), past: pastOf(Buffer.from(text)) };
}

const BEAT = sendable('event: beat\ndata: {"site":3}\n\n');

test('each piece can be read as soon as it is there, by a decoder that waits for more', async () => {
  const { line, bytes } = gzipLine();
  const decoder = zlib.createGunzip();
  let read = '';
  decoder.setEncoding('utf8').on('data', (text: string) => (read += text));
  let said = '';
  for (const sent of [piece(1), BEAT, piece(2), piece(3), BEAT, BEAT, piece(4)]) {
    line.write(sent);
    said += sent.plain.toString();
    await new Promise<void>((resolve) => {
      decoder.write(bytes(), () => resolve());
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(read, said);
  }
});

test('a stream that ends is a whole gzip file, its checksum and its length right', () => {
  const { line, bytes } = gzipLine();
  const sent = [BEAT, piece(1), piece(2), BEAT, piece(3)];
  for (const each of sent) line.write(each);
  line.end();
  assert.equal(zlib.gunzipSync(bytes()).toString(), sent.map(({ plain }) => plain).join(''));
});

test('who came at different times and was sent the same last is sent the same bytes next', () => {
  const [early, late] = [gzipLine(), gzipLine()];
  const [first, second, third] = [piece(1), piece(2), piece(3)];
  early.line.write(first);
  early.line.write(second);
  late.line.write(BEAT);
  late.line.write(second);
  early.bytes();
  late.bytes();
  for (const { line } of [early, late]) line.write(BEAT);
  for (const { line } of [early, late]) line.write(third);
  const [one, other] = [early.bytes(), late.bytes()];
  assert.deepEqual(one, other);
  // It points back into the piece before, over the beat between.
  assert.ok(one.length < third.plain.length / 4, `${one.length} of ${third.plain.length} bytes`);
});

test('a story that is quiet for days holds no past for each of its beats, and what comes then is read', () => {
  let past: Past | null = piece(1).past!;
  const seen = new Set<Past | null>();
  for (let beats = 0; beats < 1000; beats += 1) {
    ({ past } = deflated(BEAT, past));
    seen.add(past);
  }
  assert.equal(past, null);
  assert.ok(seen.size < 20, `${seen.size} pasts`);
  const { line, bytes } = gzipLine();
  const sent = [piece(1), ...Array.from({ length: 40 }, () => BEAT), piece(2), BEAT, piece(3)];
  for (const each of sent) line.write(each);
  line.end();
  assert.equal(zlib.gunzipSync(bytes()).toString(), sent.map(({ plain }) => plain).join(''));
});
