import { zoneFor } from '../clocks/zoned.ts';
import type { WrittenZone } from '../clocks/zones.ts';
import type { WrittenClock } from './written-clocks.ts';

/** Where the newsroom is and where the story is, and now. */
export type Where = { zone: string; placeZone: string | null; now: string };

export type PlacedClock =
  | { type: 'placed'; at: Temporal.ZonedDateTime; fault: ClockFault | null }
  /** The letters are used in several parts of the world. */
  | { type: 'shared'; letters: string; zones: readonly string[] }
  /** Nothing says whose clock it is, and the newsroom's and the place's differ. */
  | { type: 'whose'; newsroom: Temporal.ZonedDateTime; place: Temporal.ZonedDateTime };

export type ClockFault =
  /** Letters that claim an offset which is not in force then. */
  { type: 'not-in-force'; inForce: Temporal.ZonedDateTime } | { type: 'skipped' | 'twice' };

/** Letters that other parts of the world use too: theirs, where the story is told or happens there. */
const ALSO: Record<string, readonly string[]> = {
  CST: ['Asia/Shanghai', 'Asia/Taipei', 'Asia/Macau', 'America/Havana'],
  AST: ['Asia/Riyadh', 'Asia/Baghdad', 'Asia/Kuwait'],
  BST: ['Asia/Dhaka'],
  EST: ['Australia/Sydney', 'Australia/Melbourne', 'Australia/Brisbane', 'Australia/Hobart'],
};

/** The instant a written clock most plainly means, seen from now. */
export function placeClock(written: WrittenClock, where: Where): PlacedClock {
  const { zone, city } = written;
  const homes = [where.zone, where.placeZone].filter((name) => name !== null);
  if (city !== null) return inZone(written, city, where, null);
  if (zone?.type === 'local')
    return where.placeZone === null
      ? inZone(written, where.zone, where, null)
      : inZone(written, where.placeZone, where, null);
  if (zone?.type === 'offset') return inZone(written, offsetZone(zone.minutes), where, null);
  if (zone?.type === 'shared') {
    const here = homes.find((home) => zone.zones.includes(home));
    if (here === undefined) return { type: 'shared', letters: zone.letters, zones: zone.zones };
    return inZone(written, here, where, null);
  }
  if (zone?.type === 'abbreviation') {
    const also = homes.find((home) => ALSO[zone.letters]?.includes(home));
    if (also !== undefined) return inZone(written, also, where, null);
    // "EST" in a story from Panama: there it is in force all year.
    const same = homes.find((home) => claims(nearest(written, home, where.now), zone));
    return inZone(written, same ?? zoneFor(zone, null) ?? where.zone, where, zone);
  }
  const { placeZone } = where;
  const newsroom = inZone(written, where.zone, where, null);
  if (placeZone === null || newsroom.type !== 'placed') return newsroom;
  const place = nearest(written, placeZone, where.now);
  if (place.offsetNanoseconds === newsroom.at.offsetNanoseconds) return newsroom;
  return { type: 'whose', newsroom: newsroom.at, place };
}

type Letters = Extract<WrittenZone, { type: 'abbreviation' }>;

const claims = (at: Temporal.ZonedDateTime, { offset }: Letters): boolean =>
  offset !== null && at.offsetNanoseconds === offset * 3_600_000_000_000;

function inZone(written: WrittenClock, zone: string, { now }: Where, letters: Letters | null): PlacedClock {
  const at = nearest(written, zone, now);
  if (letters && letters.offset !== null) {
    const wall = at.toPlainDateTime();
    const claimed = (['earlier', 'later'] as const)
      .map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }))
      .find((one) => claims(one, letters));
    return claimed
      ? { type: 'placed', at: claimed, fault: null }
      : { type: 'placed', at, fault: { type: 'not-in-force', inForce: at } };
  }
  return { type: 'placed', at, fault: skippedOrTwice(written, at) };
}

/** On the day that is written, else on the day that brings it nearest to now. */
function nearest({ clock, day }: WrittenClock, zone: string, now: string): Temporal.ZonedDateTime {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const today = here.toPlainDate();
  const on = (date: Temporal.PlainDate) =>
    date
      .toPlainDateTime({ hour: clock.hour, minute: clock.minute, second: clock.second })
      .toZonedDateTime(zone);
  if (day && 'days' in day) return on(today.add({ days: day.days }));
  const days = day ? [-3, -2, -1, 0, 1, 2, 3] : [-1, 0, 1];
  const among = days
    .map((ahead) => today.add({ days: ahead }))
    .filter((date) => !day || date.dayOfWeek % 7 === day.weekday)
    .map(on);
  const distance = (at: Temporal.ZonedDateTime): number =>
    Math.abs(at.epochMilliseconds - here.epochMilliseconds);
  return among.reduce((best, at) => (distance(at) < distance(best) ? at : best));
}

/** A wall time that the zone's clocks skipped that day, or showed twice. */
function skippedOrTwice({ clock }: WrittenClock, at: Temporal.ZonedDateTime): ClockFault | null {
  const wall = at
    .toPlainDate()
    .toPlainDateTime({ hour: clock.hour, minute: clock.minute, second: clock.second });
  const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(at.timeZoneId, { disambiguation }),
  );
  if (early!.equals(late!)) return null;
  return { type: early!.toPlainDateTime().equals(wall) ? 'twice' : 'skipped' };
}

const two = (figure: number): string => String(figure).padStart(2, '0');

function offsetZone(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
