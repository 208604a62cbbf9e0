import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { Node } from '@tiptap/pm/model';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const counts = new WeakMap<Node, number>();

/** Words of the text, by the rules of whichever language it is in (UAX 29); each block is counted once. */
export function wordsOf(node: Node): number {
  const known = counts.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.isTextblock) {
    for (const { isWordLike } of segmenter.segment(node.textContent)) if (isWordLike) words += 1;
  } else node.forEach((child) => (words += wordsOf(child)));
  counts.set(node, words);
  return words;
}

export function useWordCount(editor: Editor): number {
  return useEditorState({ editor, selector: ({ editor: { state } }) => wordsOf(state.doc) });
}
