import type { ProposedStatement } from '../proposal.ts';
import { Discourse } from './discourse.ts';
import { NameRegister } from './names.ts';
import { quoteSpans } from './quote-spans.ts';
import { StatementFinder } from './statement-finder.ts';
import type { Passage, ReadPassage } from './statement-finder.ts';
import { tokenize } from './tokens.ts';

export type { Passage } from './statement-finder.ts';

/**
 * Finds who said what: quotations whose speaker the sentence, the paragraph or the one before it names.
 * Words between marks that nobody is said to have spoken (titles, irony) are no statements.
 */
export function findStatements(passages: readonly Passage[]): readonly ProposedStatement[] {
  const read = passages.map((passage) => readPassage(passage));
  const names = new NameRegister();
  for (const { tokens } of read) names.note(tokens);
  const story = passages
    .map(({ block }) => block.text)
    .join('\n')
    .slice(0, 500_000);
  const finder = new StatementFinder(new Discourse(names, story));
  for (const passage of read) if (finder.statements.length < MOST_STATEMENTS) finder.take(passage);
  return finder.statements;
}

/** More than any story has; what a hostile file holds beyond stays running text. */
const MOST_STATEMENTS = 10_000;

function readPassage(passage: Passage): ReadPassage {
  const own = passage.block.kind !== 'tweet' && passage.block.text.length <= 20_000;
  const quotes = own ? quoteSpans(passage.block.text) : [];
  return { passage, quotes, tokens: own ? tokenize(passage.block.text, quotes) : [] };
}
