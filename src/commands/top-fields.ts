import { emptyDocument } from '../domain/document.ts';
import type { Details } from '../domain/event.ts';
import { breaks } from '../domain/faults.ts';
import type { Photo } from '../domain/media.ts';
import type { SummaryLine, Top } from '../domain/story.ts';
import { LONGEST, type Fields } from './fields.ts';
import { photoFaults, type Pictures } from './pictures.ts';

/** The top as it comes in: what is left out stays as it is. Pointers name these fields as the API has them. */
export type TopInput = {
  headline?: string;
  dek?: string | null;
  lead?: unknown;
  byline?: string[];
  credit?: string | null;
  summary?: { text: string; updateId?: string | null }[];
  /** The lead picture, with what is said of it here alone; null takes it off. */
  photo?: PhotoInput | null;
};

export type PhotoInput = { mediaId: string } & Partial<Omit<Photo, 'mediaId'>>;

export type DetailsInput = {
  lang?: string;
  zone?: string;
  placeZone?: string | null;
  section?: string | null;
};

/** Before a story is opened its top is this. */
export function blankTop(): Top {
  return { headline: '', dek: null, lead: emptyDocument(), byline: [], credit: null, summary: [] };
}

/** The top written through: given fields checked, the others as they stood. */
export function readTop(fields: Fields, before: Top, input: TopInput, pictures: Pictures | null = null): Top {
  const photo =
    input.photo === undefined ? before.photo : input.photo && readPhoto(fields, input.photo, pictures);
  return {
    headline:
      input.headline === undefined
        ? before.headline
        : fields.line('/headline', input.headline, LONGEST.headline),
    dek: input.dek === undefined ? before.dek : fields.optionalLine('/dek', input.dek, LONGEST.line),
    lead: input.lead === undefined ? before.lead : fields.document('/lead', input.lead, pictures),
    byline: input.byline === undefined ? before.byline : readByline(fields, input.byline),
    credit:
      input.credit === undefined ? before.credit : fields.optionalLine('/credit', input.credit, LONGEST.line),
    summary: input.summary === undefined ? before.summary : readSummary(fields, input.summary),
    ...(photo && { photo }),
  };
}

export function readDetails(fields: Fields, before: Details, input: DetailsInput): Details {
  const { placeZone, section } = input;
  return {
    lang: input.lang === undefined ? before.lang : fields.lang('/lang', input.lang),
    zone: input.zone === undefined ? before.zone : fields.zone('/zone', input.zone),
    placeZone:
      placeZone === undefined
        ? before.placeZone
        : placeZone === null
          ? null
          : fields.zone('/placeZone', placeZone),
    section: section === undefined ? before.section : fields.optionalLine('/section', section, LONGEST.name),
  };
}

function readPhoto(fields: Fields, given: PhotoInput, pictures: Pictures | null): Photo {
  const photo: Photo = {
    mediaId: given.mediaId,
    alt: fields.optionalText('/photo/alt', given.alt, LONGEST.caption),
    caption: fields.optionalText('/photo/caption', given.caption, LONGEST.caption),
    credit: fields.optionalLine('/photo/credit', given.credit, LONGEST.pictureCredit),
  };
  if (pictures) fields.errors.push(...photoFaults('/photo', photo, pictures));
  return photo;
}

function readByline(fields: Fields, names: string[]): string[] {
  if (names.length > LONGEST.byline) fields.fault('/byline', breaks('too-many', LONGEST.byline));
  const read = names
    .slice(0, LONGEST.byline)
    .map((name, at) => fields.line(`/byline/${at}`, name, LONGEST.name));
  return [...new Set(read)];
}

function readSummary(fields: Fields, lines: { text: string; updateId?: string | null }[]): SummaryLine[] {
  if (lines.length > LONGEST.summary) fields.fault('/summary', breaks('too-many', LONGEST.summary));
  return lines.slice(0, LONGEST.summary).map((line, at) => ({
    text: fields.line(`/summary/${at}/text`, line.text, LONGEST.line),
    updateId: line.updateId ?? null,
  }));
}
