import type { Node } from 'prosemirror-model';
import { BidiBalance } from '../plain-text.ts';
import { schema } from './schema.ts';

/**
 * A paragraph's inline nodes with every bidirectional control closed by the paragraph's end: a control may be opened
 * in one text node and closed in another, so they are balanced as one run.
 */
export function closeBidiAcross(inline: Node[]): Node[] {
  const balance = new BidiBalance();
  const kept = inline.flatMap((node) => withText(node, balance.keep(node.text ?? '')));
  const closers = balance.closers();
  if (closers === '') return kept;
  const last = kept.findLastIndex((node) => node.isText);
  return kept.flatMap((node, index) => withText(node, (node.text ?? '') + (index === last ? closers : '')));
}

function withText(node: Node, text: string): Node[] {
  if (!node.isText || text === node.text) return [node];
  return text === '' ? [] : [schema.text(text, node.marks)];
}
