import type { Instant } from '../domain/time.ts';
import { zoneName } from './zone-name.ts';

/** As print abbreviates them: the long ones only, and never in another way. */
const MONTHS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

/** `1:30 a.m. ET`, `2 p.m. Vietnam time`, `noon ET`: 12 a.m. and 12 p.m. are read either way, so they are named. */
export function clockOf(at: Instant, zone: string): string {
  const { hour, minute } = local(at, zone);
  return `${timeOfDay(hour, minute)} ${zoneName(zone, at)}`;
}

/** `Feb. 28`, or with its year `Feb. 28, 2019`. */
export function dateOf(at: Instant, zone: string, { year = false } = {}): string {
  const day = local(at, zone);
  return `${MONTHS[day.month - 1]} ${day.day}${year ? `, ${day.year}` : ''}`;
}

/** `Feb. 28, 12:05 a.m. ET`, or with its year `Feb. 28, 2019, 12:05 a.m. ET`. */
export function datedClock(at: Instant, zone: string, options?: { year: boolean }): string {
  return `${dateOf(at, zone, options)}, ${clockOf(at, zone)}`;
}

/** A clock time, and the date where it has to be told. */
export type ToldTime = { date: string | null; clock: string };

/** The clock alone on the day the reader has in mind, with the date on another day, with the year in another year. */
export function toldSince(day: Instant, at: Instant, zone: string): ToldTime {
  const from = local(day, zone);
  const to = local(at, zone);
  const isSameDay = from.toPlainDate().equals(to.toPlainDate());
  return {
    date: isSameDay ? null : dateOf(at, zone, { year: from.year !== to.year }),
    clock: clockOf(at, zone),
  };
}

/** The same in one line: `1:30 a.m. ET`, `Feb. 28, 1:30 a.m. ET`. */
export function clockSince(day: Instant, at: Instant, zone: string): string {
  const { date, clock } = toldSince(day, at, zone);
  return date === null ? clock : `${date}, ${clock}`;
}

/** Whether two zones' clocks and calendars show the same at an instant. */
export function sameClock(at: Instant, zone: string, other: string): boolean {
  return local(at, zone).offsetNanoseconds === local(at, other).offsetNanoseconds;
}

function timeOfDay(hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

function local(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}
