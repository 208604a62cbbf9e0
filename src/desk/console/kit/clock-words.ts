import type { Instant } from '../../../domain/time.ts';
import type { ClockFace } from '../../../render/language/clock-face.ts';
import { englishClock } from '../../../render/language/english-clock.ts';
import { wordedClock } from '../../../render/language/worded-clock.ts';
import type { Speech } from '../words/speech.ts';

const faces = new Map<string, ClockFace>();

/** The clock face of the reader's page, in the language the desk speaks. */
export function faceOf({ lang, say, sayNamed }: Speech): ClockFace {
  // Browsers that do not know `Temporal` yet write English times as their own `Intl` does.
  const isPrint = lang === 'en' && typeof Temporal !== 'undefined';
  const made =
    faces.get(lang) ??
    (isPrint
      ? englishClock
      : wordedClock(
          lang,
          (clock, zone) => say('kit.clockInZone', { clock, zone }),
          (zone) => sayNamed(`kit.place.${zone}`),
        ));
  faces.set(lang, made);
  return made;
}

const dayIn = (at: Instant | number, zone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));

/** `1:30 a.m. ET`; on another day than today's `Feb. 28, 1:30 a.m. ET`, in another year with the year. */
export function clockWords(speech: Speech, at: Instant, zone: string, now: number): string {
  const face = faceOf(speech);
  const [day, today] = [dayIn(at, zone), dayIn(now, zone)];
  const clock = face.clock(at, zone);
  if (day === today) return clock;
  return speech.say('kit.clockDated', {
    date: face.date(at, zone, day.slice(0, 4) !== today.slice(0, 4)),
    clock,
  });
}

/** In full, for the place of one instant among others: `Feb. 28, 2019, 1:30 a.m. ET`. */
export function fullClockWords(speech: Speech, at: Instant, zone: string): string {
  const face = faceOf(speech);
  return speech.say('kit.clockDated', { date: face.date(at, zone, true), clock: face.clock(at, zone) });
}

/** What the clock of another zone shows at an instant, beside the first one's: its date only where that is another. */
export function clockBeside(speech: Speech, at: Instant, zone: string, other: string): string {
  const face = faceOf(speech);
  const clock = face.clock(at, other);
  if (dayIn(at, zone) === dayIn(at, other)) return clock;
  return speech.say('kit.clockDated', { date: face.date(at, other, false), clock });
}

/** Whether two zones' clocks and calendars show the same at an instant. */
export function sameClock(at: Instant, zone: string, other: string): boolean {
  const shown = (name: string): string =>
    new Intl.DateTimeFormat('sv', { timeZone: name, dateStyle: 'short', timeStyle: 'short' }).format(
      new Date(at),
    );
  return zone === other || shown(zone) === shown(other);
}

const MINUTE = 60_000;

/** `3 min ago`, `in 2 hr.`; null where it is longer ago than half a day, and the clock says more. */
export function agoWords(speech: Speech, at: Instant, now: number): string | null {
  const minutes = Math.round((Date.parse(at) - now) / MINUTE);
  if (Math.abs(minutes) >= 12 * 60) return null;
  if (minutes === 0) return speech.say('kit.justNow');
  const format = new Intl.RelativeTimeFormat(speech.lang, { style: 'short' });
  return Math.abs(minutes) < 60
    ? format.format(minutes, 'minute')
    : format.format(Math.round(minutes / 60), 'hour');
}
