import { useEffect } from 'react';
import type { PresenceBeatWire } from '../../shared/wire-reads.ts';
import { newId } from '../../../domain/id.ts';
import { listened, useListened } from '../kit/listened.ts';
import { serverInstant } from '../kit/now.ts';
import { addressOf, ask } from './api.ts';

/** How often others are told that one is still here, ms. */
const EVERY_MS = 20_000;

type Place = Pick<PresenceBeatWire, 'storyId' | 'draftId'>;
const NOWHERE: Place = { storyId: null, draftId: null };
const place = listened<Place>(NOWHERE);

/** Tells tabs of one person apart. */
const tab = newId(serverInstant());

/** Tells the others where one is while a screen is shown. */
export function useIAmAt(storyId: string | null, draftId: string | null = null): void {
  useEffect(() => {
    place.set({ storyId, draftId });
    return () => place.set(NOWHERE);
  }, [storyId, draftId]);
}

/** Tells it every 20 s, when it changes, and when the tab closes: once for the whole console. */
export function usePresenceBeat(): void {
  const at = useListened(place);
  useEffect(() => {
    const beat = (): void => {
      if (document.visibilityState === 'hidden') return;
      const body: PresenceBeatWire = { ...at, tab };
      // Who cannot be told now is told in 20 s.
      ask('POST /presence', { body, signedOut: 'throw' }).catch(() => undefined);
    };
    beat();
    const timer = setInterval(beat, EVERY_MS);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
    };
  }, [at]);
  useEffect(() => {
    const leave = (): void => {
      const body: PresenceBeatWire = { ...NOWHERE, tab, leaving: true };
      navigator.sendBeacon(
        addressOf('/presence'),
        new Blob([JSON.stringify(body)], { type: 'application/json' }),
      );
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);
}
