import type { Node } from '@tiptap/pm/model';
import type { StatementSource } from '../../../../domain/document.ts';
import type { BodyEditorProps } from '../props.ts';
import type { readSource } from './read-sources.ts';
import { textOf } from './target.ts';

/** Who the words round a quotation say has spoken; `isBare`: they say nothing besides. */
export type Guess = { source: Partial<StatementSource>; isBare: boolean };

type Reading = { readSource: typeof readSource };
let reading: Reading | null = null;
/** Outlets the newsroom has named before. */
let known: readonly string[] = [];

/** Reading sentences is a piece of its own, fetched when the first quotation is seen; until it is here there is no guess. */
export function prepareGuesses(names: BodyEditorProps['names']): void {
  names('', 'outlet').then(
    (found) => (known = found.map(({ name }) => name)),
    () => undefined,
  );
  void import('./read-sources.ts').then(
    (module) => (reading = module),
    () => undefined,
  );
}

/** From the body's own words. `from` and `to` are offsets in the text of the paragraph at `block`. */
export function guessOf(doc: Node, block: number, from: number, to: number): Guess | null {
  if (!reading) return null;
  const texts: string[] = [];
  const outlets = [...known];
  let at = -1;
  doc.forEach((node, offset) => {
    if (offset === block) at = texts.length;
    if (node.isTextblock) texts.push(textOf(node));
    const outlet: unknown = node.attrs['outlet'];
    if (typeof outlet === 'string') outlets.push(outlet);
  });
  return at < 0 ? null : reading.readSource(texts, at, texts[at]!.slice(from, to), outlets);
}
