import { sendOnce } from './drain.ts';
import { whoIsSignedIn } from './send-item.ts';

/** Sends what waits, with no page open. Rejects where it could not: the browser then wakes the worker again. */
export async function sendInBackground(): Promise<void> {
  const who = await whoIsSignedIn();
  if (who.type === 'nobody') return;
  const outcome = who.type === 'unreachable' ? 'try-again' : await sendOnce(who.id);
  if (outcome === 'try-again' || outcome === 'held') throw new Error('something waits still');
}
