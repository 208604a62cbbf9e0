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
  const midnight = (of: string): string => new Date(startOf(of, zone)).toISOString();
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return { from: midnight(day), to: midnight(next.toISOString().slice(0, 10)) };
}

/** The first instant of a day in a zone, ms: found from the zone's offset there, since not every browser has Temporal. */
function startOf(day: string, zone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const first = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(first, zone);
}

/** How far a zone's clock is ahead of UTC at an instant, ms. */
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '00';
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(wall) - Math.floor(ms / 1000) * 1000;
}
