import { useCallback, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { DraftContent } from '../../../../../domain/desk/draft.ts';
import { chosen, contentOf, partsOf, type ChosenField } from '../../../../shared/draft-doc.ts';

/** A field of a draft that is chosen rather than written, and how to choose another; it follows what others choose. */
export function useChosen<F extends ChosenField>(
  doc: Y.Doc,
  field: F,
): [ReturnType<typeof chosen<F>>, (value: ReturnType<typeof chosen<F>>) => void] {
  const subscribe = useCallback(
    (changed: () => void) => {
      const { fields } = partsOf(doc);
      fields.observe(changed);
      return () => fields.unobserve(changed);
    },
    [doc],
  );
  const value = useSyncExternalStore(subscribe, () => chosen(doc, field));
  return [value, (next) => partsOf(doc).fields.set(field, next)];
}

/** What a draft says as it stands, read anew at each keystroke of anybody. */
export function useContent(doc: Y.Doc): DraftContent {
  const subscribe = useCallback(
    (changed: () => void) => {
      doc.on('update', changed);
      return () => doc.off('update', changed);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => contentNow(doc));
}

/** The last reading of each document: asked twice between two keystrokes it must be the same object. */
const read = new WeakMap<Y.Doc, { content: DraftContent | null }>();

function contentNow(doc: Y.Doc): DraftContent {
  const reading = read.get(doc) ?? follow(doc);
  reading.content ??= contentOf(doc);
  return reading.content;
}

function follow(doc: Y.Doc): { content: DraftContent | null } {
  const reading: { content: DraftContent | null } = { content: null };
  doc.on('update', () => (reading.content = null));
  read.set(doc, reading);
  return reading;
}
