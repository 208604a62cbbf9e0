/** Dates as posts write them. What is not written (a year, the order of two figures) is left open here. */
export type DateFields =
  | { readonly type: 'date'; readonly year: number | null; readonly month: number; readonly day: number }
  /** "03/04/2015": month first or day first is not in the figures. */
  | { readonly type: 'either'; readonly year: number | null; readonly first: number; readonly second: number }
  /** 1 Monday … 7 Sunday. */
  | { readonly type: 'weekday'; readonly weekday: number }
  | { readonly type: 'relative'; readonly days: number };

export type DateReading = { readonly date: DateFields; readonly end: number };

const MONTHS: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'januar',
    'jänner',
    'janvier',
    'janv',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'janeiro',
    'januari',
  ],
  [
    'february',
    'feb',
    'februar',
    'février',
    'févr',
    'fevrier',
    'febrero',
    'febbraio',
    'fevereiro',
    'fev',
    'februari',
  ],
  ['march', 'mar', 'märz', 'maerz', 'mrz', 'mars', 'marzo', 'março', 'maart'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maj'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusti'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];

const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon', 'montag', 'lundi', 'lunes', 'lunedì', 'maandag', 'måndag'],
  ['tuesday', 'tues', 'tue', 'dienstag', 'mardi', 'martes', 'martedì', 'dinsdag', 'tisdag'],
  ['wednesday', 'wed', 'mittwoch', 'mercredi', 'miércoles', 'mercoledì', 'woensdag', 'onsdag'],
  ['thursday', 'thurs', 'thur', 'thu', 'donnerstag', 'jeudi', 'jueves', 'giovedì', 'donderdag', 'torsdag'],
  ['friday', 'fri', 'freitag', 'vendredi', 'viernes', 'venerdì', 'vrijdag', 'fredag'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'samedi', 'sábado', 'sabato', 'zaterdag', 'lördag'],
  ['sunday', 'sun', 'sonntag', 'dimanche', 'domingo', 'domenica', 'zondag', 'söndag'],
];

const MONTH_OF = index(MONTHS);
const WEEKDAY_OF = index(WEEKDAYS);

const ISO = /(\d{4})-(\d{2})-(\d{2})(?!\d)T?/y;
const FIGURES = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
const SHORT_FIGURES = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const WORD = /\p{L}{3,10}/uy;
const DAY_AFTER = /\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s{1,2}((?:19|20)\d{2})(?!\d))?/iy;
const DAY_FIRST =
  /(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?(\p{L}{3,10})\.?(?:,?\s(?:de\s|del\s)?((?:19|20)\d{2})(?!\d))?/iuy;

/** Reads a date that begins at `from`, or null. */
export function readDate(text: string, from: number): DateReading | null {
  if (/[\p{L}\p{N}$€£]/u.test(text[from - 1] ?? ' ')) return null;
  return iso(text, from) ?? figures(text, from) ?? dayFirst(text, from) ?? wordFirst(text, from);
}

function iso(text: string, from: number): DateReading | null {
  ISO.lastIndex = from;
  const match = ISO.exec(text);
  return match && possible(Number(match[2]), Number(match[3]))
    ? dated(Number(match[1]), Number(match[2]), Number(match[3]), ISO.lastIndex)
    : null;
}

function figures(text: string, from: number): DateReading | null {
  FIGURES.lastIndex = from;
  const long = FIGURES.exec(text);
  SHORT_FIGURES.lastIndex = from;
  const short = long ? null : SHORT_FIGURES.exec(text);
  const [one, two] = long ? [Number(long[1]), Number(long[3])] : [Number(short?.[1]), Number(short?.[2])];
  if (!long && !short) return null;
  const year = long?.[4] === undefined ? null : fullYear(long[4]);
  const end = long ? FIGURES.lastIndex : SHORT_FIGURES.lastIndex;
  if (long?.[2] === '.') return possible(two, one) ? dated(year, two, one, end) : null;
  if (possible(one, two) && possible(two, one) && one !== two) {
    return { date: { type: 'either', year, first: one, second: two }, end };
  }
  if (possible(one, two)) return dated(year, one, two, end);
  return possible(two, one) ? dated(year, two, one, end) : null;
}

function wordFirst(text: string, from: number): DateReading | null {
  WORD.lastIndex = from;
  const word = WORD.exec(text)?.[0].toLowerCase();
  if (word === undefined) return null;
  const end = WORD.lastIndex;
  const weekday = WEEKDAY_OF.get(word);
  if (weekday !== undefined)
    return { date: { type: 'weekday', weekday }, end: text[end] === '.' ? end + 1 : end };
  if (word === 'today' || word === 'heute') return { date: { type: 'relative', days: 0 }, end };
  if (word === 'yesterday' || word === 'gestern') return { date: { type: 'relative', days: -1 }, end };
  const month = MONTH_OF.get(word);
  if (month === undefined) return null;
  DAY_AFTER.lastIndex = end;
  const day = DAY_AFTER.exec(text);
  if (!day || !possible(month, Number(day[1]))) return null;
  return dated(day[2] === undefined ? null : Number(day[2]), month, Number(day[1]), DAY_AFTER.lastIndex);
}

function dayFirst(text: string, from: number): DateReading | null {
  DAY_FIRST.lastIndex = from;
  const match = DAY_FIRST.exec(text);
  const month = MONTH_OF.get(match?.[2]?.toLowerCase() ?? '');
  if (!match || month === undefined || !possible(month, Number(match[1]))) return null;
  return dated(
    match[3] === undefined ? null : Number(match[3]),
    month,
    Number(match[1]),
    DAY_FIRST.lastIndex,
  );
}

function dated(year: number | null, month: number, day: number, end: number): DateReading {
  return { date: { type: 'date', year, month, day }, end };
}

function possible(month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)
  );
}

function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) > 69 ? 1900 : 2000);
}

function index(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((group, at) => group.map((name) => [name, at + 1] as const)));
}
