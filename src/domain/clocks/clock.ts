/** Times of day as posts write them: "12:05 a.m.", "2pm", "14.30 Uhr", "14h30", "1430 GMT", "noon". */
export type Clock = { readonly hour: number; readonly minute: number; readonly second: number };
export type ClockReading = {
  readonly clock: Clock;
  readonly end: number;
  /** 'twelve' with a.m./p.m., 'marked' with a colon, Uhr, h or hrs, 'bare' for "12.29", which could be a figure. */
  readonly form: 'twelve' | 'marked' | 'bare';
};

const HALF = String.raw`\s?([ap])\.?\s?m\b\.?`;
const TWELVE = new RegExp(String.raw`(\d{1,2})(?:[:.]([0-5]\d))?(?::([0-5]\d))?${HALF}`, 'iy');
const COLON = /(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,6})?(?!\d|:\d)(?:\s?(?:uhr|hrs|hours|h)\b)?/iy;
const FRENCH = /(\d{1,2})\s?h(?:\s?([0-5]\d))?(?![\p{L}\d])/iuy;
const UHR = /(\d{1,2})(?:[.:]([0-5]\d))?\s?Uhr\b/iy;
const MILITARY =
  /([01]\d|2[0-3])([0-5]\d)(?=\s?(?:hrs|hours|h\b|GMT|UTC|BST|CET|CEST|[ECMP][SD]?T\b|local time))(?:\s?(?:hrs|hours|h\b))?/y;
const DOTTED = /(\d{1,2})\.([0-5]\d)(?![\d.,%])(?:\s?(?:hrs|hours)\b)?/y;
const NAMED = /(noon|midday|midnight|mittag|mitternacht|midi|minuit|mediod[ií]a|medianoche)\b/iy;

/** Reads a time of day that begins at `from`, or null. */
export function readClock(text: string, from: number): ClockReading | null {
  const before = text.slice(Math.max(0, from - 2), from);
  if (/[\p{L}\p{N}$€£]$/u.test(before) && !/^\dT$/.test(before)) return null;
  return twelve(text, from) ?? marked(text, from) ?? dotted(text, from) ?? named(text, from);
}

function twelve(text: string, from: number): ClockReading | null {
  TWELVE.lastIndex = from;
  const match = TWELVE.exec(text);
  const hour = Number(match?.[1]);
  if (!match || hour > 23) return null;
  const late = match[4]?.toLowerCase() === 'p';
  // "13:40 p.m." is written now and then: the 24-hour figure says it already.
  const full = hour > 12 ? hour : (hour % 12) + (late ? 12 : 0);
  return found(full, match[2], match[3], TWELVE.lastIndex, 'twelve');
}

function marked(text: string, from: number): ClockReading | null {
  for (const form of [UHR, COLON, FRENCH, MILITARY]) {
    form.lastIndex = from;
    const match = form.exec(text);
    if (match && Number(match[1]) < 24)
      return found(Number(match[1]), match[2], match[3], form.lastIndex, 'marked');
  }
  return null;
}

function dotted(text: string, from: number): ClockReading | null {
  DOTTED.lastIndex = from;
  const match = DOTTED.exec(text);
  if (!match || Number(match[1]) > 23) return null;
  return found(Number(match[1]), match[2], undefined, DOTTED.lastIndex, 'bare');
}

function named(text: string, from: number): ClockReading | null {
  NAMED.lastIndex = from;
  const match = NAMED.exec(text);
  if (!match) return null;
  const night = /midnight|mitternacht|minuit|medianoche/i.test(match[0]);
  return found(night ? 0 : 12, undefined, undefined, NAMED.lastIndex, 'twelve');
}

function found(
  hour: number,
  minute: string | undefined,
  second: string | undefined,
  end: number,
  form: ClockReading['form'],
): ClockReading {
  return { clock: { hour, minute: Number(minute ?? 0), second: Number(second ?? 0) }, end, form };
}
