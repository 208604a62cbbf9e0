import { useEffect, useRef } from 'react';
import type { QueueItem } from '../../../offline/queue-item.ts';
import { refusedOf } from './refused.ts';
import type { Refusals } from './use-refusals.ts';

/** What was refused from this device's queue is told at its draft too, where it can be mended; until it is sent again. */
export function useRefusedInQueue(queue: readonly QueueItem[], { set }: Refusals): void {
  const told = useRef(new Map<string, string>());
  useEffect(() => {
    const now = new Map<string, string>();
    for (const { key, draftId, state, refusal, reason, errors } of queue) {
      // Of one without a sentence the queue tells more than the newsroom did.
      if (state !== 'refused' || refusal === null || !reason) continue;
      now.set(draftId, key);
      if (told.current.get(draftId) !== key)
        set(draftId, refusedOf({ name: refusal, detail: reason, errors }));
    }
    for (const draftId of told.current.keys()) if (!now.has(draftId)) set(draftId, null);
    told.current = now;
  }, [queue, set]);
}
