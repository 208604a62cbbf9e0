import type { Refusal } from '../domain/errors.ts';
import type { OfSite } from '../domain/event.ts';
import { fold } from '../domain/fold.ts';
import { SITE } from '../domain/slug.ts';
import type { Answer, SiteAtHead, Storage } from '../storage/storage.ts';
import { inTurn } from './in-turn.ts';
import { activityOf, type Actor, type Answered, type Newsroom } from './perform.ts';

/** Looks at the site as it stands and says what is to happen – nothing (null), where all is so already – or why not. */
export type SiteVerb = (
  standing: SiteAtHead,
  storage: Storage,
) => Promise<{ type: 'done'; happening: OfSite | null } | Refusal>;

/** `seq` is the head of the site's log now, `changed` whether this moved it. */
export type SiteDone = { type: 'site-done'; seq: number; changed: boolean; happening: OfSite | null };

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
  const verdict = await verb(standing, storage);
  if (verdict.type !== 'done') return verdict;
  const { happening } = verdict;
  const { seq, lastAt } = standing;
  const recordedAt = await clock.fresh();
  const at = recordedAt > lastAt ? recordedAt : lastAt;
  const events = happening === null ? [] : [{ storyId: SITE, at, recordedAt, happening }];
  const done: SiteDone = {
    type: 'site-done',
    seq: seq + events.length,
    changed: happening !== null,
    happening,
  };
  const answer = keep?.(done);
  if (events.length === 0 && !answer) return done;
  const result = await storage.commit({
    logs: [{ storyId: SITE, expectedVersion: seq, events }],
    rows: events.flatMap((event) => fold({ story: null, update: null }, { ...event, seq: seq + 1 })),
    activity: activityOf(actor, { events }, seq),
    ...(answer && { answer }),
  });
  if (result.type === 'committed') return done;
  if (result.type === 'stale') return { type: 'stale' };
  if (result.type === 'answered') return { type: 'answered', answer: result.answer };
  throw new Error(`the site's log refused an event: ${result.type}`);
}
