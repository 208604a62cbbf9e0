import type { Happening, Kind } from '../../domain/event.ts';
import { DEFAULT_SITE, type Site } from '../../domain/site.ts';
import type { RowChange, Standing } from '../../domain/fold.ts';

/** Stands for words that were erased by law: whatever a row has in their place, it cannot be checked. */
export const ERASED = Object.freeze({}) as never;

const words = { title: ERASED, body: ERASED };
const told = { correctionId: ERASED, was: ERASED, is: ERASED, note: ERASED };
const site = Object.fromEntries(
  Object.keys(DEFAULT_SITE).flatMap((field) => (field === 'version' ? [] : [[field, ERASED]])),
) as Record<keyof Site, never>;
const details = { lang: ERASED, zone: ERASED, placeZone: ERASED, section: ERASED };

const said = { alt: ERASED, caption: ERASED, credit: ERASED };
const facts = {
  digest: ERASED,
  format: ERASED,
  width: ERASED,
  height: ERASED,
  color: ERASED,
  blur: ERASED,
  byline: ERASED,
  copyright: ERASED,
  sourceType: ERASED,
  offered: ERASED,
};

/** What can still be said of an erased happening: its kind and the update it touched. */
export function erasedHappening(kind: Kind, updateId: string): Happening {
  switch (kind) {
    case 'open':
      return { kind, slug: ERASED, top: ERASED, sample: ERASED, ...details };
    case 'top':
      return { kind, top: ERASED };
    case 'details':
      return { kind, ...details };
    case 'slug':
      return { kind, slug: ERASED };
    case 'state':
      return { kind, state: ERASED, until: ERASED };
    case 'post':
      return {
        kind,
        updateId,
        timeKnown: ERASED,
        author: ERASED,
        keyEvent: ERASED,
        analysis: ERASED,
        ...words,
      };
    case 'small-edit':
    case 'edit':
      return { kind, updateId, author: ERASED, analysis: ERASED, ...words };
    case 'correction':
      return { kind, updateId, ...told, ...words };
    case 'story-correction':
      return { kind, ...told };
    case 'retraction':
      return { kind, updateId, reason: ERASED };
    case 'pin':
    case 'unpin':
      return { kind, updateId };
    case 'key-event':
      return { kind, updateId, marked: ERASED };
    case 'discard':
    case 'restore':
      return { kind };
    case 'translation':
      return { kind, of: ERASED, sourceSeq: ERASED };
    case 'translation-stale':
      return { kind, sourceSeq: ERASED, correctedAt: ERASED };
    case 'translations':
      return { kind, others: ERASED };
    case 'author':
      return { kind, slug: ERASED, name: ERASED, role: ERASED, bio: ERASED };
    case 'site':
      return { kind, ...site };
    case 'page':
      return { kind, slug: ERASED, title: ERASED, body: ERASED, lang: ERASED, inFooter: ERASED };
    case 'page-removed':
      return { kind, slug: ERASED };
    case 'media':
      return { kind, mediaId: ERASED, renditions: ERASED, handling: ERASED, ...facts, ...said };
    case 'renditions':
      return { kind, mediaId: ERASED, renditions: ERASED };
    case 'media-details':
      return { kind, mediaId: ERASED, ...said, handling: ERASED, renditions: ERASED };
  }
}

/** What the fold decided by comparing with erased words is as unknown as they are. */
export function blurred(before: Standing, happening: Happening, rows: RowChange[]): RowChange[] {
  const unknownTop = happening.kind === 'top' && (is(happening.top) || is(before.story?.top));
  const unknownState = happening.kind === 'state' && is(happening.state);
  if (!unknownTop && !unknownState) return rows;
  const unknown = unknownTop
    ? { headlineAt: ERASED, leadAt: ERASED }
    : { pausedUntil: ERASED, endedAt: ERASED };
  return rows.map((row) => (row.row === 'story' ? { ...row, value: { ...row.value, ...unknown } } : row));
}

export const is = (value: unknown): boolean => value === ERASED;
