/** Controls (C0, DEL, C1) but tab and newline, and the two code points XML 1.0 §2.2 forbids besides them. */
const DROPPED = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;
const REFUSED_IN_NAMES = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u;
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

const PDF = '\u202C';
const PDI = '\u2069';
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * Text as we keep it: newlines as `\n`, controls dropped, lone surrogates replaced, bidirectional controls closed.
 * Everything else stays as given (no normalisation form is forced).
 */
export function cleanText(text: string): string {
  return closeBidi(dropControls(text));
}

/** The same, but leaving bidirectional controls as they are: for a piece of a longer run of text. */
export function dropControls(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(DROPPED, '');
}

/**
 * A single-line field (name, headline, title): the text without outer white space, or null where it is refused –
 * it shows nothing, holds a control or line break, or is longer than `max` UTF-16 units.
 */
export function checkName(text: string, max = 200): string | null {
  if (REFUSED_IN_NAMES.test(text)) return null;
  const name = closeBidi(text.trim());
  return name.length <= max && isVisible(name) ? name : null;
}

/** Whether a reader would see anything at all: white space and invisible code points alone are nothing. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * Closes every bidirectional embedding, override and isolate the text leaves open, and drops closers that close
 * nothing (UAX #9 §3.3.2), so that the text cannot turn round what stands after it, in any output.
 */
export function closeBidi(text: string): string {
  if (!BIDI_CONTROL.test(text)) return text;
  const balance = new BidiBalance();
  return balance.keep(text) + balance.closers();
}

/** The open bidirectional controls of one run of text, which may come in several pieces (a paragraph's text nodes). */
export class BidiBalance {
  #open: string[] = [];

  /** The piece without the closers that close nothing. */
  keep(piece: string): string {
    if (!BIDI_CONTROL.test(piece)) return piece;
    let kept = '';
    for (const character of piece) if (this.#take(character)) kept += character;
    return kept;
  }

  /** What must follow the last piece for nothing to stay open. */
  closers(): string {
    return this.#open.toReversed().join('');
  }

  #take(character: string): boolean {
    if (character === PDF) return this.#closeEmbedding();
    if (character === PDI) return this.#closeIsolate();
    if (/[\u202A\u202B\u202D\u202E]/.test(character)) this.#open.push(PDF);
    if (/[\u2066-\u2068]/.test(character)) this.#open.push(PDI);
    return true;
  }

  #closeEmbedding(): boolean {
    if (this.#open.at(-1) !== PDF) return false;
    this.#open.pop();
    return true;
  }

  /** An isolate takes the embeddings opened inside it with it. */
  #closeIsolate(): boolean {
    const isolate = this.#open.lastIndexOf(PDI);
    if (isolate === -1) return false;
    this.#open.length = isolate;
    return true;
  }
}
