import type { Instant } from '../domain/time.ts';
import { local } from './language/clock-face.ts';
import type { Language } from './language.ts';

/** `1:30 a.m. ET`, as the language writes it. */
export const clockOf = (language: Language, at: Instant, zone: string): string =>
  language.clock.clock(at, zone);

/** `Feb. 28`, or with its year `Feb. 28, 2019`. */
export const dateOf = (language: Language, at: Instant, zone: string, { year = false } = {}): string =>
  language.clock.date(at, zone, year);

/** `Feb. 28, 12:05 a.m. ET`, or with its year `Feb. 28, 2019, 12:05 a.m. ET`. */
export function datedClock(
  language: Language,
  at: Instant,
  zone: string,
  options?: { year: boolean },
): string {
  return language.say('clock.dated', {
    date: dateOf(language, at, zone, options),
    clock: clockOf(language, at, zone),
  });
}

/** A clock time, and the date where it has to be told. */
export type ToldTime = { date: string | null; clock: string };

/** The clock alone on the day the reader has in mind, with the date on another day, with the year in another year. */
export function toldSince(language: Language, day: Instant, at: Instant, zone: string): ToldTime {
  const from = local(day, zone);
  const to = local(at, zone);
  const isSameDay = from.toPlainDate().equals(to.toPlainDate());
  return {
    date: isSameDay ? null : dateOf(language, at, zone, { year: from.year !== to.year }),
    clock: clockOf(language, at, zone),
  };
}

/** The same in one line: `1:30 a.m. ET`, `Feb. 28, 1:30 a.m. ET`. */
export function clockSince(language: Language, day: Instant, at: Instant, zone: string): string {
  const { date, clock } = toldSince(language, day, at, zone);
  return date === null ? clock : language.say('clock.dated', { date, clock });
}

/** Whether two zones' clocks and calendars show the same at an instant. */
export function sameClock(at: Instant, zone: string, other: string): boolean {
  return local(at, zone).offsetNanoseconds === local(at, other).offsetNanoseconds;
}
