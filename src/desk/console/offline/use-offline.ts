import { useEffect } from 'react';
import { onDesk } from '../net/live.ts';
import { sessionOver } from '../net/session-over.ts';
import { forgetOldDrafts } from './forget-old-drafts.ts';
import { forgetSaved } from './forget-saved.ts';
import { readKeptWords, sendKeptWords } from './kept-words.ts';
import { openQueue, sendNow } from './queue.ts';

/** Sends what this device keeps for a person, for as long as they are at the desk: once for the whole console. */
export function useOffline(personId: string): void {
  useEffect(() => {
    openQueue(personId);
    void forgetOldDrafts(personId);
    void forgetSaved(personId);
    // What is on this device is shown without a network too.
    void readKeptWords(personId);
    const send = (): void => {
      sendNow();
      void sendKeptWords(personId);
    };
    send();
    const stop = sessionOver.listen(() => sessionOver.get() || send());
    // The newsroom is there again, and this device's network was never gone.
    const stopHearing = onDesk(({ event }) => event === 'hello' && send());
    window.addEventListener('online', send);
    return () => {
      stop();
      stopHearing();
      window.removeEventListener('online', send);
      openQueue(null);
      void readKeptWords(null);
    };
  }, [personId]);
}
