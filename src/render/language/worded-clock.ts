import type { Instant } from '../../domain/time.ts';
import { formatOf, type ClockFace } from './clock-face.ts';

/**
 * What stands round a place's name where a language says "… time": the name alone, in brackets after the clock, reads better
 * and stays short.
 */
const LOCAL_TIME = / \(Ortszeit\)$|^heure : |^hora de |^Horário |^Giờ |^توقيت | 시간$/;

/** Short names people use, such as `MEZ`; `GMT-5` is a computer's. */
const USED = /^[A-Z]{2,5}$/;

/**
 * A clock as `Intl` writes it in a language; `inZone` puts clock and zone together as the language does. `placeOf`: what the
 * language calls the place of a zone, where that is known otherwise: browsers leave out most names of cities.
 */
export function wordedClock(
  tag: string,
  inZone: (clock: string, zone: string) => string,
  placeOf: (zone: string) => string | null = () => null,
): ClockFace {
  const written = (at: Instant, zone: string, options: Intl.DateTimeFormatOptions): string =>
    formatOf(tag, zone, options).format(new Date(at));
  return {
    clock: (at, zone) =>
      inZone(written(at, zone, { hour: 'numeric', minute: '2-digit' }), zoneIn(tag, zone, at, placeOf)),
    date: (at, zone, year) =>
      written(at, zone, { month: 'short', day: 'numeric', ...(year && { year: 'numeric' }) }),
    day: (at, zone, year) =>
      written(at, zone, {
        weekday: 'long',
        month: 'long',
        day: 'numeric',
        ...(year && { year: 'numeric' }),
      }),
  };
}

/** `MEZ` where the language has a short name, else the place in brackets: `(New York)`, `(뉴욕)`. */
function zoneIn(tag: string, zone: string, at: Instant, placeOf: (zone: string) => string | null): string {
  const named = (style: 'short' | 'shortGeneric'): string =>
    formatOf(tag, zone, { timeZoneName: style })
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const short = named('short');
  if (USED.test(short)) return short;
  const generic = named('shortGeneric');
  return USED.test(generic) ? generic : `(${placeOf(zone) ?? generic.replace(LOCAL_TIME, '')})`;
}
