import type { Instant } from '../../domain/time.ts';

/** How a language writes a clock time and a date. */
export type ClockFace = {
  /** `1:30 a.m. ET`: the time of day with the name of its zone. */
  clock(at: Instant, zone: string): string;
  /** `Feb. 28`, or with its year `Feb. 28, 2019`. */
  date(at: Instant, zone: string, year: boolean): string;
  /** `Wednesday, February 27`, with its year where asked: for a day's heading. */
  day(at: Instant, zone: string, year: boolean): string;
};

export function local(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter of a language in a zone, made once: making one costs more than all its uses. */
export function formatOf(
  tag: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}
