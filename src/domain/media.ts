import type { Instant } from './time.ts';

/** What a picture may come in as: told from its bytes, never from its name. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

export type RenditionFormat = 'avif' | 'webp' | 'jpeg';

/** A picture as readers get it: encoded anew, in one format and width. `key` is its place among the blobs. */
export type Rendition = {
  format: RenditionFormat;
  /** In px. */
  width: number;
  height: number;
  bytes: number;
  key: string;
  /** Of which part of the original (`cropName`); left out: of the whole. */
  crop?: string;
};

/** A picture a machine made, or made a part of (IPTC Digital Source Type). */
export type SourceType = 'machine' | 'composite';

/** What a picture's own metadata says. It is offered to whoever takes the picture in and shown to no one else. */
export type Offered = {
  credit: string | null;
  caption: string | null;
  byline: string | null;
  copyright: string | null;
  title: string | null;
  /** As the camera wrote it; its zone is often not known. */
  takenAt: string | null;
  place: string | null;
  sourceType: SourceType | null;
  altText: string | null;
};

/** The words that go with a picture wherever it stands, as far as the place says nothing else. */
export type MediaDetails = { alt: string | null; caption: string | null; credit: string | null };

/** A part of the original, turned upright, in fractions of its width and height: 0 is left or top, 1 right or bottom. */
export type Crop = { x: number; y: number; width: number; height: number };

/** What the desk did with a picture; readers are shown no more of it than the crop. */
export type Handling = {
  /** Why it stands without alternative text ("decoration", "the caption says it"). */
  altSkipped: string | null;
  /** What must stay in sight where the picture, as cropped, is cut to another shape; in fractions as in `crop`, of the crop. */
  focalPoint: { x: number; y: number } | null;
  crop: Crop | null;
};

/** What a picture is, apart from the words that go with it. */
export type MediaFacts = {
  /** SHA-256 of the original's bytes, lowercase hex: the same bytes are one picture. */
  digest: string;
  format: PictureFormat;
  /** Of the original as it is to be seen (turned upright), in px. */
  width: number;
  height: number;
  /** The colour there is most of, `#rrggbb`. */
  color: string;
  /** A preview of a dozen colours (`blur.ts`). */
  blur: string;
  byline: string | null;
  copyright: string | null;
  sourceType: SourceType | null;
  offered: Offered;
};

/** A picture of ours. The original is kept and never shown; readers get its renditions. */
export type Media = MediaFacts &
  MediaDetails & {
    id: string;
    /** What has been made so far; the first one is there from the start. */
    renditions: Rendition[];
    /** Whether all that is to be made was made. */
    ready: boolean;
    /** Counts every change to its words; guards them (`If-Match`). */
    version: number;
    at: Instant;
    /** Null where the desk did nothing with it. */
    handling: Handling | null;
  };

/** The lead picture of a story, with what is said of it there and nowhere else. */
export type Photo = { mediaId: string } & MediaDetails;

const SRC = /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What a document names a picture of ours by. */
export const mediaPath = (id: string): string => `/media/${id}`;

/** The id of the picture of ours that a source names, or null where it names none of ours. */
export function mediaIdIn(src: string): string | null {
  return SRC.exec(src)?.[1] ?? null;
}

const EXTENSIONS: Record<RenditionFormat, string> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' };

/** Among the blobs: everything of one picture lies under its digest. */
export const originalKey = (digest: string): string => `${digest}/original`;
export const renditionKey = (
  digest: string,
  rendition: Pick<Rendition, 'format' | 'width' | 'crop'>,
): string => `${digest}/${renditionFile(rendition)}`;

/** A rendition's own part of its address: `640.avif`, of a crop `640-1000-0-8000-10000.avif`. */
export function renditionFile({ format, width, crop }: Pick<Rendition, 'format' | 'width' | 'crop'>): string {
  return `${width}${crop === undefined ? '' : `-${crop}`}.${EXTENSIONS[format]}`;
}

/** Where readers get a rendition. What it names never changes. */
export function renditionPath(id: string, rendition: Pick<Rendition, 'format' | 'width' | 'crop'>): string {
  return `${mediaPath(id)}/${renditionFile(rendition)}`;
}

/** The rendition a file's name asks for (`640.avif`), or null where none was made. */
export function renditionNamed(media: Pick<Media, 'renditions'>, name: string): Rendition | null {
  return media.renditions.find((rendition) => renditionFile(rendition) === name) ?? null;
}

/** Where a name asks for a part of the picture that is shown no more: the rendition of that width, or the next, as it is shown now. */
export function renditionInstead(media: Pick<Media, 'renditions'>, name: string): Rendition | null {
  const asked = /^(\d{1,5})(?:-\d{1,5}){0,4}\.(avif|webp|jpg)$/.exec(name);
  if (!asked) return null;
  const wide = Number(asked[1]);
  const like = media.renditions.filter(({ format }) => EXTENSIONS[format] === asked[2]);
  const among = like.length > 0 ? like : media.renditions.filter(({ format }) => format === 'jpeg');
  return among.toSorted((a, b) => Math.abs(a.width - wide) - Math.abs(b.width - wide))[0] ?? null;
}

/** Steps a crop is kept by: a fraction of the side. */
const CROP_STEPS = 10_000;

/** Where in nine parts of the picture its focal point lies, row and column from 0 to 2; null where none was chosen, or the middle. */
export function focalPart({ handling }: Pick<Media, 'handling'>): { row: number; column: number } | null {
  const point = handling?.focalPoint;
  if (!point) return null;
  const [row, column] = [point.y, point.x].map((side) => Math.min(2, Math.floor(side * 3)));
  return row === 1 && column === 1 ? null : { row: row!, column: column! };
}

/** A crop as addresses and renditions name it; undefined for the whole picture. Two crops have one name only where they are one. */
export function cropName(handling: Pick<Handling, 'crop'> | null | undefined): string | undefined {
  const crop = handling?.crop;
  if (!crop) return undefined;
  return [crop.x, crop.y, crop.width, crop.height].map((side) => Math.round(side * CROP_STEPS)).join('-');
}

const step = (side: number): number => Math.round(side * CROP_STEPS) / CROP_STEPS;

/** A crop as it is kept: in whole steps, within the picture; null where that is all of it. */
export function keptCrop({ x, y, width, height }: Crop): Crop | null {
  const [left, top] = [step(x), step(y)];
  const [wide, high] = [Math.min(step(width), step(1 - left)), Math.min(step(height), step(1 - top))];
  return wide === 1 && high === 1 ? null : { x: left, y: top, width: wide, height: high };
}

/** A part of the original, in px. */
export type Region = { left: number; top: number; width: number; height: number };

/** What is shown of a picture: all of it, or what it was cropped to. */
export function shownRegion({
  width,
  height,
  handling,
}: Pick<Media, 'width' | 'height'> & { handling?: Pick<Handling, 'crop'> | null }): Region {
  const crop = handling?.crop;
  if (!crop) return { left: 0, top: 0, width, height };
  const [left, top] = [
    Math.min(Math.round(crop.x * width), width - 1),
    Math.min(Math.round(crop.y * height), height - 1),
  ];
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round(crop.width * width), width - left)),
    height: Math.max(1, Math.min(Math.round(crop.height * height), height - top)),
  };
}

/** What is said of a picture where it stands: the place's own words, else the picture's. */
export function detailsAt(place: Partial<MediaDetails>, media: MediaDetails): MediaDetails {
  return {
    alt: place.alt ?? media.alt,
    caption: place.caption ?? media.caption,
    credit: place.credit ?? media.credit,
  };
}

/** Renditions of two makings, one of each format and width: what readers may hold already stays. */
export function withRenditions(before: readonly Rendition[], made: readonly Rendition[]): Rendition[] {
  const isNew = (one: Rendition): boolean =>
    !before.some(({ format, width }) => format === one.format && width === one.width);
  return [...before, ...made.filter(isNew)];
}
