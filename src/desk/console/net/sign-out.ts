import { ask } from './api.ts';

/**
 * Ends the session and leaves the desk whole: nothing of the person stays in the tab's memory. Rejects where the newsroom
 * could not be told: whoever opens this browser next would be signed in still, so that is to be said.
 */
export async function signOut(): Promise<void> {
  await ask('DELETE /session', { signedOut: 'throw' });
  localStorage.removeItem('writethru.session');
  location.assign('/desk/sign-in');
}
