import { createRequire } from 'node:module';
import ExifReader from 'exifreader';
import type { IncludeTagsOptions } from 'exifreader';

/** What a picture's metadata says under a name, in each of its three places: every value it has there, the first first. */
export type Tags = {
  xmp: (name: string) => string[];
  iim: (name: string) => string[];
  exif: (name: string) => string[];
};

/** Photoshop keeps whole histories in XMP; what is longer than this, in UTF-16 units or in tags, is not read. */
const MAX_XMP = 1_000_000;
const MAX_TAGS = 20_000;

/** Values read under one name (authors, languages), and characters of each before it is cut to fit. */
const MAX_VALUES = 20;
const MAX_VALUE = 20_000;

/** The parser exifreader brings for itself. */
type Parser = { parseFromString: (xml: string, type: string) => unknown };
type Xmldom = { DOMParser: new (options: object) => Parser; onErrorStopParsing: unknown };
const { DOMParser, onErrorStopParsing } = createRequire(import.meta.resolve('exifreader'))(
  '@xmldom/xmldom',
) as Xmldom;

/** Adobe XMP part 1 §7.1 knows no document type: one that declares some (entities that swell, files that are asked for) is not parsed. */
const boundedParser: Parser = {
  parseFromString(xml, type) {
    const tooMuch = xml.length > MAX_XMP || xml.split('<', MAX_TAGS + 1).length > MAX_TAGS;
    if (tooMuch || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error('XMP that is not read');
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, type);
  },
};

const WANTED: IncludeTagsOptions = {
  exif: ['Artist', 'Copyright', 'ImageDescription', 'DateTimeOriginal', 'OffsetTimeOriginal'],
  iptc: true,
  xmp: true,
};

/** Nothing where there is none, and where there is some that cannot be read: metadata alone refuses no picture. */
export function readTags(file: Uint8Array): Tags {
  const { xmp, iptc, exif } = load(file);
  return {
    xmp: (name) => valuesIn(xmp, name),
    iim: (name) => valuesIn(iptc, name),
    exif: (name) => valuesIn(exif, name),
  };
}

type Place = Record<string, unknown> | undefined;

function valuesIn(place: Place, name: string): string[] {
  return place && Object.hasOwn(place, name) ? texts(place[name]).slice(0, MAX_VALUES) : [];
}

function load(bytes: Uint8Array): { xmp?: Place; iptc?: Place; exif?: Place } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const read: object = ExifReader.load(file, {
      expanded: true,
      async: false,
      domParser: boundedParser,
      includeTags: WANTED,
    });
    return read;
  } catch {
    return {};
  }
}

type Tag = { value?: unknown; description?: unknown; attributes?: Record<string, unknown> };

/** A tag's values as text. Of XMP's languages (`rdf:Alt`) the default one comes first. */
function texts(tag: unknown): string[] {
  if (Array.isArray(tag))
    return inOrder(tag as Tag[])
      .slice(0, MAX_VALUES)
      .flatMap((each) => text(each) ?? []);
  const { value } = tag as Tag;
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) return texts(value);
  return text(tag as Tag) ?? [];
}

/** XMP's value is its text; the other two places' is bytes or a list, and the text what was made of it. */
function text({ value, description }: Tag): string[] | null {
  const words = typeof value === 'string' ? value : description;
  return typeof words === 'string' ? [words.slice(0, MAX_VALUE)] : null;
}

function inOrder(tags: Tag[]): Tag[] {
  const isDefault = (tag: Tag) => tag.attributes?.['lang'] === 'x-default';
  return tags
    .filter((tag) => tag !== null && typeof tag === 'object')
    .toSorted((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
}
