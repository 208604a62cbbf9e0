import { createHash } from 'node:crypto';
import { emptyDocument, type DocumentJSON } from '../../domain/document.ts';
import { mediaIdOf, type Happening } from '../../domain/event.ts';
import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import type { Media, MediaDetails } from '../../domain/media.ts';
import type { Story, Top } from '../../domain/story.ts';
import { instantOf, type Instant } from '../../domain/time.ts';
import type { Update } from '../../domain/update.ts';
import type { Change, CommitResult, Storage } from '../storage.ts';

/** A log as the tests tell it: what stands, and how far it has come. */
export type Told = {
  storyId: string;
  seq: number;
  story: Story | null;
  updates: Map<string, Update>;
  /** Only in the site's log. */
  media?: Map<string, Media>;
};

/** The night the tests play in; every further instant is some seconds after it. */
const EVENING = Date.UTC(2026, 1, 3, 21, 0, 0);

export const after = (seconds: number): Instant => instantOf(EVENING + seconds * 1000);

let made = 0;

/** An id like a real one, later than all before it. */
export const someId = (): string => {
  made += 1;
  return newId(instantOf(EVENING + made));
};

export const aStory = (storyId = someId()): Told => ({ storyId, seq: 0, story: null, updates: new Map() });

export const text = (words: string): DocumentJSON =>
  words === ''
    ? emptyDocument()
    : { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] };

export const aTop = (top: Partial<Top> = {}): Top => ({
  headline: 'Harbour bridge closed after barge strikes a pier',
  dek: null,
  lead: text('The bridge was closed to all traffic at nine.'),
  byline: ['Ines Okafor'],
  credit: null,
  summary: [],
  ...top,
});

export const opening = (slug: string, top: Partial<Top> = {}): Happening => ({
  kind: 'open',
  slug,
  top: aTop(top),
  lang: 'en',
  zone: 'America/New_York',
  placeZone: null,
  section: null,
});

export const topping = (top: Partial<Top>): Happening => ({ kind: 'top', top: aTop(top) });

type Post = Extract<Happening, { kind: 'post' }>;

export const posting = (words: string, post: Partial<Post> = {}): Post => ({
  kind: 'post',
  updateId: someId(),
  timeKnown: true,
  author: null,
  keyEvent: false,
  analysis: false,
  title: null,
  body: text(words),
  ...post,
});

/** A picture taken in, with a rendition for a start. */
export const picture = (given: Partial<MediaDetails> = {}): Extract<Happening, { kind: 'media' }> => {
  const mediaId = someId();
  const digest = createHash('sha256').update(mediaId).digest('hex');
  const nothing = { credit: null, caption: null, byline: null, copyright: null, title: null };
  return {
    kind: 'media',
    mediaId,
    digest,
    format: 'jpeg',
    width: 3000,
    height: 2000,
    color: '#203040',
    blur: '2x1:234345',
    byline: 'Bo Lind',
    copyright: null,
    sourceType: null,
    offered: { ...nothing, takenAt: null, place: 'Harbour', sourceType: null, altText: null },
    alt: 'A bridge at night.',
    caption: null,
    credit: 'Bo Lind',
    renditions: [{ format: 'jpeg', width: 1280, height: 853, bytes: 90_000, key: `${digest}/1280.jpg` }],
    ...given,
  };
};

/** The change that these happenings make to a log, and what stands after it. */
export function tell(
  told: Told,
  happenings: Happening[],
  clocks: { at?: Instant; recordedAt?: Instant } = {},
): Change & { told: Told } {
  const next: Told = { ...told, updates: new Map(told.updates) };
  const media = new Map(told.media);
  next.media = media;
  const rows: Change['rows'] = [];
  const events = happenings.map((happening) => {
    next.seq += 1;
    const at = clocks.at ?? after(next.seq);
    const event = { storyId: told.storyId, at, recordedAt: clocks.recordedAt ?? at, happening };
    const update = 'updateId' in happening ? (next.updates.get(happening.updateId) ?? null) : null;
    const shown = media.get(mediaIdOf(happening) ?? '') ?? null;
    for (const row of fold({ story: next.story, update, media: shown }, { ...event, seq: next.seq })) {
      rows.push(row);
      if (row.row === 'story') next.story = row.value;
      if (row.row === 'media') media.set(row.value.id, row.value);
      if (row.row === 'update') next.updates.set(row.value.id, row.value);
    }
    return event;
  });
  return {
    logs: [{ storyId: told.storyId, expectedVersion: told.seq, events }],
    rows,
    activity: [],
    told: next,
  };
}

/** Tells it to storage, which must take it; what stands then. */
export async function commit(
  storage: Storage,
  told: Told,
  happenings: Happening[],
  clocks = {},
): Promise<Told> {
  const { told: next, ...change } = tell(told, happenings, clocks);
  const result = await storage.commit(change);
  if (result.type !== 'committed') throw new Error(`not committed: ${JSON.stringify(result)}`);
  return next;
}

/** Goes on from what storage holds until the happening is in the log, whoever else writes; the marks it got. */
export async function insist(
  storage: Storage,
  storyId: string,
  happening: Happening,
): Promise<Extract<CommitResult, { type: 'committed' }>> {
  for (;;) {
    const at = await storage.findStory({ id: storyId });
    const told: Told = { storyId, seq: at?.seq ?? 0, story: at?.story ?? null, updates: new Map() };
    const { told: _, ...change } = tell(told, [happening]);
    const result = await storage.commit(change);
    if (result.type === 'committed') return result;
    if (result.type !== 'stale') throw new Error(`not committed: ${JSON.stringify(result)}`);
  }
}
