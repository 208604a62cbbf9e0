import type { Instant } from '../../../domain/time.ts';

/** What a clock and a calendar on the wall show: `2019-02-28`, `01:50`. */
export type WallTime = { date: string; time: string };

/** When a wall shows a time: once, never (the clocks were put forward over it), or twice (put back). */
export type WallReading =
  | { type: 'once'; at: Instant }
  | { type: 'never'; /** The first instant after the gap. */ next: Instant }
  | { type: 'twice'; first: Instant; second: Instant }
  /** It is no date or no time. */
  | { type: 'none' };

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const made =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  formats.set(zone, made);
  return made;
}

function shown(ms: number, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
}

/** What the wall shows at an instant. */
export function wallTimeOf(at: Instant, zone: string): WallTime {
  const { year = '', month = '', day = '', hour = '', minute = '' } = shown(Date.parse(at), zone);
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** Milliseconds by which a zone's clock is ahead of UTC at an instant. */
function offsetAt(ms: number, zone: string): number {
  const { year, month, day, hour, minute, second } = shown(ms, zone);
  const asUtc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return asUtc - Math.floor(ms / 1000) * 1000;
}

/** Reads a time off the wall of a zone, across changes of its clocks. */
export function readWallTime({ date, time }: WallTime, zone: string): WallReading {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time) || Number.isNaN(asUtc))
    return { type: 'none' };
  const [before, after] = [offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)];
  const found = [...new Set([asUtc - before, asUtc - after])]
    .filter((ms) => ms + offsetAt(ms, zone) === asUtc)
    .toSorted((a, b) => a - b)
    .map((ms) => new Date(ms).toISOString());
  const [first, second] = found;
  if (first === undefined) return { type: 'never', next: changeBetween(asUtc - DAY, asUtc + DAY, zone) };
  return second === undefined ? { type: 'once', at: first } : { type: 'twice', first, second };
}

/** The instant at which a zone's clocks change, to the second. */
function changeBetween(from: number, to: number, zone: string): Instant {
  const before = offsetAt(from, zone);
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (middle <= low) break;
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return new Date(Math.floor(high / 1000) * 1000).toISOString();
}

/** Whole minutes from now until then; below zero where it is past. */
export const minutesUntil = (then: Instant, now: Instant): number =>
  Math.round((Date.parse(then) - Date.parse(now)) / 60_000);
