import type { Author } from '../domain/author.ts';
import { paragraphs } from '../domain/document.ts';
import { DEFAULT_SITE } from '../domain/site.ts';
import type { Story, Top } from '../domain/story.ts';
import type { Media } from '../domain/media.ts';
import type { Correction, Update } from '../domain/update.ts';
import { languageOf } from './language.ts';
import type { StoryView } from './view.ts';

// For tests: a story of one night in Hanoi, told from New York. It opened at 10:55 p.m. there.

export const OPENED = '2019-02-28T03:55:00.000Z';

/** A time of that night on New York's clock: `'01:30'` is of the morning after the story opened, `'23:10'` of its evening. */
export function at(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const day = hour < 12 ? '28' : '27';
  return Temporal.PlainDateTime.from(`2019-02-${day}T00:00`)
    .with({ hour, minute })
    .toZonedDateTime('America/New_York')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

export function storyGiven(given: Partial<Story> = {}, top: Partial<Top> = {}): Story {
  return {
    id: '01a00000-0000-7000-8000-000000000001',
    slug: 'summit-opens',
    lang: 'en',
    zone: 'America/New_York',
    placeZone: null,
    section: null,
    state: 'live',
    pausedUntil: null,
    endedAt: null,
    version: 1,
    top: {
      headline: 'Summit Opens',
      dek: null,
      lead: paragraphs(['Two leaders meet.']),
      byline: [],
      credit: null,
      summary: [],
      ...top,
    },
    topVersion: 1,
    openedAt: OPENED,
    updatedAt: OPENED,
    topWrittenAt: OPENED,
    headlineAt: OPENED,
    leadAt: OPENED,
    pinnedId: null,
    translationOf: null,
    sourceSeq: null,
    sourceCorrectedAt: null,
    nextId: null,
    previousId: null,
    updateCount: 0,
    sample: false,
    discardedAt: null,
    ...given,
  };
}

/** An update of the given words; its id is made from `n`. */
export function updateGiven(n: number, words: string, given: Partial<Update> = {}): Update {
  return {
    id: `01a00000-0000-7000-8000-1000000000${String(n).padStart(2, '0')}`,
    storyId: storyGiven().id,
    seq: n + 1,
    lastSeq: n + 1,
    version: 1,
    at: at('01:30'),
    timeKnown: true,
    title: null,
    body: paragraphs([words]),
    author: null,
    keyEvent: false,
    analysis: false,
    status: 'published',
    editedAt: null,
    modifiedAt: null,
    retractedAt: null,
    retractionReason: null,
    ...given,
  };
}

export function retractedGiven(n: number, reason: string, when = at('01:44')): Update {
  const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
  return updateGiven(n, '', { body, status: 'retracted', retractedAt: when, retractionReason: reason });
}

export function correctionGiven(given: Partial<Correction> = {}): Correction {
  return {
    id: '01a00000-0000-7000-8000-200000000001',
    storyId: storyGiven().id,
    updateId: null,
    seq: 9,
    at: at('01:42'),
    was: 'The talks began at two.',
    is: 'The talks began at three.',
    note: null,
    ...given,
  };
}

export const RUTH: Author = {
  slug: 'ruth-vale',
  name: 'Ruth Vale',
  role: 'Night editor',
  bio: 'Stays up late.',
};

/** A picture with every rendition of two widths. */
export function mediaGiven(given: Partial<Media> = {}): Media {
  const id = '01a00000-0000-7000-8000-300000000001';
  const made = (['avif', 'webp', 'jpeg'] as const).flatMap((format) =>
    [640, 1280].map((width) => ({
      format,
      width,
      height: width / 2,
      bytes: 9000,
      key: `${format}/${width}`,
    })),
  );
  const nothing = { credit: null, caption: null, byline: null, copyright: null, title: null };
  return {
    id,
    digest: 'd'.repeat(64),
    format: 'jpeg',
    width: 1280,
    height: 640,
    color: '#203040',
    blur: '2x1:234345',
    byline: null,
    copyright: null,
    sourceType: null,
    offered: { ...nothing, takenAt: null, place: null, sourceType: null, altText: null },
    alt: 'Two chairs.',
    caption: null,
    credit: 'B. Osei',
    renditions: made,
    ready: true,
    version: 1,
    at: OPENED,
    handling: null,
    ...given,
  };
}

export function viewGiven(given: Partial<StoryView> = {}): StoryView {
  return {
    site: { ...DEFAULT_SITE, name: 'The Night Post' },
    story: storyGiven(),
    language: languageOf(['en']),
    pinned: null,
    keyEvents: [],
    corrections: [],
    summarised: [],
    latest: null,
    authors: [],
    translations: [],
    ...given,
  };
}
