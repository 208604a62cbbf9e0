import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { half, iim, photo, withIim, withSegment } from '../../test/support/pictures.ts';
import { readBlur } from '../domain/blur.ts';
import { inspect } from './inspect.ts';
import type { Picture } from './picture.ts';
import { sharp } from './sharp.ts';

const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;

describe('a picture that is taken', () => {
  test('is known by its content, in each of the five formats', async () => {
    for (const format of FORMATS) {
      const seen = await taken(await half(300, 200).toFormat(format).toBuffer());
      assert.deepEqual([seen.format, seen.width, seen.height, seen.frames], [format, 300, 200, 1]);
    }
  });

  test('is measured as it is looked at, whichever way the camera was held', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const seen = await taken(await half(300, 200).withMetadata({ orientation }).jpeg().toBuffer());
      const [width, height] = orientation > 4 ? [200, 300] : [300, 200];
      assert.deepEqual([seen.width, seen.height], [width, height], `orientation ${orientation}`);
    }
  });

  test('gives the colour there is most of, and a dozen colours where they are', async () => {
    const seen = await taken(await half(400, 300, '#204080', '#e0a040').png().toBuffer());
    assert.ok(['#204080', '#e0a040'].includes(seen.color), seen.color);
    const blur = readBlur(seen.blur);
    assert.deepEqual([blur?.columns, blur?.rows], [4, 3]);
    near(blur!.colors[0]!, [0x20, 0x40, 0x80], 8);
    near(blur!.colors[3]!, [0xe0, 0xa0, 0x40], 8);
    const upright = await taken(await photo(200, 400));
    assert.match(upright.blur, /^3x4:[0-9a-f]{72}$/);
  });

  test('gives the colours of the first frame on white where something shows through', async () => {
    const clear = { create: { width: 20, height: 20, channels: 4 as const, background: '#ff000000' } };
    assert.equal((await taken(await sharp(clear).png().toBuffer())).color, '#ffffff');
  });

  test('gives a colour in any colour space: grey, CMYK, 16 bits, a palette', async () => {
    const red = half(60, 40, '#c03020', '#c03020');
    const pictures = [
      await red.clone().toColourspace('cmyk').jpeg().toBuffer(),
      await red.clone().toColourspace('rgb16').png().toBuffer(),
      await red.clone().png({ palette: true }).toBuffer(),
    ];
    for (const bytes of pictures) near((await taken(bytes)).color, [0xc0, 0x30, 0x20], 40);
    const grey = await sharp(await half(60, 40, '#808080', '#808080').png().toBuffer())
      .toColourspace('b-w')
      .jpeg()
      .toBuffer();
    near((await taken(grey)).color, [0x80, 0x80, 0x80], 2);
  });

  test('is taken with the small faults cameras and tools leave in files', async () => {
    const plain = await photo(60, 40);
    const profile = Buffer.from('ICC_PROFILE\0\x01\x01 and no profile', 'latin1');
    const scan = plain.indexOf(Buffer.from([0xff, 0xda]));
    const files = [
      Buffer.concat([plain, await photo(30, 20)]),
      Buffer.concat([plain, Buffer.alloc(5_000)]),
      Buffer.concat([plain.subarray(0, scan), Buffer.alloc(3), plain.subarray(scan)]),
      withSegment(plain, 0xe2, profile),
      withSegment(plain, 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.alloc(200, 0xfe)])),
      Buffer.concat([await half(60, 40).png().toBuffer(), Buffer.from('more')]),
    ];
    for (const bytes of files) {
      const seen = await taken(bytes);
      assert.deepEqual([seen.width, seen.height], [60, 40]);
    }
  });

  test('offers what its metadata says', async () => {
    const seen = await taken(withIim(await photo(), [iim('byline', 'Evan Vucci'), iim('credit', 'AP')]));
    assert.equal(seen.offered.credit, 'Evan Vucci/AP');
  });

  test('counts the frames of an animation, and stands for its first', async () => {
    const seen = await taken(await animation(3, 'gif'));
    assert.deepEqual([seen.frames, seen.width, seen.height, seen.color], [3, 20, 20, '#000000']);
    assert.equal((await taken(await animation(3, 'webp'))).frames, 3);
  });

  test('may be one pixel, or one pixel wide', async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 3000],
      [3000, 1],
    ] as const) {
      const seen = await taken(await half(width, height).png().toBuffer());
      assert.deepEqual([seen.width, seen.height], [width, height]);
      assert.ok(readBlur(seen.blur));
    }
  });
});

describe('a file that is refused', () => {
  test('is told what it is and what to do, whatever it is called', async () => {
    const files: [start: string, why: string, detail: RegExp][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'format', /^SVG files are not taken\. Send a JPEG/],
      ['\uFEFF<?xml version="1.0"?>\n<!-- c --><svg>', 'format', /^SVG/],
      ['<!DOCTYPE html><html>', 'format', /^HTML/],
      ['%PDF-1.7', 'format', /^PDF/],
      ['\0\0\0\x1cftypheic\0\0\0\0mif1heic', 'format', /^HEIC .*Export it as JPEG/],
      ['\0\0\0\x1cftypmif1\0\0\0\0mif1heic', 'format', /^HEIC/],
      ['\0\0\0\x1cftypisom\0\0\0\0isomavc1', 'format', /^video/],
      ['II*\0', 'format', /^TIFF/],
      ['8BPS', 'format', /^Photoshop/],
      ['PK\x03\x04', 'format', /^ZIP/],
      ['', 'not-a-picture', /is not a picture\. Send a JPEG/],
      ['Just words', 'not-a-picture', /is not a picture/],
      ['\xff\xd8\xff', 'damaged', /cut off or damaged/],
      ['GIF89a', 'damaged', /cut off or damaged/],
      ['RIFF\0\0\0\0WEBP', 'damaged', /cut off or damaged/],
    ];
    for (const [start, why, detail] of files) {
      const seen = await inspect(Buffer.from(start, start.startsWith('\uFEFF') ? 'utf8' : 'latin1'));
      assert.ok(seen.type === 'refused', start);
      assert.equal(seen.why, why, start);
      assert.match(seen.detail, detail);
    }
  });

  test('is refused as cut off wherever it was cut', async () => {
    for (const format of FORMATS) {
      const whole = await noisy(format);
      for (const share of [0.02, 0.3, 0.6, 0.9, 0.99])
        await refused(whole.subarray(0, Math.floor(whole.length * share)), 'damaged', `${format} ${share}`);
    }
  });

  test('is refused by its bytes before it is looked at', async () => {
    const limits = { bytes: 1_000, pixels: 1e9, frames: 10 };
    const seen = await inspect(await noisy('jpeg'), limits);
    assert.ok(seen.type === 'refused' && seen.why === 'too-large');
    assert.match(seen.detail, /at most 0\.0 MB/);
    assert.equal((await inspect(Buffer.alloc(20_000_001))).type, 'refused');
  });

  test('is refused by its pixels before they are unpacked: a bomb costs its own few bytes', async () => {
    const bomb = pngBomb(100_000, 100_000);
    assert.ok(bomb.length < 1_000_000);
    const before = process.memoryUsage().rss;
    const seen = await inspect(bomb);
    assert.ok(seen.type === 'refused' && seen.why === 'too-many-pixels', JSON.stringify(seen));
    assert.match(seen.detail, /100000 × 100000 px; at most 50 megapixels/);
    assert.ok(process.memoryUsage().rss - before < 100_000_000);
  });

  test('is refused where the header promises more pixels than there are', async () => {
    await refused(pngBomb(7_000, 7_000), 'damaged', 'a PNG of one line');
  });

  test('is refused as an animation where it is a film', async () => {
    const seen = await inspect(await animation(12, 'gif'), { bytes: 1e6, pixels: 1e6, frames: 10 });
    assert.ok(seen.type === 'refused' && seen.why === 'animated-too-long');
    assert.match(seen.detail, /12 frames; at most 10/);
  });
});

async function taken(bytes: Uint8Array): Promise<Picture> {
  const seen = await inspect(bytes);
  assert.ok(seen.type === 'picture', JSON.stringify(seen));
  return seen;
}

function near(color: string, rgb: number[], within: number): void {
  const channels = color.match(/[0-9a-f]{2}/g)!.map((hex) => Number.parseInt(hex, 16));
  assert.ok(
    channels.every((value, at) => Math.abs(value - rgb[at]!) <= within),
    color,
  );
}

async function refused(bytes: Uint8Array, why: string, what: string): Promise<void> {
  const seen = await inspect(bytes);
  assert.equal(seen.type === 'refused' ? seen.why : seen.type, why, what);
}

/** A picture that fills its file to the end, as photos do. */
async function noisy(format: (typeof FORMATS)[number]): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 50 };
  const background = { width: 200, height: 150, channels: 3 as const, background: '#888', noise };
  return sharp({ create: background }).toFormat(format).toBuffer();
}

/** Frames of growing brightness, the first one black. */
async function animation(frames: number, format: 'gif' | 'webp'): Promise<Buffer> {
  const pixels = Buffer.concat(
    Array.from({ length: frames }, (_, frame) => Buffer.alloc(20 * 20 * 3, frame * 20)),
  );
  const raw = { width: 20, height: 20 * frames, channels: 3 as const, pageHeight: 20 };
  return sharp(pixels, { raw }).toFormat(format, { loop: 0 }).toBuffer();
}

/** A PNG that names this size and holds one line of nothing. */
function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
  const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(1 + width * 3)));
  return Buffer.concat([signature, pngChunk('IHDR', header), pixels, pngChunk('IEND', Buffer.alloc(0))]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
