import { sendOnce } from './drain.ts';
import { whoIsSignedIn } from './send-item.ts';

/** Sends what waits, with no page open. Rejects where it could not: the browser then wakes the worker again. */
export async function sendInBackground(): Promise<void> {
  const who = await whoIsSignedIn();
  if (who.type === 'nobody') return;
  if (who.type === 'unreachable' || (await sendOnce(who.id)) === 'try-again') {
    throw new Error('the newsroom could not be reached');
  }
}
