import { forgetSaved } from '../offline/forget-saved.ts';
import { savedNowhere } from '../offline/unsent.ts';
import { ask } from './api.ts';
import { flushAll } from './open-connections.ts';
import { forgetSession } from './session.ts';
import { sessionOver } from './session-over.ts';
import { tellLeft } from './who-left.ts';

/**
 * Ends the session and leaves the desk whole: nothing of the person stays in the tab's memory, nor on this device but what
 * the newsroom has not. Rejects where the newsroom could not be told: whoever opens this browser next would be signed in
 * still, so that is to be said.
 */
export async function signOut(personId: string): Promise<void> {
  await ask('DELETE /session', { signedOut: 'throw' });
  forgetSession();
  tellLeft(personId);
  await flushAll();
  await leave();
}

/** They signed out in another tab: this one goes too, unless words would be lost with it that are saved nowhere. */
export async function leaveAlso(): Promise<void> {
  await flushAll();
  if (savedNowhere().length > 0) return sessionOver.begin();
  await leave();
}

/** Leaves the desk for its door: what was written in this tab is kept. */
async function leave(): Promise<void> {
  await forgetSaved(null);
  location.assign('/desk/sign-in');
}
