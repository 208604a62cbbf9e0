import { eventHash, NO_HASH, payloadHash } from '../../domain/chain.ts';
import { happeningOf, mediaIdOf, updateIdOf, type LoggedEvent } from '../../domain/event.ts';
import { fold } from '../../domain/fold.ts';
import type { Storage, StoryRows } from '../../storage/storage.ts';
import type { Found } from './differs.ts';
import { blurred, erasedHappening } from './erased.ts';
import { inTheDark } from './erased-media.ts';
import { emptyLedger, enter, type Ledger } from './ledger.ts';

/** Events read at once. */
const PAGE = 500;

export type Folded = { ledger: Ledger; erased: number; found: Found | null };

/** Folds a log up to its head, event by event, checking each; stops at the first that is not as it was written. */
export async function foldLog(
  storage: Storage,
  storyId: string,
  head: NonNullable<StoryRows['head']>,
  read: (events: number) => void,
): Promise<Folded> {
  const folded: Folded = { ledger: emptyLedger(), erased: 0, found: null };
  let hash = NO_HASH;
  let at = head.last_at;
  for (let seq = 0; seq < head.seq;) {
    const events = await storage.events(storyId, seq, Math.min(PAGE, head.seq - seq));
    if (events.length === 0) return { ...folded, found: { what: 'event', seq: seq + 1, field: 'seq' } };
    for (const event of events) {
      seq += 1;
      folded.found = eventFault(event, seq, hash) ?? foldFault(folded.ledger, event);
      if (folded.found) return folded;
      if (event.payload === null) folded.erased += 1;
      ({ hash, at } = event);
    }
    read(events.length);
  }
  if (head.hash !== hash) folded.found = { what: 'chain', seq: head.seq, field: 'head.hash' };
  else if (head.last_at !== at) folded.found = { what: 'chain', seq: head.seq, field: 'head.lastAt' };
  return folded;
}

/** Whether the event is the one that was written at this place. */
function eventFault(event: LoggedEvent, seq: number, previous: string): Found | null {
  const { payload, salt } = event;
  if (event.seq !== seq) return { what: 'event', seq, field: 'seq' };
  if ((payload === null) !== (salt === null))
    return { what: 'event', seq, field: payload === null ? 'payload' : 'salt' };
  if (payload !== null && salt !== null) {
    const written = payloadHash(salt, payload);
    const rehashed =
      written !== event.payloadHash && eventHash(previous, { ...event, payloadHash: written }) === event.hash;
    if (rehashed) return { what: 'chain', seq, field: 'payloadHash' };
    if (written !== event.payloadHash) return { what: 'event', seq, field: 'payload' };
  }
  return eventHash(previous, event) === event.hash ? null : { what: 'chain', seq, field: 'hash' };
}

/** Folds the event into the ledger; an event that cannot be folded was not written by a command. */
function foldFault(ledger: Ledger, event: LoggedEvent): Found | null {
  const { storyId, seq, at, recordedAt, kind, updateId } = event;
  try {
    const happening = happeningOf(event) ?? erasedHappening(kind, updateId ?? '');
    if (inTheDark(ledger, happening)) return null;
    const before = {
      story: ledger.story,
      update: updateId === null ? null : (ledger.updates.get(updateId) ?? null),
      media: ledger.media.get(mediaIdOf(happening) ?? '') ?? null,
    };
    if (updateIdOf(happening) !== updateId) return { what: 'event', seq, field: 'updateId' };
    const rows = fold(before, { storyId, seq, at, recordedAt, happening });
    for (const row of blurred(before, happening, rows)) enter(ledger, row);
    return null;
  } catch {
    return { what: 'event', seq, field: 'payload' };
  }
}
