import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { crc32, createDeflate, gzipSync } from 'node:zlib';
import { deskSite, type DeskAnswer, type DeskSite } from '../../../../../test/support/desk-site.ts';
import { half, photo } from '../../../../../test/support/pictures.ts';
import { sharp } from '../../../../media/sharp.ts';

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** So many times one byte, compressed (RFC 1950); never whole in memory, which is measured here. */
function deflated(length: number, byte: number): Promise<Buffer> {
  const piece = Buffer.alloc(1 << 20, byte);
  const whole = Array.from({ length: Math.floor(length / piece.length) }, () => piece);
  return buffer(Readable.from([...whole, piece.subarray(0, length % piece.length)]).pipe(createDeflate()));
}

/** A PNG of this size, with so many bytes of nothing in it as it takes; `words` in a compressed text chunk. */
async function png(width: number, height: number, { lines = 1, words = 0 } = {}): Promise<Buffer> {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const text =
    words === 0 ? [] : [chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), await deflated(words, 65)]))];
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    ...text,
    chunk('IDAT', await deflated(lines * (1 + width), 0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const u16 = (value: number): number[] => [value & 255, value >> 8];

/** A GIF that is so large, of so many frames that end at their first pixel. */
function gif(width: number, height: number, frames: number): Buffer {
  const frame = [0x2c, 0, 0, 0, 0, ...u16(width), ...u16(height), 0, 2, 2, 0x44, 1, 0];
  const head = [...Buffer.from('GIF89a'), ...u16(width), ...u16(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  return Buffer.concat([
    Buffer.from(head),
    ...Array.from({ length: frames }, () => Buffer.from(frame)),
    Buffer.from([0x3b]),
  ]);
}

/** With another size in the header of its frame (ITU T.81 B.2.2). */
function jpegOf(jpeg: Buffer, width: number, height: number): Buffer {
  const made = Buffer.from(jpeg);
  const at = made.findIndex((byte, index) => byte === 0xff && [0xc0, 0xc2].includes(made[index + 1]!));
  made.writeUInt16BE(height, at + 5);
  made.writeUInt16BE(width, at + 7);
  return made;
}

/** With another canvas in its VP8X header (RFC 9649 §2.7). */
function webpOf(width: number, height: number): Buffer {
  const body = Buffer.alloc(18);
  body.write('VP8X', 0);
  body.writeUInt32LE(10, 4);
  body.writeUIntLE(width - 1, 12, 3);
  body.writeUIntLE(height - 1, 15, 3);
  const head = Buffer.from('RIFF\0\0\0\0WEBP');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}

/** With another size in its `ispe` box (ISO 23008-12 §6.5.3). */
function avifOf(avif: Buffer, width: number, height: number): Buffer {
  const made = Buffer.from(avif);
  const at = made.indexOf('ispe');
  made.writeUInt32BE(width, at + 8);
  made.writeUInt32BE(height, at + 12);
  return made;
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect width="9" height="9"/></svg>';

async function bombs(): Promise<Record<string, Buffer>> {
  const whole = await photo(600, 400);
  const avif = await half(64, 64).avif().toBuffer();
  return {
    'a PNG of ten gigapixels': await png(100_000, 100_000),
    'a PNG of 900 megapixels, whole': await png(30_000, 30_000, { lines: 30_000 }),
    'a GIF of four gigapixels': gif(65_535, 65_535, 1),
    'a GIF of twenty thousand frames': gif(100, 100, 20_000),
    'a JPEG of four gigapixels': jpegOf(whole, 65_500, 65_500),
    'a WebP of 268 megapixels': webpOf(16_384, 16_384),
    'an AVIF of ten gigapixels': avifOf(avif, 100_000, 100_000),
    'a TIFF': await half(60, 40)
      .tiff()
      .toBuffer()
      .catch(() => Buffer.from('II*\0\x08\0\0\0')),
    'an SVG': Buffer.from(SVG),
    'an SVG, zipped': gzipSync(SVG),
    'an SVG behind a byte order mark and a comment': Buffer.from(
      `\uFEFF<?xml version="1.0"?><!-- x -->${SVG}`,
    ),
    'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a photo cut in the middle': whole.subarray(0, whole.length >> 1),
    'a photo of which its head is left': whole.subarray(0, 20),
    'a PDF that goes on as a JPEG': Buffer.concat([Buffer.from('%PDF-1.7\n'), whole]),
    noise: Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) & 255)),
  };
}

const sends = (by: { ask: Ask }, bytes: Uint8Array, type = 'image/jpeg'): Promise<DeskAnswer> =>
  by.ask('POST /media', { bytes, headers: { 'content-type': type } });
type Ask = Awaited<ReturnType<DeskSite['as']>>['ask'];

/** Of this process, MB. */
const rss = (): number => process.memoryUsage.rss() / 1e6;

/** Of the children of this process that decode, MB (Linux). */
function decodersRss(): number {
  const listed = `/proc/self/task/${process.pid}/children`;
  if (!fs.existsSync(listed)) return 0;
  const pids = fs.readFileSync(listed, 'utf8').split(' ').filter(Boolean);
  const pages = pids.map((pid) => {
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('encoder-process')
      ? Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
      : 0;
  });
  return (pages.reduce((sum, one) => sum + one, 0) * 4096) / 1e6;
}

test('pictures that are bombs, cut off, or none are refused with a sentence, and cost the newsroom nothing', async (t) => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  assert.equal((await sends(reporter, await photo())).status, 201);
  const made = await bombs();
  const before = rss();
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, decodersRss());
  }, 20).unref();
  for (const [what, bytes] of Object.entries(made)) {
    for (const type of ['image/jpeg', 'image/png']) {
      const { status, body } = await sends(reporter, bytes, type);
      assert.deepEqual(
        [status, body.errors?.[0]?.pointer],
        [422, '/file'],
        `${what}: ${JSON.stringify(body)}`,
      );
      assert.match(
        body.errors[0].detail,
        /^(The picture|The animation|This file|[A-Z]\w+ files) .{10,}/,
        what,
      );
    }
  }
  clearInterval(watching);
  t.diagnostic(
    `server ${before.toFixed(0)} MB, then ${rss().toFixed(0)} MB; decoder at most ${most.toFixed(0)} MB`,
  );
  assert.ok(rss() - before < 250, 'of the server');
  assert.ok(most < 900, 'of the decoder');
  assert.equal((await sends(reporter, await photo(320, 200))).status, 201, 'and the next photo is taken');
});

test('a polyglot is taken as the picture it is, and what else it is never leaves', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const both = Buffer.concat([
    await photo(300, 200),
    Buffer.from('<script>alert(document.cookie)</script>PK\x03\x04'),
  ]);
  const wordy = await png(30, 20, { lines: 20, words: 50_000_000 });
  const { status, body } = await sends(reporter, both, 'image/svg+xml');
  assert.equal(status, 201, JSON.stringify(body));
  const rendition = await fetch(site.url + body.renditions[0].url, { headers: { cookie: reporter.cookie } });
  assert.equal(rendition.headers.get('content-type'), 'image/jpeg');
  assert.equal(rendition.headers.get('x-content-type-options'), 'nosniff');
  const bytes = Buffer.from(await rendition.arrayBuffer());
  assert.equal((await sharp(bytes).metadata()).format, 'jpeg');
  assert.ok(!bytes.includes('script') && !bytes.includes('PK\x03\x04'));
  const before = rss();
  assert.ok([201, 422].includes((await sends(reporter, wordy)).status));
  assert.ok(rss() - before < 200, 'fifty megabytes of words in fifty kilobytes');
});

test('of a hundred uploads one person sends at once a few are taken; the rest are told to come again, and all get in', async (t) => {
  await using site = await deskSite();
  const [reporter, editor] = [await site.as('reporter'), await site.as('editor')];
  const filler = Buffer.alloc(1_000_000);
  const files = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => Buffer.concat([await photo(200 + n, 100), filler])),
  );
  await sends(editor, await photo());
  const sending = files.map((file) =>
    sends(reporter, file).catch((error: unknown) => {
      // Refused before it was sent whole: a browser sees the answer, this client may see the line break.
      assert.match(String((error as Error).cause ?? error), /EPIPE|ECONNRESET|closed|other side/i);
      return null;
    }),
  );
  const stories = await editor.ask('GET /stories');
  assert.equal(stories.status, 200, 'the desk of others goes on');
  const answers = await Promise.all(sending);
  const taken = answers.filter((one) => one?.status === 201).length;
  for (const one of answers) {
    if (one === null || one.status === 201) continue;
    assert.deepEqual([one.status, one.body.type.split('#')[1]], [503, 'pictures-busy']);
    assert.ok(Number(one.headers.get('retry-after')) > 0);
  }
  t.diagnostic(`${taken} of 100 taken`);
  assert.ok(taken >= 8 && taken <= 60, `${taken} were taken`);
  const late = await sends(reporter, files[99]!);
  assert.ok([200, 201].includes(late.status), 'when it is quieter the next one gets in');
});
