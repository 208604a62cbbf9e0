import './margin.css';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { DeskMark } from '../../../../domain/desk/mark.ts';
import { announce } from '../../kit/announcements.ts';
import { useWords } from '../../words/words.tsx';
import { useRoom } from '../room-context.ts';
import { MarkCard } from './mark-card.tsx';
import { marginKey, markHere, placesIn } from './marks.ts';
import type { Place } from './places.ts';

type Seen = { places: readonly Place[]; here: string | null };

/** What the desk noticed, beside the lines it is about; where there is no room beside them, below the text. */
export function Margin({ editor, marks }: { editor: Editor; marks: readonly DeskMark[] }) {
  const { say } = useWords();
  const room = useRoom();
  const column = useRef<HTMLDivElement>(null);
  const { places, here } = useEditorState({
    editor,
    selector: ({ editor: { state } }): Seen => ({
      places: placesIn(state),
      here: markHere(state)?.mark.id ?? null,
    }),
    equalityFn: (a, b) => a?.places === b?.places && a?.here === b?.here,
  });

  useEffect(() => {
    editor.view.dispatch(editor.state.tr.setMeta(marginKey, marks).setMeta('addToHistory', false));
  }, [editor, marks]);

  const count = places.length;
  const told = useRef(0);
  useEffect(() => {
    if (count > told.current) announce(say('editor.marksNoticed', { n: count }));
    told.current = count;
  }, [count, say]);

  useLayoutEffect(() => {
    if (!column.current) return;
    const align = (): void => {
      if (column.current) alignCards(column.current, editor, places, here);
    };
    align();
    const observed = new ResizeObserver(align);
    observed.observe(editor.view.dom);
    return () => observed.disconnect();
  }, [editor, places, here]);

  return (
    <aside className="margin" aria-label={say('editor.margin')} hidden={count === 0}>
      <div className="margin-column" ref={column}>
        {places.map(({ mark }) => (
          <MarkCard key={mark.id} mark={mark} isHere={mark.id === here} view={editor.view} room={room} />
        ))}
      </div>
    </aside>
  );
}

/** Cards stand at the height of their lines; the one at the caret first, the others give way. Their place is measured, so no class can say it. */
function alignCards(
  column: HTMLElement,
  editor: Editor,
  places: readonly Place[],
  here: string | null,
): void {
  const cards = [...column.children] as HTMLElement[];
  if (getComputedStyle(column).position === 'static') {
    for (const card of cards) card.style.removeProperty('inset-block-start');
    return;
  }
  const top = column.getBoundingClientRect().top;
  const wanted = places.map(({ from }) => editor.view.coordsAtPos(from).top - top);
  const heights = cards.map((card) => card.offsetHeight + 8);
  const first = Math.max(
    0,
    places.findIndex(({ mark }) => mark.id === here),
  );
  const set = [...wanted];
  for (let at = first + 1; at < set.length; at += 1)
    set[at] = Math.max(wanted[at]!, set[at - 1]! + heights[at - 1]!);
  for (let at = first - 1; at >= 0; at -= 1) set[at] = Math.min(wanted[at]!, set[at + 1]! - heights[at]!);
  for (const [at, card] of cards.entries()) card.style.insetBlockStart = `${Math.round(set[at] ?? 0)}px`;
}
