import type { Node } from '@tiptap/pm/model';
import type { DeskMark } from '../../../../domain/desk/mark.ts';
import { textOf } from '../statement/target.ts';

/** `statement`: the mark stands in who said it; the place is then its end, above the line that says so. */
export type Place = { mark: DeskMark; from: number; to: number; statement?: { from: number; to: number } };

/** Where marks stand in the text as it is now. One whose words moved within their paragraph is found again; one whose words are gone is nowhere. */
export function placesOf(doc: Node, marks: readonly DeskMark[]): Place[] {
  return marks.flatMap((mark) => placeOf(doc, mark) ?? []).toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function placeOf(doc: Node, mark: DeskMark): Place | null {
  if (mark.field !== 'body') return null;
  if (mark.source) return sourcePlace(doc, mark);
  const block = nodeAt(doc, mark.path);
  if (!block?.node.isTextblock) return null;
  const text = textOf(block.node);
  const at = text.slice(mark.from, mark.to) === mark.words ? mark.from : nearest(text, mark);
  return at < 0 ? null : { mark, from: block.start + at, to: block.start + at + mark.words.length };
}

function sourcePlace(doc: Node, mark: DeskMark): Place | null {
  const found = nodeAt(doc, mark.path);
  if (found?.node.type.name !== 'statement' || !mark.source) return null;
  const value = (found.node.attrs as Partial<Record<string, string | null>>)[mark.source] ?? '';
  if (value.slice(mark.from, mark.to) !== mark.words) return null;
  const statement = { from: found.start - 1, to: found.start - 1 + found.node.nodeSize };
  // Behind its last letter: it ends, as does its last paragraph.
  return { mark, from: statement.to - 2, to: statement.to - 2, statement };
}

function nodeAt(doc: Node, path: readonly number[]): { node: Node; start: number } | null {
  let [node, start]: [Node, number] = [doc, 0];
  for (const index of path) {
    if (index >= node.childCount) return null;
    for (let before = 0; before < index; before += 1) start += node.child(before).nodeSize;
    node = node.child(index);
    start += 1;
  }
  return { node, start };
}

function nearest(text: string, { words, from }: DeskMark): number {
  let best = -1;
  if (words === '') return best;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best < 0 || Math.abs(at - from) < Math.abs(best - from)) best = at;
  return best;
}
