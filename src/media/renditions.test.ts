import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { half, iim, seq, withIim, withSegment, xmp } from '../../test/support/pictures.ts';
import { decode, encode } from './encode.ts';
import { offeredBy } from './metadata.ts';
import { metadataFile } from './metadata/file.ts';
import { plan, RENDITION_FORMATS } from './renditions.ts';
import { sharp } from './sharp.ts';

const NOBODY = { credit: null, copyright: null };
const PRINTED = { credit: 'Evan Vucci/AP & "Rádio" <Costa>', copyright: '© 2019 海' };

const widths = (width: number, height: number) => [...new Set(plan(width, height).map((spec) => spec.width))];

describe('the plan', () => {
  test('a large photo gets every width in every format, JPEG first', () => {
    const specs = plan(6000, 4000);
    assert.deepEqual(widths(6000, 4000), [320, 480, 640, 960, 1280, 1920]);
    assert.deepEqual(
      specs.map(({ format }) => format).filter((format, at, all) => format !== all[at - 1]),
      ['jpeg', 'webp', 'avif'],
    );
    assert.deepEqual(specs.at(-1), { width: 1920, height: 1280, format: 'avif' });
  });

  test('none is wider than the original, and none is made for a few pixels more', () => {
    assert.deepEqual(widths(1000, 700), [320, 480, 640, 1000]);
    assert.deepEqual(widths(960, 700), [320, 480, 640, 960]);
    assert.deepEqual(widths(1200, 700), [320, 480, 640, 960, 1200]);
    assert.deepEqual(widths(200, 700), [200]);
    assert.deepEqual(widths(1, 1), [1]);
  });

  test('what is very long or very flat stays within what the formats hold', () => {
    for (const [width, height] of [
      [2, 50_000],
      [50_000, 2],
      [1000, 40_000],
      [1, 50_000_000],
    ] as const)
      for (const spec of plan(width, height))
        assert.ok(spec.width >= 1 && spec.height >= 1 && spec.height <= 16_383, JSON.stringify(spec));
  });
});

describe('a rendition', () => {
  test('is upright, whichever way the camera was held, and of exactly the size planned', async () => {
    for (const orientation of [1, 3, 6, 8]) {
      const held = await half(300, 200, '#000000', '#ffffff').withMetadata({ orientation }).jpeg().toBuffer();
      const [width, height] = orientation > 4 ? [200, 300] : [300, 200];
      const decoded = await decode(held, width, height);
      for (const format of RENDITION_FORMATS) {
        const { bytes, contentType } = await encode(decoded, { width: 100, height: 77, format }, NOBODY);
        assert.equal(contentType, `image/${format}`);
        const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
        assert.deepEqual([info.width, info.height], [100, 77]);
        const corner = (x: number, y: number) =>
          data[(y * 100 + x) * info.channels]! > 128 ? 'white' : 'black';
        const seen = [corner(5, 5), corner(94, 5), corner(5, 71), corner(94, 71)];
        assert.deepEqual(seen, CORNERS[orientation], `${format}, orientation ${orientation}`);
      }
    }
  });

  test('says who is credited and who holds the rights, in every format, and no more', async () => {
    const decoded = await decode(await telltale(), 300, 200);
    for (const format of RENDITION_FORMATS) {
      const { bytes } = await encode(decoded, { width: 300, height: 200, format }, PRINTED);
      const metadata = await sharp(bytes).metadata();
      const offered = offeredBy(format === 'jpeg' ? bytes : metadataFile(metadata));
      const said = Object.entries(offered).filter(([, value]) => value !== null);
      assert.deepEqual(
        Object.fromEntries(said),
        { credit: PRINTED.credit, copyright: PRINTED.copyright },
        format,
      );
      assert.deepEqual(
        [metadata.exif, metadata.icc, metadata.iptc],
        [undefined, undefined, undefined],
        format,
      );
      assert.equal(
        (await sharp((await encode(decoded, { width: 300, height: 200, format }, NOBODY)).bytes).metadata())
          .xmp,
        undefined,
      );
    }
  });

  test('holds no position, device, name, preview or profile of the original: not a byte of them', async () => {
    const original = await telltale();
    for (const secret of SECRETS) assert.ok(original.includes(secret), `${secret} is in the original`);
    const decoded = await decode(original, 300, 200);
    for (const spec of plan(300, 200))
      for (const printed of [PRINTED, NOBODY]) {
        const { bytes } = await encode(decoded, spec, printed);
        for (const secret of SECRETS)
          assert.ok(!Buffer.from(bytes).includes(secret), `${spec.format}: ${secret}`);
      }
  });

  test('has the colours of the original as sRGB, whatever its profile', async () => {
    const wide = await half(60, 40, '#20c040', '#20c040').withIccProfile('p3').png().toBuffer();
    assert.ok((await sharp(wide).metadata()).icc);
    const decoded = await decode(wide, 60, 40);
    const { bytes } = await encode(decoded, { width: 60, height: 40, format: 'jpeg' }, NOBODY);
    const [red = 0, green = 0, blue = 0] = await sharp(bytes).raw().toBuffer();
    for (const [seen, meant] of [
      [red, 0x20],
      [green, 0xc0],
      [blue, 0x40],
    ] as const)
      assert.ok(Math.abs(seen - meant) < 10, `${red} ${green} ${blue}`);
  });

  test('shows through where the original does, but for JPEG, which is white there', async () => {
    const clear = { create: { width: 40, height: 40, channels: 4 as const, background: '#ff000000' } };
    const decoded = await decode(await sharp(clear).png().toBuffer(), 40, 40);
    assert.equal(decoded.channels, 4);
    for (const format of RENDITION_FORMATS) {
      const { bytes } = await encode(decoded, { width: 20, height: 20, format }, NOBODY);
      const { hasAlpha } = await sharp(bytes).metadata();
      assert.equal(hasAlpha, format !== 'jpeg');
    }
    const jpeg = await encode(decoded, { width: 20, height: 20, format: 'jpeg' }, NOBODY);
    assert.deepEqual([...(await sharp(jpeg.bytes).raw().toBuffer()).subarray(0, 3)], [255, 255, 255]);
  });

  test('of a picture whose transparency hides nothing carries none', async () => {
    const opaque = await half(40, 40).ensureAlpha().png().toBuffer();
    assert.equal((await decode(opaque, 40, 40)).channels, 3);
  });

  test('of grey, CMYK and 16-bit pictures is an ordinary one', async () => {
    const grey = sharp(await half(40, 40).png().toBuffer()).toColourspace('b-w');
    const pictures = [
      await grey.clone().jpeg().toBuffer(),
      await grey.clone().ensureAlpha(0.5).png().toBuffer(),
      await half(40, 40).toColourspace('cmyk').jpeg().toBuffer(),
      await half(40, 40).toColourspace('rgb16').png().toBuffer(),
    ];
    assert.deepEqual((await Promise.all(pictures.map(channelsOf))).join(), '1,2,4,4');
    for (const bytes of pictures) {
      const decoded = await decode(bytes, 40, 40);
      for (const format of RENDITION_FORMATS) {
        const made = await encode(decoded, { width: 20, height: 20, format }, NOBODY);
        const { space, depth } = await sharp(made.bytes).metadata();
        assert.deepEqual([space, depth], ['srgb', 'uchar']);
      }
    }
  });
});

const channelsOf = async (bytes: Buffer) => (await sharp(bytes).metadata()).channels;

/** Where the black left half of a picture comes to lie (EXIF 2.32 §4.6.4, Orientation): its four corners, row by row. */
const CORNERS: Record<number, string[]> = {
  1: ['black', 'white', 'black', 'white'],
  3: ['white', 'black', 'white', 'black'],
  6: ['black', 'black', 'white', 'white'],
  8: ['white', 'white', 'black', 'black'],
};

const SECRETS = [
  'SECRETMAKE',
  'SECRETMODEL',
  'SECRETSERIAL',
  'SECRETWORDS',
  'SECRETCITY',
  'SECRETEDITOR',
  'SECRETPLACE',
  'SECRETTHUMB',
  'SECRETCOMMENT',
  '21,2.3N',
];

/** A photo whose every kind of metadata tells something that is not to leave. */
async function telltale(): Promise<Buffer> {
  const packet = xmp(
    `<exif:GPSLatitude>21,2.3N</exif:GPSLatitude><photoshop:City>SECRETPLACE</photoshop:City>${seq('dc:creator', ['SECRETEDITOR'])}`,
  );
  const tagged = await half(300, 200)
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'SECRETMAKE', Model: 'SECRETMODEL', ImageDescription: 'SECRETWORDS' },
      IFD2: { BodySerialNumber: 'SECRETSERIAL' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 18/1' },
    })
    .withXmp(packet)
    .jpeg()
    .toBuffer();
  const told = withIim(tagged, [iim('city', 'SECRETCITY')]);
  return withSegment(withSegment(told, 0xef, Buffer.from('SECRETTHUMB')), 0xfe, Buffer.from('SECRETCOMMENT'));
}
