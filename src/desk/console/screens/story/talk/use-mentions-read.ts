import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MentionsWire } from '../../../../shared/wire-reads.ts';
import type { Note } from '../../../../shared/wire.ts';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';

/** A note that names one and comes into sight is read: the bell counts it no longer. */
export function useMentionsRead(said: readonly Note[]): void {
  const queries = useQueryClient();
  // What the bell has asked for.
  const { data } = useQuery<MentionsWire>({ queryKey: keys.mentions, enabled: false });
  const shown = new Set(said.map(({ id }) => id));
  const unread = (data?.items ?? [])
    .filter(({ note, readAt }) => readAt === null && shown.has(note.id))
    .map(({ note }) => note.id)
    .join(' ');
  useEffect(() => {
    if (unread === '') return;
    const seen = new IntersectionObserver((entries) => {
      const noteIds = entries.flatMap(({ isIntersecting, target }) => {
        const id = (target as HTMLElement).dataset['note'];
        return isIntersecting && id !== undefined ? [id] : [];
      });
      if (noteIds.length === 0) return;
      const read = async (): Promise<void> => {
        await ask('POST /mentions/read', { body: { noteIds } });
        await queries.invalidateQueries({ queryKey: keys.mentions });
      };
      // What could not be told stays counted, and is told when it is seen again.
      read().catch(() => undefined);
    });
    for (const id of unread.split(' ')) {
      const note = document.querySelector(`[data-note="${CSS.escape(id)}"]`);
      if (note) seen.observe(note);
    }
    return () => seen.disconnect();
  }, [unread, queries]);
}
