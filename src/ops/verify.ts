import { headOfHeads } from '../domain/chain.ts';
import { SITE } from '../domain/slug.ts';
import type { LogHead, Storage, StoryRows } from '../storage/storage.ts';
import { compareRows } from './verify/compare-rows.ts';
import type { Differs, Found } from './verify/differs.ts';
import { is } from './verify/erased.ts';
import { foldLog, type Folded } from './verify/fold-log.ts';
import { emptyLedger } from './verify/ledger.ts';
import { positionFault } from './verify/positions.ts';

export type { Differs } from './verify/differs.ts';

export type Verified =
  /** `head` is one hash over the heads of all logs; `erased` events had no words left to check. */
  { type: 'ok'; stories: number; events: number; head: string; erased: number } | Differs;

export type VerifyOptions = { onProgress?: (done: number, total: number) => void };

/** Heads read at once. */
const PAGE = 200;

/**
 * Folds every log and compares it with the rows, recomputes every hash, walks the one order of all logs, and looks for
 * rows without a log. Tells the first thing that differs. One log at a time is held in memory; others may write meanwhile.
 */
export async function verify(storage: Storage, { onProgress }: VerifyOptions = {}): Promise<Verified> {
  const total = await storage.position();
  const names = new Map<string, string>();
  const heads: LogHead[] = [];
  const counts = { stories: 0, events: 0, erased: 0 };
  let done = 0;
  const read = (events: number): void => {
    done += events;
    onProgress?.(Math.min(done, total), Math.max(done, total));
  };
  for await (const storyId of logs(storage)) {
    const { name, head, erased, differs } = await verifyLog(storage, storyId, read);
    if (differs) return differs;
    names.set(storyId, name);
    if (!head) continue;
    heads.push(head);
    counts.stories += storyId === SITE ? 0 : 1;
    counts.events += head.seq;
    counts.erased += erased;
  }
  const fault =
    (await positionFault(storage, (storyId) => names.get(storyId) ?? storyId)) ??
    (await orphanFault(storage));
  return fault ?? { type: 'ok', ...counts, head: headOfHeads(heads) };
}

/** Every log there is, and the site's also where it has none: it may have rows all the same. */
async function* logs(storage: Storage): AsyncGenerator<string> {
  let after = '';
  let site = false;
  for (;;) {
    const heads = await storage.heads(after, PAGE);
    for (const { storyId } of heads) {
      site ||= storyId === SITE;
      yield storyId;
    }
    if (heads.length < PAGE) break;
    after = heads.at(-1)?.storyId ?? after;
  }
  if (!site) yield SITE;
}

type VerifiedLog = { name: string; head: LogHead | null; erased: number; differs: Differs | null };

async function verifyLog(
  storage: Storage,
  storyId: string,
  read: (events: number) => void,
): Promise<VerifiedLog> {
  const rows = await storage.rowsOf(storyId);
  const { head } = rows;
  const folded = head
    ? await foldLog(storage, storyId, head, read)
    : { ledger: emptyLedger(), erased: 0, found: null };
  const found =
    folded.found ?? compareRows(folded.ledger, rows) ?? (await beyondHead(storage, storyId, rows));
  const name = nameOf(storyId, folded, rows);
  return {
    name,
    head: head && { storyId, seq: head.seq, hash: head.hash },
    erased: folded.erased,
    differs: found && { type: 'differs', ...found, story: name },
  };
}

/** The slug the whole log folds to; where it could not be folded whole, the one that is stored. */
function nameOf(storyId: string, { ledger, found }: Folded, { stories }: StoryRows): string {
  const folded = ledger.story && !is(ledger.story.slug) ? ledger.story.slug : undefined;
  const stored = stories[0]?.slug;
  return (found ? (stored ?? folded) : (folded ?? stored)) ?? storyId;
}

/** An event after the head was written since – then the head has moved on with it – or is none of ours. */
async function beyondHead(storage: Storage, storyId: string, { head }: StoryRows): Promise<Found | null> {
  const seq = head?.seq ?? 0;
  const [event] = await storage.events(storyId, seq, 1);
  if (!event) return null;
  const now = (await storage.rowsOf(storyId)).head?.seq ?? 0;
  return now > seq ? null : { what: 'event', seq: event.seq, field: 'seq' };
}

async function orphanFault(storage: Storage): Promise<Differs | null> {
  const orphan = await storage.orphan();
  if (!orphan) return null;
  const { table, storyId } = orphan;
  return {
    type: 'differs',
    what: table === 'events' ? 'event' : 'row',
    story: storyId,
    seq: 0,
    field: `${table}:orphan`,
  };
}
