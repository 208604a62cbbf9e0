import type { FieldError } from '../domain/errors.ts';

/** Arrays and objects within each other; documents need about 70. */
const DEPTH_MAX = 200;

export type ReadJson = { type: 'json'; value: unknown } | ({ type: 'bad-json' } & FieldError);

/**
 * Reads JSON that means one thing to everyone: UTF-8, no name twice in an object, no half of a surrogate pair
 * (I-JSON, RFC 7493 §2), not nested too deep, no `__proto__`.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bad('', 'the body is not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return bad('', `the body is not JSON: ${whereItBreaks(error)}`);
  }
  const fault = new Scan(text).fault();
  return fault ? { type: 'bad-json', ...fault } : { type: 'json', value };
}

function whereItBreaks(error: unknown): string {
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? 'it ends before it is whole' : `look at character ${Number(position) + 1}`;
}

const bad = (pointer: string, detail: string): ReadJson => ({ type: 'bad-json', pointer, detail });

/** An object or array that is open, with the names seen in it and where in it the scan stands. */
type Open = { names: Set<string> | null; at: string | number };

/** Walks valid JSON text for what `JSON.parse` lets pass. */
class Scan {
  readonly #text: string;
  readonly #open: Open[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  fault(): FieldError | null {
    const text = this.#text;
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index];
      if (character === '"') {
        const end = endOfString(text, index);
        const fault = this.#string(index, end);
        if (fault) return fault;
        index = end;
      } else if (character === '{' || character === '[') {
        this.#open.push(character === '{' ? { names: new Set(), at: '' } : { names: null, at: 0 });
        if (this.#open.length > DEPTH_MAX)
          return { pointer: '', detail: `the body is nested more than ${DEPTH_MAX} levels deep` };
      } else if (character === '}' || character === ']') {
        this.#open.pop();
      } else if (character === ',') {
        const inner = this.#open.at(-1);
        if (inner && typeof inner.at === 'number') inner.at += 1;
      }
    }
    return null;
  }

  #string(start: number, end: number): FieldError | null {
    const raw = this.#text.slice(start, end + 1);
    const words = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
    const isName = this.#text[skipSpace(this.#text, end + 1)] === ':';
    const inner = this.#open.at(-1);
    if (isName && inner?.names) {
      inner.at = words;
      if (words === '__proto__') return { pointer: this.#pointer(), detail: 'is no name a field can have' };
      if (inner.names.has(words)) return { pointer: this.#pointer(), detail: 'is there twice' };
      inner.names.add(words);
    }
    return words.isWellFormed()
      ? null
      : { pointer: this.#pointer(), detail: 'holds half a character (a lone surrogate)' };
  }

  #pointer(): string {
    return this.#open.map(({ at }) => `/${pointerStep(String(at))}`).join('');
  }
}

/** The closing quotation mark of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (' \t\n\r'.includes(text[index] ?? 'end')) index += 1;
  return index;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** A name as a JSON pointer writes it (RFC 6901 §3), short enough to be shown back. */
export function pointerStep(name: string): string {
  const short = name.length > 64 ? `${name.slice(0, 63)}…` : name;
  return short.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
