import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  alt,
  half,
  iim,
  photo,
  seq,
  UTF8,
  withIim,
  withRawXmp,
  withSegment,
  xmp,
} from '../../test/support/pictures.ts';
import { metadataFile } from './metadata/file.ts';
import { offeredBy } from './metadata.ts';
import type { Offered } from '../domain/media.ts';
import { sharp } from './sharp.ts';

const NOTHING: Offered = {
  credit: null,
  byline: null,
  caption: null,
  title: null,
  copyright: null,
  takenAt: null,
  place: null,
  sourceType: null,
  altText: null,
};

const plain = await photo(60, 40);
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const offeredByIim = (...datasets: Parameters<typeof iim>[]) =>
  offeredBy(
    withIim(
      plain,
      datasets.map((dataset) => iim(...dataset)),
    ),
  );
const bylineByIim = (...datasets: Parameters<typeof iim>[]) => offeredByIim(...datasets).byline;
const captioned = (caption: string) => offeredByIim(['charset', UTF8], ['caption', caption]).caption;
const credited = (author: string) => offeredByIim(['charset', UTF8], ['byline', author]).credit;

const captionOf = (texts: Record<string, string>) =>
  offeredBy(withRawXmp(plain, xmp(alt('dc:description', texts)))).caption;
const source = (name: string) =>
  `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${name}</Iptc4xmpExt:DigitalSourceType>`;

describe('what a picture says of itself', () => {
  test('nothing where there is nothing', () => {
    assert.deepEqual(offeredBy(plain), NOTHING);
  });

  test('an agency photo offers all an editor needs, from its IIM', () => {
    const bytes = withIim(plain, [
      iim('charset', UTF8),
      iim('objectName', 'Summit'),
      iim('headline', 'A headline'),
      iim('byline', 'Evan Vucci'),
      iim('credit', 'AP'),
      iim('caption', 'The two leaders walk out, Hanoi – Phủ Chủ tịch.'),
      iim('copyright', '© 2019 AP'),
      iim('dateCreated', '20190228'),
      iim('timeCreated', '135501+0700'),
      iim('city', 'Hanoi'),
      iim('country', 'Vietnam'),
    ]);
    assert.deepEqual(offeredBy(bytes), {
      ...NOTHING,
      credit: 'Evan Vucci/AP',
      byline: 'Evan Vucci',
      caption: 'The two leaders walk out, Hanoi – Phủ Chủ tịch.',
      title: 'Summit',
      copyright: '© 2019 AP',
      takenAt: '2019-02-28T13:55:01+07:00',
      place: 'Hanoi, Vietnam',
    });
  });

  test('XMP goes before IIM, IIM before EXIF, each field for itself', async () => {
    const tagged = await half(60, 40)
      .withExif({
        IFD0: { Artist: 'by EXIF', Copyright: 'rights by EXIF', ImageDescription: 'caption by EXIF' },
        IFD2: { DateTimeOriginal: '2019:02:28 01:02:03' },
      })
      .jpeg()
      .toBuffer();
    assert.deepEqual(offeredBy(tagged), {
      ...NOTHING,
      credit: 'by EXIF',
      byline: 'by EXIF',
      copyright: 'rights by EXIF',
      caption: 'caption by EXIF',
      takenAt: '2019-02-28T01:02:03',
    });
    const withBoth = withIim(tagged, [iim('byline', 'by IIM'), iim('caption', 'caption by IIM')]);
    assert.equal(offeredBy(withBoth).byline, 'by IIM');
    const withAll = withRawXmp(withBoth, xmp(seq('dc:creator', ['by XMP', 'and another', 'by XMP'])));
    const { byline, caption, copyright } = offeredBy(withAll);
    assert.deepEqual(
      [byline, caption, copyright],
      ['by XMP, and another', 'caption by IIM', 'rights by EXIF'],
    );
  });

  test('two who took it are both named', () => {
    assert.equal(
      offeredByIim(['byline', 'A One'], ['byline', 'B Two'], ['credit', 'AP']).credit,
      'A One, B Two/AP',
    );
  });

  test('of a caption in several languages the default one is offered, else the first', () => {
    assert.equal(captionOf({ de: 'Deutsch', 'x-default': 'Default', fr: 'Français' }), 'Default');
    assert.equal(captionOf({ vi: 'Tiếng Việt', fr: 'Français' }), 'Tiếng Việt');
  });

  test('alternative text and whether a machine made it, as IPTC writes them', () => {
    const said = alt('Iptc4xmpCore:AltTextAccessibility', { 'x-default': 'A man walks through a door' });
    const offered = offeredBy(withRawXmp(plain, xmp(source('trainedAlgorithmicMedia') + said)));
    assert.deepEqual([offered.sourceType, offered.altText], ['machine', 'A man walks through a door']);
    const typeOf = (name: string) => offeredBy(withRawXmp(plain, xmp(source(name)))).sourceType;
    assert.equal(typeOf('compositeWithTrainedAlgorithmicMedia'), 'composite');
    assert.deepEqual(['digitalCapture', 'constructor', '', 'x" onload="'].map(typeOf), [
      null,
      null,
      null,
      null,
    ]);
  });

  test('every other format says the same as a JPEG', async () => {
    const packet = xmp(
      `${seq('dc:creator', ['Rosa Tavares'])}<photoshop:Credit>Rádio Costa</photoshop:Credit>`,
    );
    const tagged = half(60, 40)
      .withExif({ IFD0: { Copyright: 'Costa' } })
      .withXmp(packet);
    for (const format of ['png', 'webp', 'avif'] as const) {
      const metadata = await sharp(await tagged.clone().toFormat(format).toBuffer()).metadata();
      const { credit, copyright } = offeredBy(metadataFile(metadata));
      assert.deepEqual([credit, copyright], ['Rosa Tavares/Rádio Costa', 'Costa'], format);
    }
    assert.deepEqual(offeredBy(metadataFile({})), NOTHING);
  });
});

describe('letters', () => {
  test('IIM is UTF-8 where it says so and where it is, else Latin 1 as Windows has it', () => {
    assert.equal(bylineByIim(['charset', UTF8], ['byline', 'Nguyễn Thị Hà']), 'Nguyễn Thị Hà');
    assert.equal(bylineByIim(['byline', 'Nguyễn Thị Hà']), 'Nguyễn Thị Hà');
    assert.equal(bylineByIim(['byline', latin1('Jörg Müñoz')]), 'Jörg Müñoz');
    assert.equal(bylineByIim(['byline', latin1('O\x92Brien \x96 Reuters')]), 'O’Brien – Reuters');
  });

  test('XMP keeps every script', () => {
    const name = '김정은 · د. نهر · दिल्ली · 東京';
    assert.equal(offeredBy(withRawXmp(plain, xmp(seq('dc:creator', [name])))).byline, name);
  });
});

describe('metadata that means harm, or nothing', () => {
  test('controls are dropped, line breaks in a name are spaces, direction cannot leak', () => {
    assert.equal(captioned('one\0 two\x07\r\nthree\x9F'), 'one two\nthree');
    assert.equal(credited('Evan\r\nVucci\u2028Jr'), 'Evan Vucci Jr');
    assert.equal(credited('\u202Eicc'), '\u202Eicc\u202C');
    assert.equal(credited('\u200B\u2060 \u00AD'), null);
  });

  test('markup and entities are text', () => {
    assert.equal(captioned('<script>alert(1)</script> &lt;b&gt;'), '<script>alert(1)</script> &lt;b&gt;');
  });

  test('what a camera says of itself is no caption', () => {
    for (const talk of ['OLYMPUS DIGITAL CAMERA         ', 'SONY DSC', 'untitled', '  '])
      assert.equal(captioned(talk), null);
  });

  test('a field without end is cut at a word, within what the document takes', () => {
    const long = credited('word '.repeat(6_000));
    assert.ok(long && long.length <= 200 && long.endsWith('word…'), String(long));
    const caption = captioned('\u202Ea '.repeat(9_000));
    assert.ok(caption && caption.length <= 2_000);
  });

  test('entities that swell, files asked for and a packet of a megabyte are not read; what else there is, is', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join('')}]>`;
    const file = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    for (const start of [laughs, file]) {
      const packet = start + xmp('<photoshop:Credit>&a;</photoshop:Credit>');
      const bytes = withRawXmp(withIim(plain, [iim('credit', 'AP')]), packet);
      assert.equal(offeredBy(bytes).credit, 'AP');
    }
  });

  test('a packet that nests, repeats or breaks off is survived', () => {
    const deep = '<dc:title>'.repeat(4_000);
    const many = `<photoshop:Credit>AP</photoshop:Credit>${seq('dc:creator', Array<string>(3_000).fill('A'))}`;
    for (const properties of [deep, `${deep}${'</dc:title>'.repeat(2_000)}`, '<dc:title', '</x>', '\0'])
      assert.deepEqual(offeredBy(withRawXmp(plain, xmp(properties))), NOTHING);
    assert.equal(offeredBy(withRawXmp(plain, xmp(many))).credit, 'A/AP');
    const evil =
      '<dc:__proto__>x</dc:__proto__><dc:constructor>x</dc:constructor><photoshop:toString>x</photoshop:toString>';
    assert.deepEqual(offeredBy(withRawXmp(plain, xmp(evil))), NOTHING);
  });

  test('an IIM block that lies about its lengths is survived', () => {
    const block = withIim(plain, [iim('byline', 'Evan Vucci')]);
    for (const at of [block.indexOf('Evan') - 1, block.indexOf('Evan') - 2, block.indexOf('8BIM') + 9]) {
      const lying = Buffer.from(block);
      lying[at] = 0xff;
      assert.equal(typeof offeredBy(lying), 'object');
    }
    assert.deepEqual(offeredBy(withSegment(plain, 0xed, Buffer.from('Photoshop 3.0\x008BIM'))), NOTHING);
    assert.deepEqual(
      offeredBy(withSegment(plain, 0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'))),
      NOTHING,
    );
  });
});
