import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import type { Note } from '../../../../shared/wire.ts';

type Notes = { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown };

/** Brings the note into sight that the address names (`?note=`), looking in older ones for it. */
export function useAskedNote(said: readonly Note[], notes: Notes): void {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('note');
  const there = said.some(({ id }) => id === asked);
  const { hasNextPage, isFetching } = notes;
  useEffect(() => {
    if (asked === null || isFetching) return;
    if (!there && hasNextPage) return void notes.fetchNextPage();
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('note');
        return next;
      },
      { replace: true },
    );
    // After the region itself was given the focus.
    if (there) requestAnimationFrame(() => requestAnimationFrame(() => focusNote(asked)));
  }, [asked, there, hasNextPage, isFetching]);
}

function focusNote(id: string): void {
  const note = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  note?.focus({ preventScroll: true });
  note?.scrollIntoView({ block: 'center' });
}
