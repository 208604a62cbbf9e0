import type { WrittenZone } from './zones.ts';

/** A wall time as far as it is known where: an instant with its zone's offset, or a wall time still. */
export type PlacedTime =
  | { readonly kind: 'instant'; readonly at: string; readonly zone: string }
  | { readonly kind: 'wall'; readonly at: string };

type Placed = { readonly time: PlacedTime; readonly warnings: readonly string[] };

/** The IANA zone a written zone stands for beside the story's own, or null where neither says. */
export function zoneFor(written: WrittenZone | null, story: string | null): string | null {
  if (written?.type === 'abbreviation') return written.zone;
  if (written?.type === 'shared') return story !== null && written.zones.includes(story) ? story : null;
  return story;
}

/** A wall time as an instant. Where no zone is known it stays a wall time, and says so. */
export function placeInZone(
  wall: Temporal.PlainDateTime,
  written: WrittenZone | null,
  story: string | null,
): Placed {
  if (written?.type === 'offset') return withOffset(wall, written.minutes);
  const zone = zoneFor(written, story);
  if (zone === null) {
    const reason =
      written?.type === 'shared'
        ? `“${written.letters}” is used in ${written.zones.join(', ')}; give the zone with --zone.`
        : 'no zone is written or given; give one with --zone.';
    return { time: { kind: 'wall', at: wall.toString({ smallestUnit: 'second' }) }, warnings: [reason] };
  }
  if (written?.type === 'abbreviation') return withLetters(wall, written, zone, story);
  return instant(wall.toZonedDateTime(zone), wallWarnings(wall, zone));
}

/** Letters that claim an offset are held against the zone's own clock on that day. */
function withLetters(
  wall: Temporal.PlainDateTime,
  written: Extract<WrittenZone, { type: 'abbreviation' }>,
  zone: string,
  story: string | null,
): Placed {
  const { offset } = written;
  const home = story !== null && offset !== null ? wall.toZonedDateTime(story) : null;
  if (home !== null && offset !== null && hours(home) === offset) return instant(home, []);
  for (const disambiguation of ['earlier', 'later'] as const) {
    const placed = wall.toZonedDateTime(zone, { disambiguation });
    if (offset !== null && hours(placed) === offset) return instant(placed, []);
  }
  const placed = wall.toZonedDateTime(zone);
  if (offset === null) return instant(placed, wallWarnings(wall, zone));
  const read = `“${written.letters}” was not in force in ${zone} on that day; read as the clock there (${placed.offset}).`;
  return instant(placed, [read]);
}

function withOffset(wall: Temporal.PlainDateTime, minutes: number): Placed {
  const sign = minutes < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return instant(wall.toZonedDateTime(zone), []);
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}

/** A wall time that the zone's clock skipped or showed twice is said to be one. */
function wallWarnings(wall: Temporal.PlainDateTime, zone: string): readonly string[] {
  const [early, late] = [
    wall.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    wall.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
  if (early.equals(late)) return [];
  return early.toPlainDateTime().equals(wall)
    ? [`the clocks in ${zone} showed that time twice; the first was taken.`]
    : [`the clocks in ${zone} skipped that time; it was moved on by the hour that was skipped.`];
}

function hours(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 3_600_000_000_000;
}

function instant(at: Temporal.ZonedDateTime, warnings: readonly string[]): Placed {
  const text = at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { time: { kind: 'instant', at: text, zone: at.timeZoneId }, warnings };
}
