import { useEffect, useRef } from 'react';
import { announce, hush } from '../../../kit/announcements.ts';
import { serverInstant } from '../../../kit/now.ts';
import { useWords } from '../../../words/words.tsx';
import type { Refusals } from '../net/use-refusals.ts';
import type { Told } from '../time/told.ts';
import { refusalLine } from './refusal-line.ts';

/** Tells screen readers why a draft was not sent, wherever that was pressed; not again when part of it is mended. */
export function useSayRefusals({ all }: Refusals, told: Told): void {
  const speech = useWords();
  const before = useRef(all);
  useEffect(() => {
    for (const [draftId, refused] of all)
      if (before.current.get(draftId)?.name !== refused.name)
        announce(refusalLine(speech, told, serverInstant(), refused), 'assertive');
    if (all.size < before.current.size) hush();
    before.current = all;
  }, [all, speech, told]);
}
