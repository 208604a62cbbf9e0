import { browserKeep } from '../kit/browser-keep.ts';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Action } from '../../../domain/desk/rights.ts';
import type { Person, SessionWire } from '../../shared/wire.ts';
import { newId } from '../../../domain/id.ts';
import { serverInstant, setServerNow } from '../kit/now.ts';
import { ask } from './api.ts';
import { keys } from './keys.ts';
import { Problem } from './problem.ts';
import { queryClient } from './query-client.ts';
import { sessionOver } from './session-over.ts';

/** Who was signed in here last, so that the desk opens in a tunnel; no secret is in it. */
const KEPT = 'writethru.session';
/** Changes whenever somebody signs out here: an answer that was on its way then is no longer true. */
const LEFT = 'writethru.left';

export async function askSession(signal?: AbortSignal): Promise<SessionWire> {
  const left = browserKeep.read(LEFT);
  try {
    const session = await ask<SessionWire>('GET /session', { signal, signedOut: 'throw' });
    setServerNow(session.now);
    if (browserKeep.read(LEFT) !== left) return await askSession(signal);
    if (session.person) browserKeep.keep(KEPT, JSON.stringify(session));
    else browserKeep.forget(KEPT);
    return session;
  } catch (error) {
    const kept = browserKeep.read(KEPT);
    if (kept === null || !(error instanceof Problem) || !error.mayPass) throw error;
    return JSON.parse(kept) as SessionWire;
  }
}

/** Nobody is signed in here any more: nothing that they read is kept. */
export function forgetSession(): void {
  browserKeep.keep(LEFT, newId(serverInstant()));
  browserKeep.forget(KEPT);
  forgetAnswers();
}

/** The worker keeps what was read, and knows what is on its way to be kept; it is there where the page came past it, too (a forced reload). */
export function forgetAnswers(): void {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container?.controller) return container.controller.postMessage('forget');
  void container
    ?.getRegistration()
    .then((registration) => registration?.active?.postMessage('forget'))
    .catch(() => undefined);
}

export const useSessionQuery = () =>
  useQuery({ queryKey: keys.session, queryFn: ({ signal }) => askSession(signal), staleTime: 5 * 60_000 });

/** Somebody who is signed in, and where. */
export type SignedIn = SessionWire & { person: Person };

export const SessionContext = createContext<SignedIn | null>(null);

/** Who is signed in. On every screen inside the frame there is somebody. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen for people signed in was shown to nobody');
  return session;
}

/** Whether the person's role lets them do this where nothing was given or taken for a story. */
export const useMay = (action: Action): boolean => useSession().may.includes(action);

/** Another tab of this browser signed somebody in or out: this one asks who it is now. Returns what stops hearing it. */
export function hearOtherTabs(): () => void {
  window.addEventListener('storage', hear);
  const stop = sessionOver.listen(() => sessionOver.get() && forgetSession());
  return () => {
    window.removeEventListener('storage', hear);
    stop();
  };
}

function hear({ key, newValue }: StorageEvent): void {
  if (key !== KEPT) return;
  const now = newValue === null ? null : (JSON.parse(newValue) as SessionWire).person?.id;
  const known = queryClient.getQueryData<SessionWire>(keys.session)?.person?.id ?? null;
  if (now !== known) void queryClient.invalidateQueries({ queryKey: keys.session });
}
