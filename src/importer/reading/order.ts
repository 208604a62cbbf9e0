/** Which way the entries of a page run. */
export type Order = 'oldest-first' | 'newest-first';

/** An entry's time on a line of minutes: a full one where its day is known, else minutes of the day. */
export type Moment =
  | { readonly day: number; readonly minutes: number | null }
  | { readonly day: null; readonly minutes: number };

const DAY = 24 * 60;
/** A step against the order of less than this is an entry out of place, not a night that passed. */
export const OUT_OF_PLACE = 4 * 60;

/**
 * The order in which fewer entries stand out of place, then the one that makes the shorter night: 11:50 p.m.
 * before 12:10 a.m. is twenty minutes read forwards and a day read backwards. Ties are oldest first.
 * Where some entries name another day than that of publication, the night is counted from that day on.
 */
export function orderOf(moments: readonly Moment[], published: number | null = null): Order {
  const counted = published !== null && moments.some(({ day }) => day !== null && day !== published);
  const start: readonly Moment[] = counted ? [{ day: published, minutes: 0 }] : [];
  const [forwards, backwards] = [walk([...start, ...moments]), walk([...start, ...moments.toReversed()])];
  const misplaced = forwards.misplaced - backwards.misplaced;
  return misplaced < 0 || (misplaced === 0 && forwards.minutes <= backwards.minutes)
    ? 'oldest-first'
    : 'newest-first';
}

type Walk = { readonly minutes: number; readonly misplaced: number };

function walk(moments: readonly Moment[]): Walk {
  let [minutes, misplaced] = [0, 0];
  for (let at = 1; at < moments.length; at++) {
    const [one, two] = [moments[at - 1], moments[at]];
    const gap = one && two ? step(one, two) : 0;
    minutes += Math.abs(gap);
    if (gap < 0) misplaced += 1;
  }
  return { minutes, misplaced };
}

/** Minutes from one entry to the next; negative where the next is earlier and no night lies between. */
function step(one: Moment, two: Moment): number {
  if (one.day !== null && two.day !== null) {
    const minutes = one.minutes === null || two.minutes === null ? 0 : two.minutes - one.minutes;
    return (two.day - one.day) * DAY + minutes;
  }
  if (one.minutes === null || two.minutes === null) return 0;
  const gap = two.minutes - one.minutes;
  return gap >= -OUT_OF_PLACE ? gap : gap + DAY;
}
