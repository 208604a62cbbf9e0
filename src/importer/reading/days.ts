import type { DateFields } from './dates.ts';

/** Places that write the month before the day. */
const MONTH_FIRST = /^America\/|^US\/|^Pacific\/(?:Honolulu|Guam)|^Asia\/Manila/;

/**
 * The day that written fields name. A missing year is the one nearest to the day of publication; figures in
 * either order are read by the region's custom; a weekday is the nearest one, rather after than before.
 * Null where that cannot be told.
 */
export function dayOf(
  fields: DateFields,
  date: Temporal.PlainDate | null,
  region: string | null,
): Temporal.PlainDate | null {
  switch (fields.type) {
    case 'date':
      return fields.year === null ? nearestYear(fields, date) : day(fields.year, fields.month, fields.day);
    case 'either':
      return either(fields, date, region);
    case 'weekday':
      return date === null ? null : date.add({ days: ((fields.weekday - date.dayOfWeek + 8) % 7) - 1 });
    case 'relative':
      return date === null ? null : date.add({ days: fields.days });
  }
}

function either(
  fields: Extract<DateFields, { type: 'either' }>,
  date: Temporal.PlainDate | null,
  region: string | null,
): Temporal.PlainDate | null {
  const american = nearestOrGiven(fields.year, fields.first, fields.second, date);
  const other = nearestOrGiven(fields.year, fields.second, fields.first, date);
  if (date !== null && american !== null && other !== null) {
    const [one, two] = [distance(american, date), distance(other, date)];
    if (Math.min(one, two) <= 10 && Math.max(one, two) > 20) return one < two ? american : other;
  }
  return region === null || MONTH_FIRST.test(region) ? american : other;
}

function nearestOrGiven(
  year: number | null,
  month: number,
  dayOfMonth: number,
  date: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  return year === null ? nearestYear({ month, day: dayOfMonth }, date) : day(year, month, dayOfMonth);
}

function nearestYear(
  fields: { readonly month: number; readonly day: number },
  date: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  if (date === null) return null;
  const candidates = [date.year - 1, date.year, date.year + 1]
    .map((year) => day(year, fields.month, fields.day))
    .filter((candidate) => candidate !== null);
  return candidates.toSorted((one, two) => distance(one, date) - distance(two, date))[0] ?? null;
}

/** The day, or null where the calendar has none (30 February). */
function day(year: number, month: number, dayOfMonth: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function distance(one: Temporal.PlainDate, two: Temporal.PlainDate): number {
  return Math.abs(one.until(two, { largestUnit: 'days' }).days);
}
