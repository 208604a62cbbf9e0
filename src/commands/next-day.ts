import { OPEN_STATUSES, type Draft } from '../domain/desk/draft.ts';
import type { Refusal } from '../domain/errors.ts';
import { breaks, faultAt, type Wrong } from '../domain/faults.ts';
import type { Instant } from '../domain/time.ts';
import type { Story } from '../domain/story.ts';
import type { StoryAtHead } from '../storage/storage.ts';
import { broughtAlong, goingOn } from './drafts/last-day.ts';
import { inTurn } from './in-turn.ts';
import { commitOpening, readOpening } from './open-story.ts';
import type { Actor, Newsroom } from './perform.ts';
import { peopleActivity } from './people/activity.ts';
import { tell, type Beside } from './tell-linked.ts';

export type NextDay = {
  actor: Actor;
  storyId: string;
  /** Of the story that is to go on: chosen by whoever asks, so that asking again changes nothing. */
  nextId: string;
  headline: string;
  dek?: string | null;
  /** The version of the story that was seen; left out: any. */
  version?: number;
};

/** How both stand now, with the heads of their logs. */
export type Continued = { type: 'continued'; former: StoryAtHead; next: StoryAtHead };

const ATTEMPTS = 60;

/** More updates than are ever drafted of one story. */
const ALL = 100_000;

/**
 * Ends a story and opens the next in one commit: the last frame of the one leads its open pages to the other.
 * Updates that are drafted go on with it: an ended story takes none.
 */
export async function continueNextDay(newsroom: Newsroom, order: NextDay): Promise<Continued | Refusal> {
  return inTurn(newsroom.storage, order.storyId, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const outcome = await attemptOnce(newsroom, order);
      if (outcome.type === 'stale') continue;
      // Some may have been begun while it was opened.
      if (outcome.type === 'continued')
        for (const draft of await openUpdates(newsroom, order.storyId))
          await broughtAlong(newsroom.storage, draft);
      return outcome;
    }
    return { type: 'busy' };
  });
}

async function attemptOnce(
  newsroom: Newsroom,
  order: NextDay,
): Promise<Continued | Refusal | { type: 'stale' }> {
  const { storage, clock } = newsroom;
  const { actor, storyId, nextId, headline, dek = null } = order;
  const former = await storage.findStory({ id: storyId });
  if (!former) return { type: 'unknown-story', slug: storyId };
  const { story } = former;
  if (story.nextId === nextId) return bothOf(newsroom, order);
  const fault = await whyNot(newsroom, order, story);
  if (fault) return fault;
  const { lang, zone, placeZone, section, top } = story;
  const details = { lang, zone, placeZone, section };
  const read = readOpening({ headline, dek, byline: top.byline }, details);
  if ('errors' in read) return read;
  const recordedAt = await clock.fresh();
  const at = recordedAt > former.lastAt ? recordedAt : former.lastAt;
  const open = await openUpdates(newsroom, storyId);
  /** The story may have moved on between attempts. */
  const ending = async (): Promise<Beside | Refusal> => {
    const standing = await storage.findStory({ id: storyId });
    if (!standing || standing.story.nextId !== null) return CONTINUED;
    const ended = tell({ actor, at, recordedAt }, standing, [
      { kind: 'state', state: 'ended', until: null, nextId },
    ]);
    return withGrants(newsroom, order, ended, recordedAt);
  };
  const opened = await commitOpening(newsroom, {
    actor,
    storyId: nextId,
    opening: { ...read, previousId: storyId },
    at,
    recordedAt,
    steps: [],
    drafts: () => open.map((draft) => goingOn(draft, nextId)),
    beside: ending,
  });
  if (opened.type === 'played') return bothOf(newsroom, order);
  if (opened.type === 'opened-before' || opened.type === 'draft-moved') return { type: 'stale' };
  if (opened.type === 'answered' || opened.type === 'already-imported')
    throw new Error(`a story's next day was answered with ${opened.type}`);
  return opened;
}

/** What was given or taken for the story holds for the next, from its first moment on. */
async function withGrants(
  { storage }: Newsroom,
  { actor, storyId, nextId }: NextDay,
  ended: Beside,
  at: Instant,
): Promise<Beside> {
  const given = await storage.grants.list(storyId);
  const told = given.map(({ personId, write, publish }) =>
    peopleActivity(at, actor, 'story-granted', `person ${personId}`, {
      storyId: nextId,
      detail: { write, publish, from: storyId },
    }),
  );
  const grants = { from: storyId, to: nextId, given };
  return { ...ended, activity: [...ended.activity, ...told], grants };
}

async function whyNot({ storage }: Newsroom, order: NextDay, story: Story): Promise<Refusal | null> {
  if (story.nextId !== null) return CONTINUED;
  const { site } = await storage.site();
  // Where it takes two to publish, one alone publishes no words: the next day begins with those that two have seen.
  if (site.fourEyes && !saysNothingNew(order, story)) return { type: 'four-eyes' };
  if (order.version !== undefined && order.version !== story.version)
    return { type: 'stale-version', current: story.version };
  const { nextId } = order;
  const taken =
    (await storage.findStory({ id: nextId })) !== null ||
    (await storage.drafts.list({ storyId: nextId, statuses: [...OPEN_STATUSES, 'trashed'], limit: 1 }))
      .length > 0;
  return taken ? refused('/storyId', 'is another story’s already') : null;
}

const saysNothingNew = ({ headline, dek = null }: NextDay, { top }: Story): boolean =>
  headline.trim() === top.headline && (dek === null || dek === top.dek);

const refused = (pointer: string, wrong: Wrong): Refusal => ({
  type: 'invalid',
  errors: [faultAt(pointer, wrong)],
});

const CONTINUED = refused('', breaks('continued'));

const openUpdates = ({ storage }: Newsroom, storyId: string): Promise<Draft[]> =>
  storage.drafts.list({ storyId, kinds: ['update'], statuses: OPEN_STATUSES, limit: ALL });

async function bothOf({ storage }: Newsroom, order: NextDay): Promise<Continued> {
  const [former, next] = await Promise.all([
    storage.findStory({ id: order.storyId }),
    storage.findStory({ id: order.nextId }),
  ]);
  if (!former || !next) throw new Error(`a story and its next day are not both there: ${order.nextId}`);
  return { type: 'continued', former, next };
}
