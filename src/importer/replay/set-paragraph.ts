import type { BlockJSON, ParagraphJSON } from '../../domain/document.ts';
import { checkName, cleanText } from '../../domain/plain-text.ts';
import type { ProposedStatement } from '../proposal.ts';
import { quoteSpans } from '../reading/quote-spans.ts';
import { tokenize } from '../reading/tokens.ts';
import { readSignature } from '../reading/tweets.ts';
import { isBareAttribution } from './narration.ts';

/**
 * A paragraph as blocks of a body. Where it is one speaker's words and nothing else but who said them, it is set as a
 * statement, as it was written; where a sentence leads up to a quotation with a colon, the quotation is set as one.
 * Any other paragraph stays the text it is. No word is lost or added.
 */
export function setParagraph(text: string, statements: readonly ProposedStatement[]): BlockJSON[] {
  const [statement, another] = statements;
  const whole = [paragraph(text)];
  if (statement === undefined || another !== undefined) return whole;
  if (letters(statement.text) === letters(text)) return set([unmarked(text)], statement) ?? whole;
  if (isSigned(text, statement)) return set([text], statement) ?? whole;
  const spans = quoteSpans(text);
  if (letters(spans.map((span) => span.text).join(' ')) !== letters(statement.text)) return whole;
  const [first] = spans;
  const lead = text.slice(0, first?.from ?? 0).trimEnd();
  if (spans.length === 1 && lead.endsWith(':') && letters(text.slice(first!.to)) === '') {
    const quotation = set([first!.text], statement);
    return quotation ? [paragraph(lead), ...quotation] : whole;
  }
  return isBareAttribution(tokenize(text, spans), statement) ? (set([text], statement) ?? whole) : whole;
}

export function paragraph(text: string): ParagraphJSON {
  const kept = cleanText(text);
  return kept === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: kept }] };
}

/** Null where the speaker's name cannot stand in a source line. */
function set(words: string[], statement: ProposedStatement): BlockJSON[] | null {
  const speaker = checkName(statement.speaker);
  if (speaker === null) return null;
  const interpreter = statement.interpreter?.replace(/^(?:through|via|with) /i, '') ?? null;
  const attrs = {
    speaker,
    role: nameOrNone(statement.role),
    outlet: nameOrNone(statement.outlet),
    medium: nameOrNone(statement.medium),
    interpreter: nameOrNone(interpreter),
    link: null,
    lang: null,
  };
  return [{ type: 'statement', attrs, content: words.map(paragraph) }];
}

const nameOrNone = (name: string | null): string | null => (name === null ? null : checkName(name));

/** An embedded post with the line that signs it. */
function isSigned(text: string, statement: ProposedStatement): boolean {
  const signed = readSignature(text);
  return signed !== null && letters(signed.before) === letters(statement.text);
}

/** Without the marks around the whole: the block itself says that it is a quotation. */
function unmarked(text: string): string {
  const [span, another] = quoteSpans(text);
  return span && another === undefined && span.from === 0 && span.to === text.length ? span.text : text;
}

/** Letters and digits alone: stops and commas move when quotations are joined. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
