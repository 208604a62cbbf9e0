import type { Refusal } from '../domain/errors.ts';
import type { Happening, Kind } from '../domain/event.ts';
import { fold } from '../domain/fold.ts';
import type { LinkedStory, Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Change, Storage, StoryAtHead } from '../storage/storage.ts';
import { activityOf, type Actor } from './activity.ts';
import { sameLanguage, type Languages } from './languages.ts';
import type { Played } from './play.ts';

/** What goes into other logs with a commit. */
export type Beside = { type: 'beside' } & Pick<Change, 'logs' | 'rows' | 'activity' | 'grants'>;

export const NOTHING_BESIDE: Beside = { type: 'beside', logs: [], rows: [], activity: [] };

/** What makes a translation stale. A small edit does not, nor does news that it has yet to tell. */
export const STALING: ReadonlySet<Kind> = new Set(['correction', 'story-correction', 'retraction']);

export type Doing = {
  actor: Actor;
  /** The story as it stood; null before it was opened. */
  before: Story | null;
  languages: Languages;
  played: Played;
  at: Instant;
  recordedAt: Instant;
};

/**
 * What verbs on one story mean for those that tell the same in other languages: their pages are made of their own logs,
 * so each gets an event in the same commit where its page changes. Refused: two of a group in one language.
 */
export async function tellLinked(storage: Storage, doing: Doing): Promise<Beside | Refusal> {
  const { before, played, languages } = doing;
  const { story, events } = played;
  const relinked = events.some(({ happening }) => happening.kind === 'translation');
  const regrouped = relinked && story.translationOf !== (before?.translationOf ?? null);
  const renamed = before !== null && (story.slug !== before.slug || story.lang !== before.lang);
  const stale = staleBy(played);
  if (!relinked && !renamed && !stale) return NOTHING_BESIDE;
  const former = before ? await storage.linkedStories(story.id) : [];
  const group = regrouped ? await groupOf(storage, story, languages) : former;
  const twin = group.find((each) => sameLanguage(each.story.lang, story.lang));
  if (twin && (regrouped || story.lang !== before?.lang)) return sameTongue(regrouped, twin.story);

  const shownAnew = regrouped || renamed || story.sourceCorrectedAt !== (before?.sourceCorrectedAt ?? null);
  const whole = [story, ...group.map((each) => each.story)];
  const told = group.map((each) => {
    const happenings: Happening[] = [];
    if (stale && each.story.translationOf === story.id) happenings.push(stale);
    if (shownAnew) happenings.push(othersOf(each.story, whole));
    return tell(doing, each, happenings);
  });
  const left = regrouped ? former : [];
  const remaining = left.map((each) => each.story);
  told.push(...left.map((each) => tell(doing, each, [othersOf(each.story, remaining)])));
  return merged(told);
}

/** The last thing that makes translations of the story stale, as they are told of it. */
function staleBy({ events, seq }: Played): Happening | null {
  const last = events.findLastIndex(({ happening }) => STALING.has(happening.kind));
  const event = events[last];
  if (!event) return null;
  return {
    kind: 'translation-stale',
    sourceSeq: seq - events.length + last + 1,
    correctedAt: event.at,
  };
}

/** The group a story joins: its original and that one's other translations. */
async function groupOf(storage: Storage, story: Story, { original }: Languages): Promise<StoryAtHead[]> {
  if (story.translationOf === null || !original) return [];
  const others = await storage.linkedStories(original.story.id);
  return [original, ...others].filter((each) => each.story.id !== story.id);
}

function sameTongue(regrouped: boolean, { slug, lang }: Story): Refusal {
  const pointer = regrouped ? '/translationOf' : '/lang';
  const detail = `cannot be: ${slug} tells the same in this language (${lang})`;
  return { type: 'invalid', errors: [{ pointer, detail }] };
}

export function othersOf({ id }: Story, group: Story[]): Happening {
  const others = group.filter((each) => each.id !== id);
  const ordered = others.toSorted((a, b) => rank(a) - rank(b) || (a.lang < b.lang ? -1 : 1));
  const linked = ordered.map((each): LinkedStory => ({ storyId: each.id, slug: each.slug, lang: each.lang }));
  return { kind: 'translations', others: linked };
}

/** The original comes first. */
const rank = ({ translationOf }: Story): number => (translationOf === null ? 0 : 1);

/** Happenings in another story's log; without any, its log must stand where it was read all the same. */
export function tell(
  { actor, at, recordedAt }: Pick<Doing, 'actor' | 'at' | 'recordedAt'>,
  { story, seq, lastAt }: StoryAtHead,
  happenings: Happening[],
): Beside {
  const storyId = story.id;
  let standing = story;
  const rows: Beside['rows'] = [];
  const events = happenings.map((happening, index) => {
    const event = { storyId, at: at > lastAt ? at : lastAt, recordedAt, happening };
    for (const row of fold({ story: standing, update: null }, { ...event, seq: seq + index + 1 })) {
      rows.push(row);
      if (row.row === 'story') standing = row.value;
    }
    return event;
  });
  return {
    type: 'beside',
    logs: [{ storyId, expectedVersion: seq, events }],
    rows,
    activity: activityOf(actor, { events }, seq),
  };
}

export function merged(all: Beside[]): Beside {
  return {
    type: 'beside',
    logs: all.flatMap(({ logs }) => logs),
    rows: all.flatMap(({ rows }) => rows),
    activity: all.flatMap(({ activity }) => activity),
  };
}
