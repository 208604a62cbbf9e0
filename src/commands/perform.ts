import type { Refusal } from '../domain/errors.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { Update } from '../domain/update.ts';
import type { Activity, Answer, Storage, StoryAtHead } from '../storage/storage.ts';
import type { DraftWrite } from '../storage/desk/draft-store.ts';
import { activityOf, type Actor } from './activity.ts';
import { inTurn } from './in-turn.ts';
import { readLanguages, type OriginalAsked } from './languages.ts';
import { Shelf } from './pictures.ts';
import { play, type Played } from './play.ts';
import { bearsHeld, releaseHeld } from './release-held.ts';
import { tellLinked } from './tell-linked.ts';
import type { Verb } from './verb.ts';

export { activityOf, type Actor } from './activity.ts';

/** What commands work with. */
export type Newsroom = { storage: Storage; clock: Clock };

export type StoryKey = { slug: string } | { id: string } | { updateId: string };

export type Order = {
  actor: Actor;
  story: StoryKey;
  /** Further updates the verbs look at; the one that the key names is among them anyway. */
  updateIds?: string[];
  /** Also of a story that is in the trash. */
  discarded?: boolean;
  /** Whom verbs about translations are to see as the original. */
  original?: OriginalAsked;
  /** Played in turn, in one commit. */
  verbs: Verb[];
  /** Rows of the desk that change in the same commit, given what was done. */
  drafts?: (done: Played) => DraftWrite[];
  /** What the activity list tells beside the events, given what was done. */
  tells?: (done: Played) => Activity[];
  /** What to keep for a retry with the same idempotency key, given what was done. */
  keep?: (done: Played) => Answer;
};

/** A retry came after all: this is what the first one was told. */
export type Answered = { type: 'answered'; answer: Answer };

/** How often a change is decided anew because the story moved on, before the writer is told to try later. */
const ATTEMPTS = 60;

/**
 * Performs verbs on a story: reads it, plays them, commits, and decides anew when another commit came between.
 * What the verbs did is in the log, synced to disk, once this resolves with `played`.
 */
export async function perform(newsroom: Newsroom, order: Order): Promise<Played | Answered | Refusal> {
  const { storage } = newsroom;
  const found = await findStory(storage, order);
  if (!('story' in found)) return found;
  const storyId = found.story.id;
  return inTurn(storage, storyId, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const outcome = await attemptOnce(newsroom, storyId, order);
      if (outcome.type !== 'stale') return outcome;
    }
    return { type: 'busy' };
  });
}

async function attemptOnce(
  { storage, clock }: Newsroom,
  storyId: string,
  order: Order,
): Promise<Played | Answered | Refusal | { type: 'stale' }> {
  const { discarded = false } = order;
  const at = await storage.findStory({ id: storyId, discarded });
  if (!at) return { type: 'unknown-story', slug: storyId };
  const updates = await updatesOf(storage, storyId, order);
  const recordedAt = await clock.fresh();
  const now = later(recordedAt, at.lastAt);
  const languages = await readLanguages(storage, at.story, order.original);
  const start = { storyId, seq: at.seq, story: at.story, updates, languages };
  const steps = order.verbs.map((verb) => ({ verb, at: now }));
  const shelf = new Shelf(bearsHeld(order));
  const played = await shelf.with(storage, (pictures) => play({ ...start, pictures }, steps, recordedAt));
  if (played.type !== 'played') return played;
  const answer = order.keep?.(played);
  if (played.events.length === 0 && !answer && !order.drafts) return played;
  const { actor } = order;
  const doing = { actor, before: at.story, languages, played, at: now, recordedAt };
  const beside = await tellLinked(storage, doing);
  if (beside.type !== 'beside') return beside;
  const released = await releaseHeld(storage, shelf, { ...doing, events: played.events });
  const result = await storage.commit({
    logs: [...released.logs, { storyId, expectedVersion: at.seq, events: played.events }, ...beside.logs],
    rows: [...released.rows, ...played.rows, ...beside.rows],
    held: released.held,
    activity: [
      ...released.activity,
      ...activityOf(actor, played, at.seq),
      ...beside.activity,
      ...(order.tells?.(played) ?? []),
    ],
    ...(order.drafts && { drafts: order.drafts(played) }),
    ...(answer && { answer }),
  });
  switch (result.type) {
    case 'committed':
      return played;
    case 'stale':
      return { type: 'stale' };
    case 'slug-taken':
      return { type: 'slug-taken', slug: result.slug };
    case 'answered':
      return { type: 'answered', answer: result.answer };
    case 'draft-moved':
      return result;
    case 'already-imported':
      throw new Error('nothing was imported here');
  }
}

async function findStory(
  storage: Storage,
  { story: key, discarded = false }: Order,
): Promise<StoryAtHead | Refusal> {
  if (!('updateId' in key)) {
    return (
      (await storage.findStory({ ...key, discarded })) ?? {
        type: 'unknown-story',
        slug: 'slug' in key ? key.slug : key.id,
      }
    );
  }
  const update = await storage.findUpdate(key.updateId);
  const story = update && (await storage.findStory({ id: update.storyId }));
  return story ?? { type: 'unknown-update', id: key.updateId };
}

async function updatesOf(
  storage: Storage,
  storyId: string,
  { story, updateIds = [] }: Order,
): Promise<Update[]> {
  const ids = new Set('updateId' in story ? [story.updateId, ...updateIds] : updateIds);
  const found = await Promise.all([...ids].map((id) => storage.findUpdate(id)));
  return found.filter((update) => update !== null && update.storyId === storyId) as Update[];
}

/** Should the machine's clock be set back, the log's does not follow: no event takes effect before the one it follows. */
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
