import type { Metadata } from '../flat-post.ts';
import type { ProposedTime } from '../proposal.ts';
import { dayOf } from './days.ts';
import type { Known } from './instants.ts';
import type { Stamp } from './stamps.ts';
import { zoneFor } from '../../domain/clocks/zoned.ts';

/** What the person importing knows of a post. */
export type Given = { readonly zone: string | null; readonly date: Temporal.PlainDate | null };

/** Gathers zone and day of a post: what the person importing says, then the page, then the post's own stamps. */
export function knownOf(
  given: Given,
  metadata: Metadata,
  dateLine: Stamp | null,
  stamps: readonly (Stamp | null)[],
): Known {
  const zone = given.zone ?? writtenZone([dateLine, ...stamps]);
  const published = wallTime(metadata.publishedAt, zone) ?? lineTime(dateLine, given, zone);
  const date = given.date ?? published?.date ?? null;
  const same = published !== null && date !== null && published.date.equals(date) && published.clock;
  return { zone, date, near: date ?? writtenDay(stamps, zone), published: same ? published.wall : null };
}

/** The first day that a stamp gives with its year. */
function writtenDay(stamps: readonly (Stamp | null)[], zone: string | null): Temporal.PlainDate | null {
  for (const stamp of stamps) {
    const day = stamp?.date ? dayOf(stamp.date, null, zone) : null;
    if (day !== null) return day;
  }
  return null;
}

/** The zone of the first stamp that names one; GMT and UTC name no place, so another is preferred to them. */
function writtenZone(stamps: readonly (Stamp | null)[]): string | null {
  const zones = stamps
    .map((stamp) => (stamp === null ? null : zoneFor(stamp.zone, null)))
    .filter((zone) => zone !== null);
  return zones.find((zone) => zone !== 'UTC') ?? zones[0] ?? null;
}

type Published = {
  readonly date: Temporal.PlainDate;
  readonly wall: Temporal.PlainDateTime;
  readonly clock: boolean;
};

function wallTime(written: string | null, zone: string | null): Published | null {
  const instant = parseInstant(written);
  if (instant !== null && zone !== null) {
    const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime();
    return { date: wall.toPlainDate(), wall, clock: true };
  }
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(written ?? '')?.[1];
  if (day === undefined) return null;
  try {
    const date = Temporal.PlainDate.from(day);
    return { date, wall: date.toPlainDateTime(), clock: false };
  } catch {
    return null;
  }
}

function lineTime(stamp: Stamp | null, given: Given, zone: string | null): Published | null {
  const date = stamp?.date ? dayOf(stamp.date, given.date, zone) : null;
  if (date === null) return null;
  return { date, wall: date.toPlainDateTime(stamp?.clock ?? undefined), clock: stamp?.clock !== null };
}

function parseInstant(written: string | null): Temporal.Instant | null {
  if (written === null) return null;
  try {
    return Temporal.Instant.from(
      written
        .trim()
        .replace(' ', 'T')
        .replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
    );
  } catch {
    const ms = /(?:GMT|UTC|Z|[+-]\d{4})$/.test(written.trim()) ? Date.parse(written) : Number.NaN;
    return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms);
  }
}

/** A `datetime` attribute that is an instant, on the story's clock; null where it is none. */
export function machineTime(written: string | null, known: Known): ProposedTime | null {
  const instant = parseInstant(written);
  if (instant === null) return null;
  const zone = known.zone ?? 'UTC';
  const at = instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { kind: 'instant', at, zone };
}

/** When the post was first published, as far as the page, its data or the person importing tell. */
export function publishedAt(
  given: Given,
  known: Known,
  metadata: Metadata,
  oldestEntry: ProposedTime | null,
): ProposedTime | null {
  if (oldestEntry !== null && oldestEntry.kind !== 'clock') return oldestEntry;
  const machine = machineTime(metadata.publishedAt, known);
  if (machine !== null) return machine;
  if (known.published !== null && known.zone !== null) {
    const at = known.published.toZonedDateTime(known.zone);
    return {
      kind: 'instant',
      at: at.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
      zone: known.zone,
    };
  }
  const day = known.date ?? given.date;
  return day === null ? null : { kind: 'day', at: day.toString() };
}
