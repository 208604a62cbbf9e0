import type { Newsroom } from '../../commands/perform.ts';
import { DESK_TOPIC } from '../../domain/desk/topic.ts';
import { millisecondsOf } from '../../domain/time.ts';
import { contentOf } from '../shared/draft-doc.ts';
import { keepVersion } from './keep-version.ts';
import type { RoomLog } from './room-log.ts';

/** How often the draft's row is brought up to its log while it is written, ms. */
const CONTENT_EVERY = 1000;
/** How often the desk is told that a draft's words grow, ms: every open list asks anew. */
const TELL_EVERY = 3000;
/** How often a version is kept while it is written, ms. */
const VERSION_EVERY = 300_000;

export type ContentKeeper = {
  /** Somebody's words were committed. */
  wrote(by: string): void;
  /** Keeps what is still to be kept. */
  close(): Promise<void>;
};

/** Brings a draft's row up to its log, and keeps versions, behind what is written: once a second, and when the room empties. */
export function keepContent(
  newsroom: Newsroom,
  draftId: string,
  log: RoomLog,
  onFault: (error: unknown) => void,
): ContentKeeper {
  const { storage, clock } = newsroom;
  let by: string | null = null;
  /** Kept, and not told yet. */
  let untold = false;
  let toldAt = -Infinity;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (by !== null) {
      const kept = { draftId, content: contentOf(log.doc), logSeq: log.seq(), by, at: clock.now() };
      by = null;
      untold = (await storage.drafts.keepContent(kept)) || untold;
    }
    if (!untold) return;
    const early = toldAt + TELL_EVERY - performance.now();
    if (early > 0 && !closing) return due(Math.min(early, CONTENT_EVERY));
    await tell();
    if (await isVersionDue()) await keepVersion(newsroom, draftId);
  };

  /** Those who have it in a list see its words as they grow. */
  const tell = async (): Promise<void> => {
    untold = false;
    toldAt = performance.now();
    const draft = await storage.drafts.find(draftId);
    if (!draft) return;
    const message = { event: 'draft', draftId, storyId: draft.storyId };
    storage.bus.publish({ topic: DESK_TOPIC, message });
  };

  /** Counted from the last one kept anywhere, so that two threads do not both keep one. */
  const isVersionDue = async (): Promise<boolean> => {
    const [last] = await storage.drafts.versions(draftId, 1);
    const since = last?.at ?? (await storage.drafts.find(draftId))?.createdAt;
    return since !== undefined && millisecondsOf(clock.now()) - millisecondsOf(since) >= VERSION_EVERY;
  };

  const due = (ms: number): void => {
    timer ??= setTimeout(() => void work(), ms);
  };
  const work = (): Promise<void> => (working = working.then(keep).catch(onFault));
  return {
    wrote(person) {
      by = person;
      due(CONTENT_EVERY);
    },
    close() {
      closing = true;
      return work();
    },
  };
}
