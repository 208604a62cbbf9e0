import type { Fragment, Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { StatementSource } from '../../../../domain/document.ts';
import { guessOf } from './guess.ts';
import type { Target } from './target.ts';

const UNKNOWN: StatementSource = {
  speaker: '',
  role: null,
  outlet: null,
  medium: null,
  interpreter: null,
  link: null,
  lang: null,
};

export type Made = { tr: Transaction; /** Where the statement stands. */ pos: number };

/** Makes a statement of what is meant. Where the sentence round it tells who spoke, the source line says so already. */
export function makeStatement(state: EditorState, target: Target): Made {
  return target.kind === 'words' ? ofWords(state, target) : ofBlocks(state, target);
}

function ofWords(
  { doc, tr, schema }: EditorState,
  { block, from, to }: Extract<Target, { kind: 'words' }>,
): Made {
  const paragraph = doc.nodeAt(block)!;
  const start = block + 1;
  const guess = guessOf(doc, block, from - start, to - start);
  const part = (a: number, b: number): Node => paragraph.copy(trimmed(paragraph.content.cut(a, b)));
  const [before, after] = [part(0, from - start), part(to - start, paragraph.content.size)];
  const words = unmarked(part(from - start, to - start));
  const statement = schema.nodes['statement']!.create({ ...UNKNOWN, ...guess?.source }, [words]);
  const isRest = (node: Node): boolean => /[\p{L}\p{N}]/u.test(node.textContent) && guess?.isBare !== true;
  const [first, last] = [isRest(before) ? [before] : [], isRest(after) ? [after] : []];
  const pos = block + (first[0]?.nodeSize ?? 0);
  tr.replaceWith(block, block + paragraph.nodeSize, [...first, statement, ...last]);
  return within(tr, pos);
}

function ofBlocks({ doc, tr, schema }: EditorState, { from, to }: Extract<Target, { kind: 'blocks' }>): Made {
  const paragraphs: Node[] = [];
  doc.nodesBetween(from, to, (node) => {
    if (!node.isTextblock) return true;
    paragraphs.push(schema.nodes['paragraph']!.create(null, node.content));
    return false;
  });
  const content = paragraphs.length > 0 ? paragraphs : [schema.nodes['paragraph']!.create()];
  tr.replaceWith(from, to, schema.nodes['statement']!.create(UNKNOWN, content));
  return within(tr, from);
}

function within(tr: Transaction, pos: number): Made {
  const size = tr.doc.nodeAt(pos)!.nodeSize;
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos + size - 2), -1));
  return { tr: tr.scrollIntoView(), pos };
}

/** Without the marks: the block itself says that it is a quotation. A comma that led to "he said" becomes a stop. */
function unmarked(paragraph: Node): Node {
  const text = paragraph.textContent;
  const opening = /^[“"«„「『]\s*/u.exec(text)?.[0].length ?? 0;
  const closing = /\s*[”"»“」』]$/u.exec(text)?.[0].length ?? 0;
  if (opening === 0 || closing === 0) return paragraph;
  const inner = paragraph.content.cut(opening, paragraph.content.size - closing);
  if (!inner.lastChild?.isText || !inner.lastChild.text!.endsWith(',')) return paragraph.copy(inner);
  const last = inner.lastChild;
  const stopped = paragraph.type.schema.text(`${last.text!.slice(0, -1)}.`, last.marks);
  return paragraph.copy(inner.replaceChild(inner.childCount - 1, stopped));
}

/** Without spaces at its ends, and what joined it to the quotation before (", he said" keeps its words alone). */
function trimmed(content: Fragment): Fragment {
  const text = content.textBetween(0, content.size, '', '\n');
  const start = /^[\s,;]*/u.exec(text)?.[0].length ?? 0;
  const end = text.length - (/\s*$/u.exec(text)?.[0].length ?? 0);
  return content.cut(Math.min(start, end), Math.max(start, end));
}
