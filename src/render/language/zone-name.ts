import type { Instant } from '../../domain/time.ts';

/** Short names people use: `ET`, `PT`, `GMT`, `CEST`; `GMT+7` is a computer's. */
const USED = /^[A-Z]{2,5}$/;

type Style = 'short' | 'shortGeneric';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What a newsroom calls a zone after a clock time: `ET` (summer and winter alike, where there is such a name), the zone's own
 * abbreviation (`BST`, `CEST`), or else the place's: `Vietnam time`, `Buenos Aires time`.
 */
export function zoneName(zone: string, at: Instant): string {
  // Zones change their names on the half hour; a page tells hundreds of times, and asking for a name takes its time.
  const key = `${zone} ${at.slice(0, '2019-02-28T05:0'.length)}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = nameOf(zone, at);
  if (names.size >= KEPT) names.clear();
  names.set(key, name);
  return name;
}

const names = new Map<string, string>();
const KEPT = 5000;

function nameOf(zone: string, at: Instant): string {
  const generic = nameIn('en-US', zone, 'shortGeneric', at);
  if (USED.test(generic)) return generic;
  for (const locale of ['en-US', 'en-GB']) {
    const short = nameIn(locale, zone, 'short', at);
    if (USED.test(short)) return short;
  }
  return generic.replace(/ Time$/, ' time');
}

function nameIn(locale: string, zone: string, style: Style, at: Instant): string {
  const key = `${locale} ${zone} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
    formats.set(key, format);
  }
  return format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
