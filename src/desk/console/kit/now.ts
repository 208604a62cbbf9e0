import { browserKeep } from './browser-keep.ts';
import { useEffect, useState } from 'react';
import { instantOf, type Instant } from '../../../domain/time.ts';

/** What is known of it in a tunnel, after the console was opened anew. */
const KEPT = 'writethru.clock-ahead';

/** The server's clock less this machine's, ms: a phone may be an hour wrong, and the newsroom's clock is the one that counts. */
let ahead = Number(browserKeep.read(KEPT) ?? 0) || 0;

/** Called with what the server says its clock shows, as soon as it says so. */
export function setServerNow(now: Instant): void {
  ahead = Date.parse(now) - Date.now();
  browserKeep.keep(KEPT, String(ahead));
}

export const serverNow = (): number => Date.now() + ahead;
export const serverInstant = (): Instant => instantOf(serverNow());

/** How far this machine's clock is off, ms. */
export const clockIsOff = (): number => Math.abs(ahead);

/** The server's now, ms, again and again. */
export function useNow(every = 15_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
