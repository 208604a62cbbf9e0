import { readStamp } from './stamps.ts';
import type { Stamp } from './stamps.ts';

/**
 * An update marker at the head of a line: "Update, 1:30 a.m. ET:", "UPDATED:", "[Update 2 – 3 p.m.]",
 * "3:15 p.m. UPDATE:", "Mise à jour, 14h30 :", "Update at 2:02 p.m. ET. Two Held:".
 */
export type Marker = {
  /** As written, from the first character of the line to the last that belongs to the marker. */
  readonly written: string;
  readonly stamp: Stamp | null;
  readonly title: string | null;
  /** What follows on the line; '' where the marker stands alone. */
  readonly rest: string;
  /** "Updated", as in "Updated at 11 p.m.": alone on a line it stamps the whole post. */
  readonly participle: boolean;
  /** Whether a colon, dash or bracket closes the marker (else only its stamp says that it is one). */
  readonly closed: boolean;
};

const OPENING = /^[\s*_>#•|=~-]*(?<bracket>[[({【])?[\s*_]*/;
const LEAD_IN =
  /(?:(?:breaking|latest|live|final|new|another|important|quick|big|brief|further|major|first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th))\s)?/iy;
const NOUN =
  /(?:updates?|news\supdate|aktualisierung|nachtrag|mise\sà\sjour|màj|maj|actualisation|actualizaci[óo]n|atualização|aggiornamento|uppdatering|oppdatering|opdatering|addendum|eta|edit)\b/iuy;
const PARTICIPLE =
  /(?:(?:last\s|story\s|post\s|this\s(?:story|post|article)\s(?:was\s)?)?updated|aktualisiert|actualisé|mis\sà\sjour|actualizado|atualizado|aggiornato|uppdaterad|bijgewerkt)\b/iuy;
const NUMBER =
  /\s?(?:#|no\.?\s?|n°\s?|number\s)?(?:\d{1,2}(?!\d|[:./]\d|\s?[ap]\.?m|\s?uhr|h\b|\s?\p{L}{3,10}\s\d{4})|[IVX]{1,4}\b|one|two|three|four|five)(?!\s?\p{L}{3,9}\s\d)/iuy;
const GLUE =
  /(?:[\s,;.|/([*_–—-]|(?:at|on|as of|from|um|am|vom|à|le|du|el|las|a las|kl\.?|alle|ore|om|posted|filed|the)(?=[\s\d]))*/iy;
const CLOSING =
  /[\s*_]*(?:[\])}】][\s*_]*[:.–—-]?|[:：|»>]|[–—]|-+(?=\s)|\*{1,3}(?=\s)|\.(?=\s|$)|$)[\s*_\])}】]*/uy;
/** The start of a sentence right after a stamp. */
const BEGINS = /^\s+["'“‘(]?[\p{Lu}\p{N}]/u;
/** What else may stand before the colon: "Update from the mayor's office:", "Update (by mail):", "Update, later:". */
const SOURCE =
  /(?:[,\s]{1,2}(?:from|via|by|per)\s[^:.!?]{2,40}|,\s[^:.!?,]{2,40}|\s?\([^():]{2,60}\))(?=\s?:)/iy;
const FIRM_CLOSING = /[:：|»>–—\])}】-]|\*{2}/;
const POINTER =
  /^(?:below|above|follows?|to follow|coming|in comments?|inside|at (?:the )?(?:bottom|end|foot))\b/i;

/** Reads an update marker at the head of `line`, or null where the line only happens to begin with the word. */
export function readMarker(line: string): Marker | null {
  const opening = OPENING.exec(line);
  const from = opening?.[0].length ?? 0;
  const bracketed = opening?.groups?.['bracket'] !== undefined;
  return wordFirst(line, from, bracketed) ?? stampFirst(line, from);
}

type Word = { readonly end: number; readonly participle: boolean };

function readWord(line: string, from: number): Word | null {
  LEAD_IN.lastIndex = from;
  LEAD_IN.exec(line);
  const at = LEAD_IN.lastIndex;
  NOUN.lastIndex = at;
  if (NOUN.test(line)) return { end: NOUN.lastIndex, participle: false };
  PARTICIPLE.lastIndex = at;
  return PARTICIPLE.test(line) ? { end: PARTICIPLE.lastIndex, participle: true } : null;
}

function wordFirst(line: string, from: number, bracketed: boolean): Marker | null {
  const word = readWord(line, from);
  if (word === null) return null;
  const numbered = after(NUMBER, line, word.end);
  const found = readStamp(line, after(GLUE, line, numbered));
  const end = found?.end ?? after(SOURCE, line, numbered);
  const closing = closeAt(line, end);
  if (closing === null) return found === null ? null : unclosed(line, found, word.participle);
  if (found === null && !firm(line.slice(end, closing)) && !alone(line, closing)) return null;
  if (found === null && POINTER.test(line.slice(closing))) return null;
  if (found === null && looseDash(line, end, closing) && !bracketed && /^[a-z]/.test(line.slice(from)))
    return null;
  const late = found === null ? stampAfterColon(line, closing) : null;
  if (late !== null) return finish(line, late.end, late.stamp, word.participle, true);
  return finish(line, closing, found?.stamp ?? null, word.participle, firm(line.slice(end, closing)));
}

/** "UPDATE: Dec. 22, 2 p.m. EST Police say …", "Update: 3:45 p.m. – …": the time stands after the colon. */
function stampAfterColon(line: string, closing: number): { stamp: Stamp; end: number } | null {
  const found = readStamp(line, closing);
  if (found === null || (found.stamp.clock === null && found.stamp.date?.type === 'weekday')) return null;
  const closed = closeAt(line, found.end);
  if (closed !== null) return { stamp: found.stamp, end: closed };
  return BEGINS.test(line.slice(found.end, found.end + 6)) ? found : null;
}

/** "3:15 p.m. UPDATE: …", "Monday update: …". */
function stampFirst(line: string, from: number): Marker | null {
  const found = readStamp(line, from);
  if (found === null) return null;
  const word = readWord(line, after(GLUE, line, found.end));
  if (word === null) return null;
  const closing = closeAt(line, word.end);
  // "5:15 p.m. | Updated A reader sent …": the bar makes it a heading.
  const barred = word.participle && /\|/.test(line.slice(found.end, word.end));
  if (barred && closing === null && BEGINS.test(line.slice(word.end, word.end + 6))) {
    return finish(line, word.end, found.stamp, false, false);
  }
  if (word.participle && !barred) return null;
  if (closing === null || !(firm(line.slice(word.end, closing)) || alone(line, closing))) return null;
  return finish(line, closing, found.stamp, false, firm(line.slice(word.end, closing)));
}

/** A stamp with no colon after it still marks when a sentence begins right there ("UPDATE: Dec. 22, 2 p.m. EST Police …"). */
function unclosed(line: string, found: { stamp: Stamp; end: number }, participle: boolean): Marker | null {
  const next = line.slice(found.end, found.end + 6);
  return BEGINS.test(next) ? finish(line, found.end, found.stamp, participle, false) : null;
}

/** Where the marker's own punctuation ends, or null where none stands at `from`. */
function closeAt(line: string, from: number): number | null {
  // After "Update:" a stamp and a second colon may come; the stamp was read already, so this colon closes.
  CLOSING.lastIndex = from;
  return CLOSING.test(line) && CLOSING.lastIndex > from
    ? CLOSING.lastIndex
    : line.length === from
      ? from
      : null;
}

function firm(closing: string): boolean {
  return FIRM_CLOSING.test(closing);
}

function alone(line: string, closing: number): boolean {
  return line.slice(closing).trim() === '';
}

function looseDash(line: string, end: number, closing: number): boolean {
  return /^[\s]*-/.test(line.slice(end, closing));
}

function after(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : from;
}

function finish(
  line: string,
  end: number,
  stamp: Stamp | null,
  participle: boolean,
  closed: boolean,
): Marker {
  const rest = line.slice(end).trim();
  const titled = stamp === null ? null : titleOf(rest);
  const taken = titled === null ? '' : rest.slice(0, rest.length - titled.rest.length);
  return {
    written: titled === null ? line.slice(0, end).trim() : `${line.slice(0, end).trimEnd()} ${taken}`.trim(),
    stamp,
    title: titled?.title ?? null,
    rest: titled?.rest ?? rest,
    participle,
    closed,
  };
}

const TITLE =
  /^([\p{Lu}\p{N}"“'‘][^:.!?…]{2,76}?(?:\b(?:U\.S|U\.N|U\.K|D\.C|St|Mr|Ms)\.[^:.!?…]{2,60})?)\s?:(?=\s|$)/u;

/** A title set after the stamp: "Briefing Upcoming:" – closed by a colon, words in capitals. */
function titleOf(rest: string): { title: string; rest: string } | null {
  const acronym = /^U\.[SNK]\.\s[^:.!?…]{2,60}:(?=\s|$)/.exec(rest);
  const title = (acronym?.[0].replace(/\s?:$/, '') ?? TITLE.exec(rest)?.[1])?.trim();
  if (title === undefined) return null;
  const following = rest.slice(title.length).replace(/^\s?:\s*/, '');
  const all = title.split(/\s+/);
  const capital = all.filter((word) => /^["“'‘(]?[\p{Lu}\p{N}]/u.test(word) || word.length <= 3).length;
  // "Sent us this statement:" leads up to what follows and is no title.
  const enough = following === '' ? capital >= all.length * 0.7 : all.length <= 10 && capital === all.length;
  return enough ? { title, rest: following } : null;
}

/** "Update: the firm has answered (see below)." points to an update and is none. */
export function isPointer({ rest }: Marker): boolean {
  return rest.length < 200 && POINTS.test(rest);
}

const POINTS =
  /\b(?:see|scroll|read|more|details|full (?:statement|story|update)|updated?)\b.{0,30}\b(?:below|(?:at the )?(?:bottom|end|foot)(?: of (?:the |this )?(?:post|story|article|page))?)[\s.)\]!*_]*$/i;
