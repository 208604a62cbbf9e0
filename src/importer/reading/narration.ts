import { words } from './lines.ts';
import type { QuoteSpan } from './quote-spans.ts';
import { attributionAfter } from './speech.ts';
import type { Attribution } from './speech.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens, `to` not included. */
export type Sentence = { readonly from: number; readonly to: number };

const MEDIUM =
  /\b(?:in|during|at|on|by|through|via) (?:an?|the|his|her|their|its) ((?:\w+ ){0,2}(?:statement|interview|e-?mail|tweet|letter|press release|press conference|news conference|press briefing|briefing|speech|post|memo|text message|phone call|broadcast|video))\b/i;
const INTERPRETER = /\b(?:through|via|with) (?:an?|his|her|their|the) (?:translator|interpreter)\b/i;

/** What the words went through, as the narration tells it ("statement", "news conference"), or null. */
export function mediumIn(narration: string): string | null {
  return MEDIUM.exec(narration)?.[1] ?? null;
}

/** "through a translator", as written, or null. */
export function interpreterIn(narration: string): string | null {
  return INTERPRETER.exec(narration)?.[0] ?? null;
}

/** The quotation ends with a comma, question or exclamation mark: its attribution follows. */
export function endsOpen(quote: QuoteSpan): boolean {
  return /[,!?…—–-]['"’”)]*$/.test(quote.text);
}

/** The verb stands close before the quotation, with only its object or "that" between. */
export function nearby(tokens: readonly Token[], { verb }: Attribution, quote: number): boolean {
  return (
    quote - verb <= 14 &&
    !tokens.slice(verb, quote).some(({ type, text }) => type === 'quote' || text === ';')
  );
}

/** A name of a work or an emblem in marks: few words, all in capitals, in the middle of a sentence. */
export function isTitle(quote: QuoteSpan, tokens: readonly Token[], at: number): boolean {
  const all = words(quote.text);
  // "In her book, “The Wheel,” she …": the comma before it shows the one inside to be no attribution's.
  const apposed = tokens[at - 1]?.text === ',' && quote.text.endsWith(',');
  if (all.length > 6 || all.length < 2 || (/[,.!?…]$/.test(quote.text) && !apposed)) return false;
  const next = tokens[at + 1];
  const capital = all.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital >= all.length - 1 && capital >= 2 && next?.text !== '.';
}

/** Sentences of a tokenized paragraph; a quotation that ends one ends it with its own stop. */
export function sentencesOf(tokens: readonly Token[], quotes: readonly QuoteSpan[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (!endsSentenceAt(token, tokens, at, quotes, from)) continue;
    sentences.push({ from, to: at + 1 });
    from = at + 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;
}

function endsSentenceAt(
  token: Token,
  tokens: readonly Token[],
  at: number,
  quotes: readonly QuoteSpan[],
  from: number,
): boolean {
  const next = tokens[at + 1];
  const begins = next === undefined || next.type === 'quote' || /^[\p{Lu}\p{N}[(]/u.test(next.text);
  if (token.type === 'mark') return /^[.!?…]$/.test(token.text) && begins;
  if (token.type !== 'quote' || next?.type === 'mark') return false;
  const text = quotes[token.quote]?.text ?? '';
  if (/\.['’)]*$/.test(text)) return begins;
  // "…!" Ann Roe shouted – the sentence goes on when the narration after it names who spoke.
  if (!/[!?…]['’)]*$/.test(text) || !begins || next?.type === 'quote')
    return /[!?]$/.test(text) && next?.type === 'quote';
  return at === from ? attributionAfter(tokens, at + 1, sentenceEnd(tokens, at + 1)) === null : true;
}

function sentenceEnd(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ type, text }, at) => at >= from && (type === 'quote' || text === '.'));
  return end < 0 ? tokens.length : end;
}

export function textOf(tokens: readonly Token[], { from, to }: Sentence): string {
  return tokens
    .slice(from, to)
    .map(({ text, type, possessive }) => (type === 'quote' ? '“”' : possessive ? `${text}’s` : text))
    .join(' ')
    .replace(/ (?=[,.;:!?)])/g, '');
}
