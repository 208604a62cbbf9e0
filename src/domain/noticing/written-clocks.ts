import { readClock, type Clock } from '../clocks/clock.ts';
import { zoneOfCity } from '../clocks/places.ts';
import { readZone, type WrittenZone } from '../clocks/zones.ts';

/** A time of day as it is written: which one, in which zone, on which day, as far as the words say. */
export type WrittenClock = {
  from: number;
  to: number;
  clock: Clock;
  zone: WrittenZone | null;
  /** Where the zone's letters stand. */
  zoneAt: { from: number; to: number } | null;
  /** IANA name of the zone of a city named with it ("8 p.m. in Hanoi"). */
  city: string | null;
  day: WrittenDay | null;
};

export type WrittenDay = { days: number } | { weekday: number };

const BEGINS = /(?<![\p{L}\p{N}.,:/$€£#-])(?=\d|(?:noon|midday|midnight)\b)/gu;

/** What stands before a time of day and before few other figures. */
const TIMELY =
  /(?:^|[\s(])(?:at|by|around|about|until|till|from|since|before|after|between|(?:between|from)\s\S{1,12}\s(?:and|to)|um|gegen|bis|ab|seit|à|vers|a las|à las|às|alle|ore|kl\.?)\s+(?:about\s+|around\s+|exactly\s+|shortly (?:before|after)\s+)?$/iu;

const CLOSED_CLASS = /^(?:\s*\(|,?\s+|\s*)/;
const IN_CITY = /^\s+(?:in|at)\s+(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})/u;
/** "Vietnamese time", "U.S. time": a zone that is known to nobody. */
const OTHER_TIME = /^[\s(,]*(?:[\p{Lu}][\p{L}.]*\s){1,2}time\b/u;

/** Times of day in a text; figures that may as well be a score, a verse or a length of time are none. */
export function writtenClocks(text: string, lang: string): WrittenClock[] {
  const found: WrittenClock[] = [];
  let end = 0;
  for (const { index } of text.matchAll(BEGINS)) {
    if (index < end || found.length >= 50) continue;
    const written = clockAt(text, index, lang);
    if (!written) continue;
    found.push(written);
    end = written.to;
  }
  return found;
}

function clockAt(text: string, from: number, lang: string): WrittenClock | null {
  const read = readClock(text, from);
  if (!read) return null;
  // A full stop that ends the sentence is none of "a.m."
  const end = read.end;
  const glue = CLOSED_CLASS.exec(text.slice(end))?.[0] ?? '';
  const zoned = readZone(text, end + glue.length);
  const zone = zoned && !isOtherWord(zoned.zone, text.slice(zoned.end)) ? zoned : null;
  const after = text.slice(zone?.end ?? end);
  if (!zone && OTHER_TIME.test(after)) return null;
  const city = zone ? null : cityIn(after);
  if (!isTime(text, from, read.form, { zone: zone !== null, city: city !== null, lang })) return null;
  const zoneAt = zone && { from: zone.end - zone.zone.letters.length, to: zone.end };
  const to = zone?.end ?? (city ? end + city.length : end);
  return {
    from,
    to,
    clock: read.clock,
    zone: zone?.zone ?? null,
    zoneAt,
    city: city?.zone ?? null,
    day: dayNear(text, from, to),
  };
}

function cityIn(after: string): { zone: string; length: number } | null {
  const match = IN_CITY.exec(after);
  if (!match?.[1]) return null;
  const words = match[1].split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const zone = zoneOfCity(name.replace(/[’']s$/, ''));
    if (zone) return { zone, length: match[0].length - match[1].length + name.length };
  }
  return null;
}

/** "a CT scan", "10 a.m. Z-class": letters that begin another word. */
const isOtherWord = (zone: WrittenZone, after: string): boolean =>
  zone.type === 'abbreviation' && zone.letters.length <= 2 && /^(?:[-’'\p{L}]| scans?\b)/u.test(after);

type Beside = { zone: boolean; city: boolean; lang: string };

function isTime(text: string, from: number, form: string, { zone, city, lang }: Beside): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  const word = text.slice(from, from + 12);
  // A scale ("1:50 000"), a ratio.
  if (!zone && /^\d{1,2}:\d\d\s?\d/.test(word)) return false;
  const isTimely = TIMELY.test(before);
  if (/^\p{L}/u.test(word)) return isTimely || zone;
  if (/^\d{1,2}\s?h(?!\s?\d)/i.test(word)) return isTimely && !/\b(?:after|nach|après)\s+$/i.test(before);
  // "um 3 am Bahnhof": two German words.
  if (/^de\b/.test(lang) && /^\d{1,2}\s?am\b/.test(word)) return false;
  if (form === 'twelve') return true;
  if (zone || city) return true;
  if (/^\d{1,2}(?:[:.]\d\d)?\s?Uhr\b|^\d{1,2}\s?h\s?\d\d\b/i.test(word)) return true;
  return form === 'marked' && isTimely;
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NEAR =
  /\b(?:(?<rel>yesterday|last night|tomorrow|today|tonight|this (?:morning|afternoon|evening))|(?<day>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day))\b/gi;

/** How far from a clock its day may stand, in characters. */
const REACH = 30;

/** The day that stands next to a clock, in the same clause. */
function dayNear(text: string, from: number, to: number): WrittenDay | null {
  const before = /[^.;!?]*$/.exec(text.slice(Math.max(0, from - REACH), from))?.[0] ?? '';
  const after = /^[^.;!?]*/.exec(text.slice(to, to + REACH))?.[0] ?? '';
  const match = [...before.matchAll(NEAR)].at(-1) ?? [...after.matchAll(NEAR)][0];
  const { rel, day } = match?.groups ?? {};
  if (day !== undefined) return { weekday: DAYS.indexOf(day.toLowerCase()) };
  if (rel === undefined) return null;
  const word = rel.toLowerCase();
  if (word === 'yesterday') return { days: -1 };
  if (word === 'tomorrow') return { days: 1 };
  // "Tonight" may mean a place's night: the nearest instant tells better than its date.
  return null;
}
