import { ask } from './api.ts';

/** Ends the session and leaves the desk whole: nothing of the person stays in the tab's memory. */
export async function signOut(): Promise<void> {
  await ask('DELETE /session', { signedOut: 'throw' }).catch(() => undefined);
  localStorage.removeItem('writethru.session');
  location.assign('/desk/sign-in');
}
