import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { draftCalls } from './net/draft-calls.ts';
import type { StoryDesk } from './story-desk.ts';
import { focusEntry } from './stream/focus-entry.ts';

type Older = { more: boolean; busy: boolean; load: () => void };

/**
 * Goes to what the address names, as search and mentions link to it: `?draft=`, `?update=` or `?note=` of an id. Updates that the
 * first page has not are looked for in older ones. The draft stays in the address, so that a page loaded anew has it open.
 */
export function useAskedFor({ story, turn, go, ask }: StoryDesk, older: Older): void {
  const [search, setSearch] = useSearchParams();
  const draftId = search.get('draft');
  const updateId = search.get('update');
  const noteId = search.get('note');
  const change = (changing: (next: URLSearchParams) => void): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        changing(next);
        return next;
      },
      { replace: true },
    );

  useEffect(() => {
    if (draftId === null) return;
    const open = (kind: string | undefined): void => {
      if (kind === 'top') return go('top');
      turn({ type: 'open', id: draftId });
      if (noteId === null) go('write');
    };
    const known = story.drafts.find(({ id }) => id === draftId);
    if (known) return open(known.kind);
    // It went out or into the trash since the link was made.
    const find = async (): Promise<void> => {
      const draft = await draftCalls.find(draftId).catch(() => null);
      if (draft?.status === 'trashed') return ask({ dialog: 'trash' });
      if (draft?.status !== 'published') return open(draft?.kind);
      change((next) => {
        next.delete('draft');
        if (draft.updateId !== null) next.set('update', draft.updateId);
      });
    };
    void find();
  }, [draftId]);

  const there = story.updates.some(({ id }) => id === updateId);
  useEffect(() => {
    if (updateId === null) return;
    if (!there && older.more) {
      if (!older.busy) older.load();
      return;
    }
    change((next) => {
      next.delete('update');
      next.delete('show');
    });
    go('stream');
    if (there) focusEntry(updateId);
  }, [updateId, there, older.more, older.busy, story.updates.length]);

  useEffect(() => {
    if (noteId !== null) go('talk');
  }, [noteId]);
}
