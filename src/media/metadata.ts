import type { Offered } from '../domain/media.ts';
import { creditLine } from './metadata/credit.ts';
import { sourceTypeOf } from './metadata/source-type.ts';
import { readTags } from './metadata/tags.ts';
import type { Tags } from './metadata/tags.ts';
import { moment } from './metadata/taken-at.ts';
import { line, prose } from './metadata/words.ts';

/** What the document's schema takes of a name and of a caption, in UTF-16 units. */
const NAME_MAX = 200;
const CAPTION_MAX = 2_000;

/**
 * Read from XMP, where that says nothing from IPTC-IIM, then from EXIF; cleaned as any text from outside. A picture
 * without metadata, or with broken or hostile metadata, offers nothing.
 * @param file A JPEG, or the blocks of another format (`metadataFile`).
 */
export function offeredBy(file: Uint8Array): Offered {
  const tags = readTags(file);
  const byline = bylineOf(tags);
  const giver = first(tags.xmp('Credit'), tags.iim('Credit'), tags.xmp('Source'), tags.iim('Source'));
  return {
    credit: name(creditLine(byline, name(giver)) ?? undefined),
    byline,
    caption: prose(
      first(tags.xmp('description'), tags.iim('Caption/Abstract'), tags.exif('ImageDescription')),
      CAPTION_MAX,
    ),
    title: name(
      first(tags.xmp('title'), tags.iim('Object Name'), tags.xmp('Headline'), tags.iim('Headline')),
    ),
    copyright: line(
      first(tags.xmp('rights'), tags.iim('Copyright Notice'), tags.exif('Copyright')),
      CAPTION_MAX,
    ),
    takenAt: takenAt(tags),
    place: placeOf(tags),
    sourceType: sourceTypeOf(first(tags.xmp('DigitalSourceType'))),
    altText: prose(first(tags.xmp('AltTextAccessibility')), CAPTION_MAX),
  };
}

const name = (text: string | undefined) => line(text, NAME_MAX);

/** The first value there is, of the places in their order. */
function first(...places: string[][]): string | undefined {
  return places.flat().find((text) => prose(text, CAPTION_MAX) !== null);
}

function bylineOf(tags: Tags): string | null {
  const places = [tags.xmp('creator'), tags.iim('By-line'), tags.exif('Artist')];
  const authors = places
    .map((texts) => texts.flatMap((text) => name(text) ?? []))
    .find((names) => names.length > 0);
  return name(authors && [...new Set(authors)].join(', '));
}

function placeOf(tags: Tags): string | null {
  const city = name(first(tags.xmp('City'), tags.iim('City')));
  const country = name(first(tags.xmp('Country'), tags.iim('Country/Primary Location Name')));
  return name([city, country].filter((part) => part !== null).join(', '));
}

function takenAt(tags: Tags): string | null {
  const [day, time = ''] = [tags.iim('Date Created')[0], tags.iim('Time Created')[0]];
  const [shot, offset = ''] = [tags.exif('DateTimeOriginal')[0], tags.exif('OffsetTimeOriginal')[0]];
  return (
    moment(tags.xmp('DateCreated')[0]) ??
    moment(tags.xmp('DateTimeOriginal')[0]) ??
    moment(day && `${day} ${time}`.trim()) ??
    moment(shot && `${shot}${offset}`.trim())
  );
}
