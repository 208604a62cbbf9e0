import type { Node } from '@tiptap/pm/model';
import type { StatementSource } from '../../../../domain/document.ts';
import type { readSource } from './read-sources.ts';
import { textOf } from './target.ts';

/** Who the words round a quotation say has spoken; `isBare`: they say nothing besides. */
export type Guess = { source: Partial<StatementSource>; isBare: boolean };

type Reading = { readSource: typeof readSource };
let reading: Reading | null = null;

/** Reading sentences is a piece of its own, fetched when the first quotation is seen; until it is here there is no guess. */
export function prepareGuesses(): void {
  void import('./read-sources.ts').then(
    (module) => (reading = module),
    () => undefined,
  );
}

/** From the body's own words. `from` and `to` are offsets in the text of the paragraph at `block`. */
export function guessOf(doc: Node, block: number, from: number, to: number): Guess | null {
  if (!reading) return null;
  const texts: string[] = [];
  let at = -1;
  doc.forEach((node, offset) => {
    if (offset === block) at = texts.length;
    if (node.isTextblock) texts.push(textOf(node));
  });
  return at < 0 ? null : reading.readSource(texts, at, texts[at]!.slice(from, to));
}
