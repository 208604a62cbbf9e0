import { readWallTime } from '../../kit/wall-time.ts';

/** Things with a time in the newsroom's days, in the order they come. */
export function daysOf<T extends { at: string }>(
  items: readonly T[],
  lang: string,
  zone: string,
): { name: string; items: T[] }[] {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: zone });
  const days: { name: string; items: T[] }[] = [];
  for (const item of items) {
    const name = format.format(new Date(item.at));
    const last = days.at(-1);
    if (last?.name === name) last.items.push(item);
    else days.push({ name, items: [item] });
  }
  return days;
}

/** The instants a day (`YYYY-MM-DD`) of a zone begins and ends at: 23 or 25 hours apart where the clocks change. */
export function dayBounds(day: string, zone: string): { from: string; to: string } {
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return { from: beginningOf(day, zone), to: beginningOf(next.toISOString().slice(0, 10), zone) };
}

/** A day's first instant: of two midnights the first; where the clocks are put forward over it, what comes next. */
function beginningOf(date: string, zone: string): string {
  const midnight = readWallTime({ date, time: '00:00' }, zone);
  switch (midnight.type) {
    case 'once':
      return midnight.at;
    case 'never':
      return midnight.next;
    case 'twice':
      return midnight.first;
    case 'none':
      throw new RangeError(`${date} is no day`);
  }
}
