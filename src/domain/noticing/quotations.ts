import { folded } from '../find/words.ts';
import type { Textblock } from './textblocks.ts';
import { writtenWords } from './words.ts';

/** A stretch of somebody's words, and who is said to have spoken it; `path` and offsets are of the textblock. */
export type Quotation = { speaker: string; words: string[]; path: number[]; from: number; to: number };

/** Words of a quotation that is held against others: fewer are said by many. */
export const LEAST_WORDS = 6;

const QUOTED = /[“„«"]([^“”„«»"]{10,2000})[”“»"]/gu;
const NAME = String.raw`(?:\p{Lu}[\p{L}.’'-]+)(?:\s\p{Lu}[\p{L}.’'-]+){0,3}`;
const VERB = String.raw`(?:said|says|told|added|wrote|tweeted|asked|replied|responded|remarked|continued|stated|insisted|sagte|a dit|dijo|disse)`;
const AFTER = new RegExp(String.raw`^[\s,]*(?:(?<one>${NAME})\s${VERB}\b|${VERB}\s(?<two>${NAME}))`, 'u');
const BEFORE = new RegExp(String.raw`(?<one>${NAME})\s${VERB}(?:\s[\p{L} ]{0,30})?[,:]\s*$`, 'u');

const plainWords = (text: string): string[] =>
  writtenWords(text)
    .map(({ text: word }) => folded(word))
    .filter(Boolean);

/** The quotations of a text whose speaker is named: statements, and words between marks beside "X said". */
export function quotationsIn(blocks: Textblock[]): Quotation[] {
  return blocks.flatMap(({ text, path, source }): Quotation[] => {
    const spans = [...text.matchAll(QUOTED)].map((match) => ({
      words: match[1] ?? '',
      from: match.index,
      to: match.index + match[0].length,
    }));
    if (source) {
      const said = spans.length > 0 ? spans : [{ words: text, from: 0, to: text.length }];
      return said.flatMap((span) => quotation(source.speaker, span, path));
    }
    return spans.flatMap((span) => {
      const speaker = speakerBeside(text, span);
      return speaker === null ? [] : quotation(speaker, span, path);
    });
  });
}

type Span = { words: string; from: number; to: number };

function quotation(speaker: string, { words, from, to }: Span, path: number[]): Quotation[] {
  const said = plainWords(words);
  return said.length < LEAST_WORDS ? [] : [{ speaker, words: said, path, from, to }];
}

function speakerBeside(text: string, { from, to }: Span): string | null {
  const after = AFTER.exec(text.slice(to, to + 120))?.groups;
  const before = BEFORE.exec(text.slice(Math.max(0, from - 120), from))?.groups;
  const name = after?.['one'] ?? after?.['two'] ?? before?.['one'] ?? null;
  return name !== null && /^(?:He|She|They|It|I|We|The|A|But|And|Then)$/.test(name) ? null : name;
}

/** Whether two names may be one person's: a word of one stands in the other. */
export function mayBeOne(a: string, b: string): boolean {
  const words = new Set(plainWords(a).filter((word) => word.length > 2));
  return plainWords(b).some((word) => words.has(word));
}
