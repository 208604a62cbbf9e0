import { readClock } from '../../domain/clocks/clock.ts';
import { readDate } from './dates.ts';
import type { DateFields } from './dates.ts';
import { readZone } from '../../domain/clocks/zones.ts';
import type { WrittenZone } from '../../domain/clocks/zones.ts';

/** A time as a post writes it: whatever of date, weekday, clock and zone it names, nothing added. */
export type Stamp = {
  readonly date: DateFields | null;
  readonly clock: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  readonly zone: WrittenZone | null;
};

export type StampReading = { readonly stamp: Stamp; readonly end: number };

const GLUE =
  /(?:[\s,;·|/([–—-]|\.(?=\s)|(?:at|on|of|as of|around|about|approx\.?|from|um|am|den|vom|gegen|à|le|du|el|las|los|dia|kl\.?|alle|ore|om|op|klok|the)(?=[\s\d]))+/iy;

/** "Tuesday afternoon" tells the day and no clock. */
const DAY_PART = /,?\s(?:early\s|late\s)?(?:morning|afternoon|evening|night)\b/iy;

/**
 * Reads the longest stamp that begins at `from` ("02/28/2019, 12:05 a.m. ET", "Sept. 3 at 4 p.m.", "14.30 Uhr").
 * Null when neither a date nor a clock stands there. Closing brackets are left to the caller.
 */
export function readStamp(text: string, from: number): StampReading | null {
  let end = from;
  let stamp: Stamp = { date: null, clock: null, zone: null };
  for (let step = 0; step < 8; step++) {
    const next =
      readPart(text, end, stamp) ?? (end > from ? readPart(text, afterGlue(text, end), stamp) : null);
    if (next === null) break;
    stamp = next.stamp;
    end = next.end;
  }
  if (stamp.date === null && stamp.clock === null) return null;
  DAY_PART.lastIndex = end;
  return { stamp, end: stamp.date !== null && DAY_PART.test(text) ? DAY_PART.lastIndex : end };
}

function afterGlue(text: string, from: number): number {
  GLUE.lastIndex = from;
  return GLUE.test(text) ? GLUE.lastIndex : from;
}

function readPart(text: string, at: number, so: Stamp): StampReading | null {
  if (so.clock === null) {
    const clock = readClock(text, at);
    if (clock) return { stamp: { ...so, clock: clock.clock }, end: clock.end };
  }
  const date = readDate(text, at);
  if (date) {
    const merged = mergeDates(so.date, date.date);
    if (merged) return { stamp: { ...so, date: merged }, end: date.end };
  }
  if (so.zone === null && so.clock !== null) {
    const zone = readZone(text, at);
    if (zone) return { stamp: { ...so, zone: zone.zone }, end: zone.end };
  }
  return null;
}

/** A weekday and a date may stand side by side; two dates may not. */
function mergeDates(one: DateFields | null, two: DateFields): DateFields | null {
  if (one === null) return two;
  if (one.type === 'weekday' && two.type !== 'weekday') return two;
  return two.type === 'weekday' && one.type !== 'weekday' ? one : null;
}
