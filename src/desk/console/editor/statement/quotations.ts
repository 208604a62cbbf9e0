import { quoteSpans } from '../../../../importer/reading/quote-spans.ts';

/** Words between quotation marks in a paragraph; `from` and `to` include the marks, in UTF-16 units of its text. */
export type Quotation = { from: number; to: number; words: string };

/** Corner brackets of Chinese and Japanese, which stand without spaces round them. */
const CORNERS = /「([^「」]{2,})」|『([^『』]{2,})』/gu;

/** Shorter ones are titles, nicknames and irony. */
const FEWEST_WORDS = 3;
const FEWEST_CORNERED = 4;

/** The quotations of a paragraph that somebody may have said: “…”, "…", « … », „…“, 「…」. */
export function quotationsIn(text: string): Quotation[] {
  const marked = quoteSpans(text)
    .filter(
      ({ closed, text: words, from }) => closed && !isSingle(text[from]) && wordsOf(words) >= FEWEST_WORDS,
    )
    .map(({ from, to, text: words }) => ({ from, to, words }));
  const cornered = [...text.matchAll(CORNERS)]
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      words: (match[1] ?? match[2] ?? '').trim(),
    }))
    .filter(({ words }) => words.length >= FEWEST_CORNERED);
  return [...marked, ...cornered].toSorted((a, b) => a.from - b.from);
}

/** The quotation that ends at or before a place, the nearest of them. */
export function quotationBefore(text: string, offset: number): Quotation | null {
  return quotationsIn(text).findLast(({ to }) => to <= offset) ?? null;
}

const isSingle = (mark: string | undefined): boolean => mark === '‘' || mark === "'";

const wordsOf = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
