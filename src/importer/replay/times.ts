import { instantOf, millisecondsOf, parseInstant, type Instant } from '../../domain/time.ts';
import type { ProposedTime } from '../proposal.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Where a proposed time lies: for sure, or as far as a clock without its zone or a day without its hour tell. */
export type Found = { at: Instant; sure: boolean; dayOnly: boolean };

/** A proposed time as an instant; null where it names none. Clocks without a zone are read in `zone`. */
export function find(time: ProposedTime | null, zone: string): Found | null {
  if (time === null || time.kind === 'clock') return null;
  if (time.kind === 'instant') {
    const at = parseInstant(time.at);
    return at === null ? null : { at, sure: true, dayOnly: false };
  }
  const local = Temporal.PlainDateTime.from(time.at).toZonedDateTime(zone);
  return { at: instantOf(local.epochMilliseconds), sure: false, dayOnly: time.kind === 'day' };
}

export type Opened = { at: Instant; warning: string | null };

/**
 * When the story was first published, which no update may come before. Where the post does not say, or names the day
 * alone, it is a minute before its first update; `first` is the earliest time in the post.
 */
export function openingInstant(
  published: Found | null,
  first: Found | null,
  now: Instant,
  zone: string,
): Opened {
  if (published && !published.dayOnly) {
    if (first === null || first.at >= published.at) {
      return { at: published.at, warning: published.sure ? null : readIn(published.at, zone) };
    }
    const warning = `The post gives ${shown(published.at, zone)} as its time of publication, after its first update; the story is opened at ${shown(first.at, zone)}.`;
    return { at: first.at, warning };
  }
  const at = guessed(published, first, now);
  return {
    at,
    warning: `The post does not say when it was first published; it stands as ${shown(at, zone)}.`,
  };
}

function guessed(day: Found | null, first: Found | null, now: Instant): Instant {
  if (first === null) return day?.at ?? now;
  const before = first.dayOnly ? first.at : instantOf(millisecondsOf(first.at) - MINUTE);
  const dayIsOver = day !== null && millisecondsOf(first.at) - millisecondsOf(day.at) >= DAY;
  return dayIsOver ? day.at : before;
}

const readIn = (at: Instant, zone: string): string =>
  `The post names no zone: its time of publication was read as ${shown(at, zone)}.`;

/** `2019-02-28 00:04 (America/New_York)`, for warnings. */
export function shown(at: Instant, zone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return `${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${zone})`;
}
