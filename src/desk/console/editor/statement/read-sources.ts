import type { StatementSource } from '../../../../domain/document.ts';
import { checkName } from '../../../../domain/plain-text.ts';
import type { Block } from '../../../../importer/flat-post.ts';
import type { ProposedStatement } from '../../../../importer/proposal.ts';
import { findStatements } from '../../../../importer/reading/quotations.ts';
import { quoteSpans } from '../../../../importer/reading/quote-spans.ts';
import { tokenize } from '../../../../importer/reading/tokens.ts';
import { isBareAttribution } from '../../../../importer/replay/narration.ts';
import type { Guess } from './guess.ts';
import { readPlainAttribution } from './plain-attribution.ts';

/** Paragraphs before the quotation that are read along, for "he" and "the president". */
const READ_BEFORE = 12;

/**
 * Who said the quotation in `texts[at]`: what the words behind it say plainly, or what the importer reads in flat posts, read
 * here while it is written. `outlets`: those named before.
 */
export function readSource(
  texts: readonly string[],
  at: number,
  quotation: string,
  outlets: readonly string[],
): Guess | null {
  const [before = '', after = ''] = texts[at]!.split(quotation, 2);
  const plain = before.trim() === '' ? readPlainAttribution(after, outlets) : null;
  if (plain) return { source: { ...plain, interpreter: null }, isBare: true };
  const from = Math.max(0, at - READ_BEFORE);
  const read = texts.slice(from, at + 1);
  const statements = findStatements(
    read.map((text, paragraph) => ({ block: blockOf(text), place: { in: 'body', paragraph } })),
  );
  const here = statements.filter(({ place }) => place.paragraph === read.length - 1);
  const found = here.find(({ text }) => letters(quotation).includes(letters(text)));
  if (!found) return null;
  const text = texts[at]!;
  const isBare =
    here.length === 1 &&
    quoteSpans(text).length === 1 &&
    isBareAttribution(tokenize(text, quoteSpans(text)), found);
  return { source: sourceOf(found), isBare: isBare && !namesAnother(after, found) };
}

/** Somebody or something is told who is neither the speaker nor an outlet that was understood: it stays to be read. */
function namesAnother(after: string, { speaker, outlet }: ProposedStatement): boolean {
  const told = /\b(?:told|interview with|according to) (?:the )?(\p{Lu}.*)/u.exec(after)?.[1];
  return told !== undefined && outlet === null && !told.startsWith(speaker);
}

function sourceOf({
  speaker,
  role,
  outlet,
  medium,
  interpreter,
}: ProposedStatement): Partial<StatementSource> {
  return {
    speaker: checkName(speaker) ?? '',
    role: role && checkName(role),
    outlet: outlet && checkName(outlet),
    medium: medium && checkName(medium),
    interpreter: interpreter && checkName(interpreter.replace(/^(?:through|via|with) /i, '')),
  };
}

const blockOf = (text: string): Block => ({ kind: 'paragraph', strong: '', time: null, level: 0, text });

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
