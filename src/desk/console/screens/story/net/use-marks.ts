import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { DeskMark } from '../../../../../domain/desk/mark.ts';
import { contentOf, partsOf } from '../../../../shared/draft-doc.ts';
import type { MarksAsked, MarksWire } from '../../../../shared/wire.ts';
import { serverInstant } from '../../../kit/now.ts';
import { ask } from '../../../net/api.ts';
import { useStoryDesk } from '../story-desk.ts';
import { isWordless } from '../compose/wordless.ts';

/** How long after the last keystroke the words are looked at, ms. */
const PAUSE = 400;

export type Marks = {
  shown: DeskMark[];
  settle(mark: DeskMark): void;
  /** For everybody, for good: it lies with the draft's words. */
  dismiss(mark: DeskMark): void;
};

/** What the desk notices in a draft while it is written. Where it cannot be asked, nothing is noticed and nobody is bothered. */
export function useMarks(storyId: string, draftId: string, doc: Y.Doc): Marks {
  const { me } = useStoryDesk();
  const [found, setFound] = useState<DeskMark[]>([]);
  const dismissed = useDismissed(doc);
  useEffect(() => watch(storyId, draftId, doc, setFound), [storyId, draftId, doc]);
  return {
    shown: found.filter(({ id, blocks }) => blocks || !dismissed.has(id)),
    settle: ({ id }) => setFound((before) => before.filter((mark) => mark.id !== id)),
    dismiss: ({ id }) => partsOf(doc).dismissed.set(id, { by: me.id, at: serverInstant() }),
  };
}

function watch(storyId: string, draftId: string, doc: Y.Doc, tell: (marks: DeskMark[]) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;
  const look = (): void => {
    asking?.abort();
    asking = new AbortController();
    const { title, body, top } = contentOf(doc);
    if (isWordless({ title, body })) return tell([]);
    const asked: MarksAsked = {
      draftId,
      content: { title, body, ...(top && { top: { dek: top.dek, summary: top.summary } }) },
    };
    const { signal } = asking;
    const params = { storyId };
    ask<MarksWire>('POST /stories/:storyId/marks', { params, body: asked, signal, signedOut: 'throw' }).then(
      ({ marks }) => tell(marks),
      () => undefined,
    );
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  };
  wait();
  doc.on('update', wait);
  return () => {
    clearTimeout(timer);
    asking?.abort();
    doc.off('update', wait);
  };
}

/** Ids of marks that somebody said are of no matter. */
function useDismissed(doc: Y.Doc): ReadonlySet<string> {
  const subscribe = useCallback(
    (changed: () => void) => {
      const { dismissed } = partsOf(doc);
      dismissed.observe(changed);
      return () => dismissed.unobserve(changed);
    },
    [doc],
  );
  const ids = useSyncExternalStore(subscribe, () => [...partsOf(doc).dismissed.keys()].join(' '));
  return new Set(ids.split(' '));
}
