import type { Refusal } from '../domain/errors.ts';
import type { OfSite } from '../domain/event.ts';
import { fold } from '../domain/fold.ts';
import type { Media } from '../domain/media.ts';
import { SITE } from '../domain/slug.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer, SiteAtHead, Storage } from '../storage/storage.ts';
import { inTurn } from './in-turn.ts';
import { activityOf, type Actor, type Answered, type Newsroom } from './perform.ts';
import { bearsHeld, picturesBorne, released, type Released } from './release-held.ts';

/** The site's log and the instant a verb is performed at. */
export type SiteScene = SiteAtHead & {
  at: Instant;
  /** Whether pictures that the desk holds back may be borne: they go public with it. */
  withDesk: boolean;
};

/**
 * Looks at the site as it stands and says what is to happen – nothing (null), where all is so already – or why not.
 * `picture` is the one it happens to, as it stood.
 */
export type SiteVerb = (
  standing: SiteScene,
  storage: Storage,
) => Promise<{ type: 'done'; happening: OfSite | null; picture?: Media | null } | Refusal>;

/** `seq` is the head of the site's log now, `changed` whether this moved it; `picture` the one it happened to, as it stands now. */
export type SiteDone = {
  type: 'site-done';
  seq: number;
  changed: boolean;
  happening: OfSite | null;
  picture: Media | null;
};

export type SiteOrder = {
  actor: Actor;
  verb: SiteVerb;
  /** What to keep for a retry with the same idempotency key, given what was done. */
  keep?: (done: SiteDone) => Answer;
};

/** How often a change is decided anew because the site's log moved on. */
const ATTEMPTS = 60;

/** Performs a verb on the site; pages rendered before are stale from then on. Once it resolves it is in the log. */
export async function performOnSite(
  newsroom: Newsroom,
  order: SiteOrder,
): Promise<SiteDone | Answered | Refusal> {
  return inTurn(newsroom.storage, SITE, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const outcome = await attemptOnce(newsroom, order);
      if (outcome.type !== 'stale') return outcome;
    }
    return { type: 'busy' };
  });
}

async function attemptOnce(
  { storage, clock }: Newsroom,
  { actor, verb, keep }: SiteOrder,
): Promise<SiteDone | Answered | Refusal | { type: 'stale' }> {
  const standing = await storage.site();
  const { seq, lastAt } = standing;
  const recordedAt = await clock.fresh();
  const at = recordedAt > lastAt ? recordedAt : lastAt;
  const verdict = await verb({ ...standing, at, withDesk: bearsHeld({ actor }) }, storage);
  if (verdict.type !== 'done') return verdict;
  const { happening, picture = null } = verdict;
  const own = happening === null ? [] : [{ storyId: SITE, at, recordedAt, happening }];
  const before = await releasedFor(storage, happening, { ...standing, actor, at, recordedAt });
  const events = [...before.logs.flatMap((log) => log.events), ...own];
  const folded = own.flatMap((event) =>
    fold({ story: null, update: null, media: picture }, { ...event, seq: seq + events.length }),
  );
  const rows = [...before.rows, ...folded];
  const taken = folded.find((row) => row.row === 'media');
  const done: SiteDone = {
    type: 'site-done',
    seq: seq + events.length,
    changed: happening !== null,
    happening,
    picture: taken?.value ?? picture,
  };
  const answer = keep?.(done);
  if (events.length === 0 && !answer) return done;
  const result = await storage.commit({
    logs: [{ storyId: SITE, expectedVersion: seq, events }],
    rows,
    activity: activityOf(actor, { events }, seq),
    held: before.held,
    ...(answer && { answer }),
  });
  if (result.type === 'committed') return done;
  if (result.type === 'stale') return { type: 'stale' };
  if (result.type === 'answered') return { type: 'answered', answer: result.answer };
  throw new Error(`the site's log refused an event: ${result.type}`);
}

/** Pictures of the desk that a change of the site's own bears: a page's, the logo. */
async function releasedFor(
  storage: Storage,
  happening: OfSite | null,
  doing: Pick<SiteAtHead, 'seq' | 'lastAt'> & { actor: Actor; at: Instant; recordedAt: Instant },
): Promise<Released> {
  const borne = happening && bearsHeld(doing) ? picturesBorne(happening) : [];
  const held = borne.length > 0 ? await storage.heldMedia.find(borne) : [];
  return held.length > 0 ? released(held, doing, doing) : { logs: [], rows: [], activity: [], held: [] };
}
