import { cityOf } from '../clocks/places.ts';
import type { Noticed, Passage } from './found.ts';
import { placeClock, type PlacedClock, type Where } from './place-clock.ts';
import { writtenClocks, type WrittenClock } from './written-clocks.ts';

/** Of each time of day what it is in the newsroom and at the place, and what is odd about it. */
export function noticeClocks(passage: Passage, where: Where & { lang: string }): Noticed[] {
  return writtenClocks(passage.text, where.lang).flatMap((written) => {
    const placed = placeClock(written, where);
    return [...faultOf(passage, written, placed), ...besideOf(passage, written, placed, where)];
  });
}

function besideOf(passage: Passage, written: WrittenClock, placed: PlacedClock, where: Where): Noticed[] {
  const { from, to } = written;
  const words = passage.text.slice(from, to);
  const mark = (sentence: string, values: Record<string, string>): Noticed => ({
    passage,
    kind: 'clock',
    from,
    to,
    reason: { sentence: `marks.${sentence}`, values: { written: words, ...values } },
    says: sentence,
  });
  const { zone, placeZone } = where;
  const [city, placeCity] = [cityOf(zone), cityOf(placeZone ?? zone)];
  if (placed.type === 'whose') {
    const asNewsroom = inBoth(placed.newsroom, zone, placeZone ?? zone).place;
    const asPlace = inBoth(placed.place, zone, placeZone ?? zone).newsroom;
    return [mark('clockWhose', { asNewsroom, asPlace, newsroomCity: city, placeCity })];
  }
  if (placed.type === 'shared') return [];
  const { newsroom, place } = inBoth(placed.at, zone, placeZone ?? zone);
  const instant = placed.at.toInstant().toString();
  if (placeZone !== null && placeZone !== zone)
    return [mark('clock', { newsroom, place, newsroomCity: city, placeCity, instant })];
  const isNewsroom = placed.at.withTimeZone(zone).offset === placed.at.offset;
  return isNewsroom ? [] : [mark('clockHere', { newsroom, newsroomCity: city, instant })];
}

/** The days are told where they differ. */
function inBoth(
  at: Temporal.ZonedDateTime,
  zone: string,
  placeZone: string,
): { newsroom: string; place: string } {
  const [here, there] = [at.withTimeZone(zone), at.withTimeZone(placeZone)];
  const differs =
    !here.toPlainDate().equals(there.toPlainDate()) || !here.toPlainDate().equals(at.toPlainDate());
  return { newsroom: shown(here, differs), place: shown(there, differs) };
}

function shown(at: Temporal.ZonedDateTime, withDay: boolean): string {
  const wall = new Date(at.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds);
  const day = withDay ? ({ weekday: 'short' } as const) : {};
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', ...day })
    .format(wall)
    .replace(/\s?AM\b/, ' a.m.')
    .replace(/\s?PM\b/, ' p.m.');
}

function faultOf(passage: Passage, written: WrittenClock, placed: PlacedClock): Noticed[] {
  const { from, to, zoneAt, zone } = written;
  const mark = (sentence: string, values: Record<string, string>, more: Partial<Noticed> = {}): Noticed => ({
    passage,
    kind: 'zone',
    from,
    to,
    reason: {
      sentence: `marks.${sentence}`,
      values: { written: passage.text.slice(more.from ?? from, more.to ?? to), ...values },
    },
    says: sentence,
    ...more,
  });
  if (placed.type === 'shared')
    return [mark('zoneShared', { zones: placed.zones.map(cityOf).join(', ') }, { ...zoneAt })];
  if (placed.type === 'whose' || !placed.fault) return [];
  const { fault } = placed;
  if (fault.type !== 'not-in-force')
    return [
      mark(fault.type === 'twice' ? 'clockTwice' : 'clockSkipped', { city: cityOf(placed.at.timeZoneId) }),
    ];
  const letters = zone?.letters ?? '';
  const inForce = lettersInForce(fault.inForce, letters);
  const day = fault.inForce.toPlainDate().toString();
  const replacements = inForce === null ? [] : [inForce];
  return [
    mark(
      'zoneNotInForce',
      { inForce: inForce ?? `UTC${fault.inForce.offset}`, city: cityOf(fault.inForce.timeZoneId), day },
      { ...zoneAt, ...(replacements.length > 0 && { replacements }) },
    ),
  ];
}

/** "EDT" for "EST": of the same zone, the letters that are right that day. */
function lettersInForce(at: Temporal.ZonedDateTime, letters: string): string | null {
  const named = new Intl.DateTimeFormat(/^(?:BST|GMT|WES?T|CES?T|EES?T)$/.test(letters) ? 'en-GB' : 'en-US', {
    timeZone: at.timeZoneId,
    timeZoneName: 'short',
  }).formatToParts(new Date(at.epochMilliseconds));
  const name = named.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^[A-Z]{2,4}$/.test(name) && name !== letters ? name : null;
}
