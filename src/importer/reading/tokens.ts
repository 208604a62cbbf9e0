import type { QuoteSpan } from './quote-spans.ts';

/** A word, a mark, or a whole quotation of a paragraph. */
export type Token = {
  readonly text: string;
  readonly type: 'word' | 'mark' | 'quote';
  /** Which quotation, for a quotation. */
  readonly quote: number;
  /** "Trump's": the word without its ending stands in `text`. */
  readonly possessive: boolean;
};

const PIECE = /[\p{L}\p{N}@#$€£][\p{L}\p{N}\p{M}'’.@&-]*|[,;:()–—.!?…[\]-]/gu;
const SHORT =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|St|Jr|Sr|Supt|Insp|Det|Const|Cpl|Pvt|Pres|Sec|Atty|Amb)\.$|^\p{Lu}\.$|^(?:\p{Lu}\.){2,}$|^[ap]\.m\.$/u;

/** The paragraph as tokens, each quotation one of them. */
export function tokenize(paragraph: string, quotes: readonly QuoteSpan[]): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [index, { from, to }] of quotes.entries()) {
    tokens.push(...words(paragraph.slice(at, from)));
    tokens.push({ text: '', type: 'quote', quote: index, possessive: false });
    at = to;
  }
  return [...tokens, ...words(paragraph.slice(at))];
}

function words(text: string): Token[] {
  return [...text.matchAll(PIECE)].flatMap(([piece]) =>
    /^[\p{L}\p{N}@#$€£]/u.test(piece) ? word(piece) : [mark(piece)],
  );
}

function word(piece: string): Token[] {
  const trailing = /[.'’&-]+$/.exec(piece)?.[0] ?? '';
  if (trailing === '.' && SHORT.test(piece)) return [plainWord(piece)];
  const bare = trailing === '' ? piece : piece.slice(0, -trailing.length);
  const owner = /^(.+)['’]s$/u.exec(bare)?.[1];
  const plural = trailing.startsWith("'") || trailing.startsWith('’');
  const token: Token = {
    text: owner ?? bare,
    type: 'word',
    quote: -1,
    possessive: owner !== undefined || (plural && bare.endsWith('s')),
  };
  return trailing.includes('.') ? [token, mark('.')] : [token];
}

function plainWord(text: string): Token {
  return { text, type: 'word', quote: -1, possessive: false };
}

function mark(text: string): Token {
  return { text, type: 'mark', quote: -1, possessive: false };
}
