import { instantOf, millisecondsOf, type Instant } from '../time.ts';

/** How many wrong passwords or codes in a row are free. */
const FREE = 5;
/** How long the next one waits after that, doubled each time, ms; at most so long, so that nobody is locked out. */
const WAIT = { first: 2000, longest: 300_000 };

/** When the next try is looked at, after so many failures the last of which was at `failedAt`. */
export function mayTryAgain(failures: number, failedAt: Instant): Instant {
  if (failures < FREE) return failedAt;
  const wait = Math.min(WAIT.first * 2 ** Math.min(failures - FREE, 30), WAIT.longest);
  return instantOf(millisecondsOf(failedAt) + wait);
}

/** Where tries begin to wait: once told in the activity list. */
export const isWorthTelling = (failures: number): boolean => failures === FREE;
