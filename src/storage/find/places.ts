import { millisecondsOf, type Instant } from '../../domain/time.ts';
import { first, type Plan, type Sql } from '../plan.ts';

/** Entries that one millisecond has room for before they spill into the next. */
const SLOTS = 1024;

/** Milliseconds from which on a place would be no exact number any more (in the year 2248). */
const LAST = Math.floor(Number.MAX_SAFE_INTEGER / SLOTS) - SLOTS;

/**
 * A free place for something that took effect at an instant. Places order all that can be found by time; within a log,
 * whose instants never run backwards, as its seqs do.
 */
export function* placeAt(db: Sql, at: Instant): Plan<number> {
  // An instant that is none is refused by the table it is written to.
  const ms = Math.max(-LAST, Math.min(LAST, millisecondsOf(at) || 0));
  for (let from = ms * SLOTS; ; from += SLOTS) {
    const query = db.selectFrom('findable').select('place').where('place', '>=', from);
    const taken = yield* first(
      query
        .where('place', '<', from + SLOTS)
        .orderBy('place', 'desc')
        .limit(1),
    );
    const place = taken ? taken.place + 1 : from;
    if (place < from + SLOTS) return place;
  }
}
