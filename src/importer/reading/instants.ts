import type { ProposedTime } from '../proposal.ts';
import { OUT_OF_PLACE, orderOf } from './order.ts';
import type { Moment, Order } from './order.ts';
import { dayOf } from './days.ts';
import type { Stamp } from './stamps.ts';
import { placeInZone, zoneFor } from '../../domain/clocks/zoned.ts';

/** What is known of a post before its own times are read. */
export type Known = {
  readonly zone: string | null;
  /** The day it was published, where the person importing or the page says it. */
  readonly date: Temporal.PlainDate | null;
  /** A day to measure missing years and weekdays from: that one, or the first the post writes out. */
  readonly near: Temporal.PlainDate | null;
  /** The wall time it was published, where the page says it. */
  readonly published: Temporal.PlainDateTime | null;
};

export type Resolved = {
  readonly times: readonly (ProposedTime | null)[];
  readonly order: Order;
  readonly warnings: readonly string[];
};

export type Written = { readonly stamp: Stamp | null; readonly written: string };

/**
 * Turns the written times of a page's entries, in page order, into instants: a day once written carries on
 * to the entries after it and over midnight, and back to those before it. What the page does not say stays open.
 */
export function resolveTimes(entries: readonly Written[], known: Known): Resolved {
  const days = entries.map(({ stamp }) =>
    stamp?.date ? dayOf(stamp.date, known.near, regionOf(stamp, known)) : null,
  );
  const order = orderOf(moments(entries, days), known.date === null ? null : daysSinceEpoch(known.date));
  const forwards = order === 'oldest-first';
  const inTime = forwards ? [...entries.keys()] : [...entries.keys()].toReversed();
  const carried = carryDays(
    inTime.map((at) => ({ clock: entries[at]?.stamp?.clock ?? null, day: days[at] ?? null })),
    known,
  );
  const warnings = new Set<string>();
  const times: (ProposedTime | null)[] = entries.map(() => null);
  for (const [step, at] of inTime.entries()) {
    const entry = entries[at];
    if (!entry?.stamp) continue;
    const time = timeOf(entry.stamp, carried[step] ?? null, known);
    times[at] = time.time;
    for (const warning of time.warnings) warnings.add(`“${entry.written.slice(0, 120)}”: ${warning}`);
  }
  return { times, order, warnings: [...warnings] };
}

function moments(entries: readonly Written[], days: readonly (Temporal.PlainDate | null)[]): Moment[] {
  const found: Moment[] = [];
  for (const [at, { stamp }] of entries.entries()) {
    const day = days[at] ?? null;
    const minutes = stamp?.clock ? stamp.clock.hour * 60 + stamp.clock.minute : null;
    if (day !== null) found.push({ day: daysSinceEpoch(day), minutes });
    else if (minutes !== null) found.push({ day: null, minutes });
  }
  return found;
}

type Day = { readonly day: Temporal.PlainDate; readonly clock: Stamp['clock'] };
type Entry = { readonly clock: Stamp['clock']; readonly day: Temporal.PlainDate | null };

/** Days for entries in the order of time: carried forward over midnight, then back to those before the first known. */
function carryDays(entries: readonly Entry[], known: Known): (Temporal.PlainDate | null)[] {
  const days = entries.map(({ day }) => day);
  const first = days.findIndex((day) => day !== null);
  const due =
    first === -1 || (days[first] && known.date && Temporal.PlainDate.compare(known.date, days[first]) <= 0);
  if (first !== 0 && due) startFrom(entries, days, known);
  let last: Day | null = null as Day | null;
  for (const [at, entry] of entries.entries()) {
    const day: Temporal.PlainDate | null = days[at] ?? (last === null ? null : nextDay(last, entry.clock));
    if (day === null) continue;
    days[at] = day;
    last = { day, clock: entry.clock ?? (last?.day.equals(day) ? last.clock : null) };
  }
  for (let at = first - 1; at >= 0 && !days[at]; at--) {
    const [day, after, clock] = [days[at + 1], entries[at + 1]?.clock, entries[at]?.clock];
    if (!day) break;
    days[at] =
      clock && after && minutesOf(clock) > minutesOf(after) + OUT_OF_PLACE ? day.subtract({ days: 1 }) : day;
  }
  return days;
}

/** The first entry falls on the day of publication, or on the next where its clock is far earlier than the post's own. */
function startFrom(entries: readonly Entry[], days: (Temporal.PlainDate | null)[], known: Known): void {
  const at = entries.findIndex(({ clock }) => clock !== null);
  const clock = entries[at]?.clock;
  if (!clock || known.date === null || days[at]) return;
  const posted = known.published;
  const overnight = posted !== null && minutesOf(clock) < posted.hour * 60 + posted.minute - OUT_OF_PLACE;
  days[at] = overnight ? known.date.add({ days: 1 }) : known.date;
}

function nextDay(
  last: { day: Temporal.PlainDate; clock: Stamp['clock'] },
  clock: Stamp['clock'],
): Temporal.PlainDate | null {
  if (clock === null) return null;
  const night = last.clock !== null && minutesOf(clock) < minutesOf(last.clock) - OUT_OF_PLACE;
  return night ? last.day.add({ days: 1 }) : last.day;
}

function timeOf(
  stamp: Stamp,
  day: Temporal.PlainDate | null,
  known: Known,
): { time: ProposedTime | null; warnings: readonly string[] } {
  const { clock } = stamp;
  if (clock === null) {
    return day === null
      ? { time: null, warnings: ['the day it names could not be placed, because the year is not known.'] }
      : { time: { kind: 'day', at: day.toString() }, warnings: [] };
  }
  if (day === null) {
    const at = `${two(clock.hour)}:${two(clock.minute)}`;
    return { time: { kind: 'clock', at }, warnings: ['the day is not in the post; give it with --date.'] };
  }
  return placeInZone(day.toPlainDateTime(clock), stamp.zone, known.zone);
}

function regionOf(stamp: Stamp, known: Known): string | null {
  return zoneFor(stamp.zone, known.zone);
}

function minutesOf(clock: { hour: number; minute: number }): number {
  return clock.hour * 60 + clock.minute;
}

function daysSinceEpoch(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day, { largestUnit: 'days' }).days;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
