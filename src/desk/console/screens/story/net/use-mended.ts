import { useEffect, useRef } from 'react';
import type { DraftContent } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import type { Refused } from './refused.ts';
import { faultsLeft } from './still-refused.ts';

/** Takes faults away as their parts are written anew. `elsewhere`: the words are watched where they are written. */
export function useMended(
  draftId: string,
  refused: Refused | null,
  content: DraftContent | undefined,
  elsewhere = false,
): void {
  const { refusals } = useStoryDesk();
  const told = useRef({ refused, content });
  if (told.current.refused !== refused || elsewhere) told.current = { refused, content };
  const { set } = refusals;
  useEffect(() => {
    const was = told.current.content;
    if (!refused || !was || !content) return;
    const left = faultsLeft(refused, was, content);
    if (left !== refused) set(draftId, left);
  }, [draftId, refused, content, set]);
}
