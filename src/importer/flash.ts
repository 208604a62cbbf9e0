import { isOutlet, outletIn } from './reading/outlets.ts';

/** A few lines of a wire: who sent it, what it says, and who says so. */
export type Flash = {
  /** A line above the text; empty: none. */
  title: string;
  paragraphs: string[];
  outlet: string | null;
  /** Who it says told so ("the White House"); null: nobody but the wire. */
  speaker: string | null;
  /** Lines and beginnings that were read or are furniture: slug, dateline, reporters, times. */
  dropped: string[];
};

/** A flash is short: what is longer is a post. */
const LONGEST = 4000;
const MOST_LINES = 16;

const TAG =
  /^(?:[*+]+\s*)?(?:(?:NEWS\s?)?FLASH|URGENTE?|BULLETIN|(?:NEWS\s?)?ALERT|NewsAlert|SNAP|BREAKING(?: NEWS)?|EILMELDUNG|EIL|DRINGEND)(?:[*+]+)?(?=$|[\s:–—/-])\s*[:–—/-]*\s*/;
const SLUG =
  /^(?=[^a-z]*[-/])(?:[A-Z0-9]+[-/ ])+[A-Z0-9]*\/?(?:[A-Z]+)?\s*(?:\((?:URGENT|UPDATE \d+|PIX|GRAPHIC|CORRECTED|TV)[^)]*\))?$|^BC-[\w-]+.{0,40}$/;
const DATELINE =
  /^(?:(?<place>\p{Lu}[\p{Lu}\p{M} .’'/-]{1,40}(?:,\s*[\p{Lu}][\p{L}. ]{1,30})?)(?:,\s*\p{L}+\.?\s+\d{1,2}(?:,\s*\d{4})?|,\s*\d{1,2}\.?\s+\p{L}+\.?)?\s*)?\((?<agency>[^()]{2,40})\)\s*[-–—]+\s*(?=\S)/u;
const REPORTERS = /^\((?:Reporting|Writing|Editing|Additional reporting|Compiled)\b[^]*\)$/i;
const SENT =
  /^(?:\d{1,2}[- /](?:[A-Za-z]{3,9}|\d{1,2})[- /]\d{2,4},?\s+\d{1,2}[:.]?\d{2}\b.*|\d{2}[:.]?\d{2}\s?(?:GMT|UTC|[ECMP][SD]?T)\b.{0,20}|[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d .{0,20}|[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}|#+|<+|-?30-?|ends?)$/;
const SIGNED =
  /^(?:\(c\)|©|[-–—/([]+)?\s*(?<agency>[\p{L}][\p{L} .&-]{1,40}?)\s*[)\]/]?(?:\s+\d{3,4}\s?GMT)?$/iu;

/** Reads what was pasted as a wire's flash; null where it is anything else. */
export function readFlash(text: string): Flash | null {
  if (text.length > LONGEST) return null;
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/\s+/g, ' ').trim());
  const kept = lines.filter((line) => line !== '');
  if (kept.length === 0 || kept.length > MOST_LINES) return null;
  const flash = new Reading();
  for (const line of kept) flash.take(line);
  return flash.read();
}

class Reading {
  readonly #dropped: string[] = [];
  readonly #texts: string[] = [];
  #outlet: string | null = null;
  /** Something only a wire writes stood there. */
  #isWire = false;
  /** Paragraphs before the one that a dateline opens are its headlines. */
  #dateline: number | null = null;

  take(given: string): void {
    let line = given;
    const tag = TAG.exec(line)?.[0];
    if (tag !== undefined && this.#texts.length === 0) {
      this.#isWire = true;
      this.#drop(tag);
      line = line.slice(tag.length);
    }
    if (line === '') return;
    if (this.#texts.length === 0 && SLUG.test(line)) {
      this.#isWire ||= /[/]|^BC-|\(URGENT/.test(line);
      this.#drop(line);
    } else if (REPORTERS.test(line) || SENT.test(line)) this.#drop(line);
    else if (this.#isSignature(line)) this.#drop(line);
    else this.#text(line);
  }

  read(): Flash | null {
    if (this.#texts.length === 0) return null;
    const shouts = this.#texts.every(isShouted) && this.#texts.join(' ').split(' ').length >= 3;
    if (!this.#isWire && !shouts) return null;
    const from = this.#dateline ?? 0;
    const paragraphs = this.#texts.slice(from).map(withoutMarks);
    return {
      title: this.#texts.slice(0, from).join(' – '),
      paragraphs,
      outlet: this.#outlet,
      speaker: speakerOf(paragraphs[0] ?? ''),
      dropped: this.#dropped,
    };
  }

  #text(line: string): void {
    const dateline = this.#dateline === null ? DATELINE.exec(line) : null;
    const agency = dateline?.groups?.['agency'] ?? '';
    const outlet = isOutlet(agency) ? agency : null;
    if (!dateline || outlet === null) {
      const ending = /\s*[-–—(/]+\s*(?<agency>[\p{L} ]{2,30})[)/]?$/u.exec(line);
      const signed = ending?.groups?.['agency']?.trim() ?? '';
      if (ending && this.#outlet === null && isOutlet(signed)) {
        this.#outlet = signed;
        this.#texts.push(line.slice(0, ending.index));
      } else this.#texts.push(line);
      return;
    }
    this.#isWire = true;
    this.#outlet ??= outlet;
    this.#dateline = this.#texts.length;
    this.#drop(dateline[0]);
    this.#texts.push(line.slice(dateline[0].length));
  }

  /** "(Reuters)", "AP 0650 GMT": a line that is the agency's name and no more. */
  #isSignature(line: string): boolean {
    const agency = SIGNED.exec(line)?.groups?.['agency']?.trim() ?? '';
    if (!isOutlet(agency)) return false;
    this.#outlet ??= outletIn(agency) ?? agency;
    this.#isWire = true;
    return true;
  }

  #drop(words: string): void {
    this.#dropped.push(words.trim());
  }
}

const isShouted = (line: string): boolean => /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line);

/** Stars and slashes that wires set around a flash. */
const withoutMarks = (line: string): string => line.replace(/^[*+•]+\s*|\s*[*+]+$/g, '');

const SAID =
  /[,”"]\s+(?<speaker>(?:the |a |an )?\p{Lu}[^,.;:“”"]{1,60}?) (?:said|says|told|announced|reported|confirmed)\b[^,;:]{0,80}\.?$/u;
const SHOUTED_SOURCE = /(?:\s[-–—]+|:)\s*(?<speaker>\p{Lu}[\p{Lu}\p{M}\p{N} .’'-]{2,40})$/u;

/** Whom the wire names for what it says. */
function speakerOf(line: string): string | null {
  const said = SAID.exec(line)?.groups?.['speaker'];
  if (said !== undefined) return said.replace(/^the /, '');
  const shouted = isShouted(line) ? SHOUTED_SOURCE.exec(line)?.groups?.['speaker'] : undefined;
  return shouted === undefined ? null : unshouted(shouted);
}

/** "WHITE HOUSE" → "White House"; short words may be letters of a name ("UN", "NATO"). */
const unshouted = (words: string): string =>
  words
    .split(' ')
    .map((word) => ([...word].length > 4 ? word.charAt(0) + word.slice(1).toLowerCase() : word))
    .join(' ');
