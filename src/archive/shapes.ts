import { readBlur } from '../domain/blur.ts';
import type { Kind } from '../domain/event.ts';
import { isId } from '../domain/id.ts';
import { parseInstant } from '../domain/time.ts';

type Is = (value: unknown) => boolean;
type Shape = Record<string, Is>;

export const isText: Is = (value) => typeof value === 'string';
export const isFlag: Is = (value) => typeof value === 'boolean';
export const isUuid: Is = (value) => typeof value === 'string' && isId(value);
export const isInstant: Is = (value) => typeof value === 'string' && parseInstant(value) === value;
export const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value);
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const exactly =
  (shape: Shape): Is =>
  (value) =>
    isObject(value) &&
    Object.keys(value).length === Object.keys(shape).length &&
    Object.entries(shape).every(([key, is]) => Object.hasOwn(value, key) && is(value[key]));

/** Letters and digits in words joined by hyphens: what a headline's address may be, a number after it included. */
const isAddress: Is = (value) =>
  typeof value === 'string' &&
  [...value].length <= 90 &&
  /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u.test(value);

const either =
  (...shapes: Is[]): Is =>
  (value) =>
    shapes.some((is) => is(value));

const isSeq: Is = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const text = isText;
const line = orNull(isText);
const details: Shape = { lang: text, zone: text, placeZone: line, section: line };
/** What a document holds is for the verbs to check. */
const words: Shape = { title: line, body: isObject };
const told: Shape = { correctionId: isUuid, was: text, is: text, note: line };
const toldOfStory: Shape = { ...told, was: line };
const ofUpdate: Shape = { updateId: isUuid };
const edited: Shape = { ...ofUpdate, author: line, analysis: isFlag, ...words };
const scheme = exactly({ accent: text, live: text, ink: line, paper: line });
const saidOf: Shape = { alt: line, caption: line, credit: line };
const topFields: Shape = {
  headline: text,
  dek: line,
  lead: isObject,
  byline: listOf(text),
  credit: line,
  summary: listOf(exactly({ text, updateId: orNull(isUuid) })),
};
const photo = exactly({ mediaId: isUuid, ...saidOf });
/** A top says nothing of a photo it has not. */
const top = either(exactly(topFields), exactly({ ...topFields, photo }));

const whole =
  (most: number): Is =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most;
const matching =
  (form: RegExp): Is =>
  (value) =>
    typeof value === 'string' && form.test(value);
const isSourceType = orNull(matching(/^(machine|composite)$/));
const isColor = matching(/^#[0-9a-f]{6}$/);
const sides: Shape = { width: whole(65_535), height: whole(65_535) };
const KEY = /^[0-9a-f]{64}\/\d{1,5}(-\d{1,5}){0,4}\.(avif|webp|jpg)$/;
const made: Shape = {
  format: matching(/^(avif|webp|jpeg)$/),
  ...sides,
  bytes: whole(1_000_000_000),
  // Never the original's: a forged export must not have it shown.
  key: matching(KEY),
};
const rendition = either(exactly(made), exactly({ ...made, crop: matching(/^\d{1,5}(-\d{1,5}){3}$/) }));
const isFraction: Is = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const handling = exactly({
  altSkipped: line,
  focalPoint: orNull(exactly({ x: isFraction, y: isFraction })),
  crop: orNull(exactly({ x: isFraction, y: isFraction, width: isFraction, height: isFraction })),
});
const settings: Shape = {
  name: text,
  lang: text,
  zone: text,
  tagline: line,
  notice: line,
  logo: orNull(isUuid),
  colours: orNull(exactly({ light: scheme, dark: scheme })),
  font: text,
  navigation: listOf(exactly({ label: text, href: text })),
  contact: line,
};
/** The first sites had a name and no more, the next knew no desk. */
const site = either(exactly({ name: text }), exactly(settings), exactly({ ...settings, fourEyes: isFlag }));
const media: Shape = {
  mediaId: isUuid,
  digest: matching(/^[0-9a-f]{64}$/),
  format: matching(/^(jpeg|png|webp|avif|gif)$/),
  ...sides,
  color: isColor,
  blur: (value) => typeof value === 'string' && readBlur(value) !== null,
  byline: line,
  copyright: line,
  sourceType: isSourceType,
  offered: exactly({
    credit: line,
    caption: line,
    byline: line,
    copyright: line,
    title: line,
    takenAt: line,
    place: line,
    sourceType: isSourceType,
    altText: line,
  }),
  renditions: listOf(rendition),
  ...saidOf,
};
const described: Shape = { mediaId: isUuid, ...saidOf };
const isState: Is = (value) => value === 'live' || value === 'paused' || value === 'ended';

const opened: Shape = { slug: isAddress, top, ...details };
const inState: Shape = { state: isState, until: orNull(isInstant) };

/** What each kind of event carries: these fields and no others. */
const SHAPES: Record<Kind, Is> = {
  open: either(
    exactly(opened),
    exactly({ ...opened, previousId: isUuid }),
    exactly({ ...opened, sample: (value) => value === true }),
  ),
  top: exactly({ top }),
  details: exactly(details),
  slug: exactly({ slug: isAddress }),
  state: either(exactly(inState), exactly({ ...inState, nextId: isUuid })),
  post: exactly({ ...edited, timeKnown: isFlag, keyEvent: isFlag }),
  'small-edit': exactly(edited),
  edit: exactly(edited),
  correction: exactly({ ...ofUpdate, ...told, ...words }),
  'story-correction': exactly(toldOfStory),
  retraction: exactly({ ...ofUpdate, reason: text }),
  pin: exactly(ofUpdate),
  unpin: exactly(ofUpdate),
  discard: exactly({}),
  restore: exactly({}),
  'key-event': exactly({ ...ofUpdate, marked: isFlag }),
  translation: exactly({ of: orNull(isUuid), sourceSeq: orNull(isSeq) }),
  'translation-stale': exactly({ sourceSeq: isSeq, correctedAt: isInstant }),
  translations: exactly({ others: listOf(exactly({ storyId: isUuid, slug: isAddress, lang: text })) }),
  author: exactly({ slug: isAddress, name: text, role: line, bio: line }),
  site,
  page: exactly({ slug: isAddress, title: text, body: isObject, lang: line, inFooter: isFlag }),
  'page-removed': exactly({ slug: isAddress }),
  media: either(exactly(media), exactly({ ...media, handling })),
  renditions: exactly({ mediaId: isUuid, renditions: listOf(rendition) }),
  'media-details': either(
    exactly(described),
    exactly({ ...described, handling }),
    exactly({ ...described, handling, renditions: listOf(rendition) }),
  ),
};

/** Whether a payload is shaped as events of its kind are; nothing it says is judged. */
export function isShaped(kind: string, payload: unknown): kind is Kind {
  return Object.hasOwn(SHAPES, kind) && SHAPES[kind as Kind](payload);
}
