import { useEffect } from 'react';
import { sessionOver } from '../net/session-over.ts';
import { forgetOldDrafts } from './forget-old-drafts.ts';
import { openQueue, sendNow } from './queue.ts';

/** Sends what this device keeps for a person, for as long as they are at the desk: once for the whole console. */
export function useOffline(personId: string): void {
  useEffect(() => {
    openQueue(personId);
    void forgetOldDrafts(personId);
    const stop = sessionOver.listen(() => void (sessionOver.get() || sendNow()));
    window.addEventListener('online', sendNow);
    return () => {
      stop();
      window.removeEventListener('online', sendNow);
      openQueue(null);
    };
  }, [personId]);
}
