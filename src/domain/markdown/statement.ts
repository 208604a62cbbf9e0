import Token from 'markdown-it/lib/token.mjs';
import { checkName } from '../plain-text.ts';
import { textOf } from './tokens.ts';

type Source = { speaker: string; role: string | null; outlet: string | null; link: string | null };

const PLAIN = new Set(['paragraph_open', 'inline', 'paragraph_close']);
const COMMA = /[,،，]/;

/**
 * A block quotation of paragraphs whose last line begins with `— ` is a statement. The line reads by its commas:
 *
 *     — speaker
 *     — speaker, role
 *     — speaker, role, outlet                (further commas are the role's: "mayor of Cali, Colombia")
 *     — speaker, , outlet                    (no role)
 *     — [speaker, role, outlet](https://…)   (the first link in the line is the statement's)
 *
 * Where the line names nobody, or nothing stands above it, the quotation stays a quotation.
 */
export function quotationsAsStatements(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const quotation = token.type === 'blockquote_open' ? plainQuotation(tokens, index) : null;
    const statement = quotation && asStatement(quotation);
    kept.push(...(statement ?? [token]));
    if (quotation && statement) index += quotation.length - 1;
  }
  return kept;
}

/** The quotation's tokens from opening to closing, where it holds nothing but paragraphs. */
function plainQuotation(tokens: readonly Token[], start: number): Token[] | null {
  let end = start + 1;
  while (PLAIN.has(tokens[end]?.type ?? '')) end += 1;
  return tokens[end]?.type === 'blockquote_close' ? tokens.slice(start, end + 1) : null;
}

function asStatement(quotation: Token[]): Token[] | null {
  const last = quotation.findLast((token) => token.type === 'inline');
  const children = last?.children ?? [];
  const lineBreak = children.findLastIndex(
    (token) => token.type === 'softbreak' || token.type === 'hardbreak',
  );
  const source = readSource(children.slice(lineBreak + 1));
  const words = children.slice(0, Math.max(lineBreak, 0));
  const paragraphs = quotation.slice(1, textOf(words).trim() === '' ? -4 : -1);
  if (source === null || last === undefined || paragraphs.length === 0) return null;
  last.children = words;
  const open = new Token('statement_open', 'figure', 1);
  open.meta = source;
  return [open, ...paragraphs, new Token('statement_close', 'figure', -1)];
}

function readSource(line: readonly Token[]): Source | null {
  const [, names] = /^\s*—\s+(.+)$/s.exec(textOf(line)) ?? [];
  if (names === undefined) return null;
  const [first = '', ...others] = names.split(COMMA).map((part) => part.trim());
  const outlet = others.length > 1 ? (others.pop() ?? '') : '';
  const role = others.filter((part) => part !== '').join(', ');
  const speaker = checkName(first);
  if (speaker === null || !isNameOrNothing(role) || !isNameOrNothing(outlet)) return null;
  const link = line.find((token) => token.type === 'link_open')?.attrGet('href') ?? null;
  return { speaker, role: role || null, outlet: outlet || null, link };
}

function isNameOrNothing(name: string): boolean {
  return name === '' || checkName(name) !== null;
}
