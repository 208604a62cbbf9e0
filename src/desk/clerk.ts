import { actOn } from '../commands/drafts/act.ts';
import type { Who } from '../commands/drafts/activity.ts';
import type { ContentAtHead } from '../commands/drafts/head.ts';
import { missDraft } from '../commands/drafts/miss-draft.ts';
import { publishDraft } from '../commands/drafts/publish-draft.ts';
import type { Newsroom } from '../commands/perform.ts';
import type { Draft } from '../domain/desk/draft.ts';
import { may } from '../domain/desk/rights.ts';
import type { Storage } from '../storage/storage.ts';
import { rightToPublish } from './api/draft-calls.ts';
import { instantOf, millisecondsOf, type Instant } from '../domain/time.ts';

/** Publishes what is due, by the newsroom's clock. Each process has one; what several see is published once all the same. */
export type Clerk = {
  /** Publishes all that is due now. */
  look(): Promise<void>;
  /** Finishes what was begun. */
  close(): Promise<void>;
};

export type ClerkParts = {
  newsroom: Newsroom;
  contentAtHead: ContentAtHead;
  onFault: (error: unknown) => void;
};

/** How often the clerk looks, ms, and how much later than its hour a draft goes out that is marked as late. */
const LOOK_EVERY = 1000;
const LATE_AFTER = 5000;

/** Drafts read at once. */
const BATCH = 50;

/** Starts looking, at once and every second: what fell due while the server was down goes out first of all. */
export function openClerk(parts: ClerkParts): Clerk {
  const { newsroom, onFault } = parts;
  let closed = false;
  let looked = Promise.resolve();
  let next: Promise<void> | null = null;
  /** One look at a time: however often it is asked for while one is under way, one more follows. */
  const look = (): Promise<void> => {
    if (next) return next;
    const looking = looked.then(async () => {
      next = null;
      await publishDue(parts, () => closed);
    });
    next = looking;
    looked = looking.catch(() => undefined);
    return looking;
  };
  // Storage that is away is back another time.
  const wake = (): void => {
    if (!closed) look().catch(onFault);
  };
  const timer = setInterval(wake, LOOK_EVERY);
  timer.unref();
  const unsubscribe = newsroom.storage.bus.subscribe((heard) => {
    if ('clock' in heard) wake();
  });
  wake();
  return {
    look,
    async close() {
      closed = true;
      clearInterval(timer);
      unsubscribe();
      await looked;
    },
  };
}

async function publishDue(parts: ClerkParts, isOver: () => boolean): Promise<void> {
  const { storage, clock } = parts.newsroom;
  const left = new Set<string>();
  for (;;) {
    const now = await clock.fresh();
    const due = await storage.drafts.due(now, BATCH + left.size);
    const fresh = due.filter(({ id }) => !left.has(id));
    if (fresh.length === 0) return;
    for (const draft of fresh) {
      if (isOver()) return;
      left.add(draft.id);
      // What breaks on one stops none of the others, and is tried again at the next look.
      await publishOne(parts, draft, now).catch(parts.onFault);
    }
  }
}

async function publishOne(
  { newsroom, contentAtHead }: ClerkParts,
  draft: Draft,
  now: Instant,
): Promise<void> {
  const { id: draftId, version, publishAt, scheduledBy, publishHow } = draft;
  if (publishAt === null || scheduledBy === null) throw new Error(`draft ${draftId} is due at no hour`);
  const who: Who = { actor: `person ${scheduledBy}`, personId: scheduledBy };
  const miss = async (why: string): Promise<void> =>
    void (await actOn(newsroom, who, { draftId, version, verb: missDraft(why) }));
  // Nothing goes out by the right of somebody who has lost it since.
  if (!(await mayStill(newsroom.storage, draft, scheduledBy))) return miss('not-allowed');
  const late = now > instantOf(millisecondsOf(publishAt) + LATE_AFTER);
  const how = publishHow ?? undefined;
  const done = await publishDraft(newsroom, who, {
    draftId,
    version,
    how,
    contentAtHead,
    scheduled: { late },
  });
  switch (done.type) {
    // Another was first, or it is tried again at the next look.
    case 'published':
    case 'draft-moved':
    case 'unknown-draft':
    case 'busy':
      return;
    default:
      await miss(done.type);
  }
}

async function mayStill(storage: Storage, draft: Draft, personId: string): Promise<boolean> {
  const person = await storage.people.find(personId);
  if (!person || person.disabledAt !== null) return false;
  const grant = await storage.grants.find(draft.storyId, personId);
  return may(person, rightToPublish(draft, draft.publishHow?.as), { grant });
}
