import { listened, type Listened } from '../kit/listened.ts';
import { keys } from '../net/keys.ts';
import { onDesk } from '../net/live.ts';
import { flushAll } from '../net/open-connections.ts';
import { queryClient } from '../net/query-client.ts';
import { allStale } from '../net/stale-by.ts';

const WORKER = '/desk/sw.js';
/** The desk itself has no slash behind it: the worker may stand for it too. */
const SCOPE = '/desk';
/** How often a new version is asked for where a tab stays open for days, ms. */
const LOOK_EVERY = 3_600_000;

const ready = listened(false);

/** Whether a new version of the desk is here: it is taken at the next start. */
export const newVersion: Pick<Listened<boolean>, 'get' | 'listen'> = ready;

/** Starts anew, with the new version, once what is typed is kept. */
export async function takeNewVersion(): Promise<void> {
  await flushAll();
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration(SCOPE);
  if (!registration?.waiting) return location.reload();
  container?.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage('take-over');
}

type Trusting = { createScriptURL(address: string): unknown };
type WithTrustedTypes = {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): Trusting;
  };
};

/** Keeps the desk on this device. Called once, as the console starts. */
export function registerWorker(): void {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // A page by http has none, but on the machine itself.
  if (!container || !import.meta.env.PROD) return;
  const policy = (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('writethru-worker', {
    createScriptURL: () => WORKER,
  });
  const address = (policy?.createScriptURL(WORKER) ?? WORKER) as string;
  const first = !container.controller;
  if (first) container.addEventListener('controllerchange', () => void readAgain(), { once: true });
  container
    .register(address, { scope: SCOPE, updateViaCache: 'none' })
    .then((registration) => watch(registration, first))
    .catch(() => undefined);
}

/** What was read so far came past the worker, and is not kept: it is asked for again; who one is first, for whom the rest is kept. */
async function readAgain(): Promise<void> {
  await queryClient.refetchQueries({ queryKey: keys.session });
  allStale();
}

const came = (): void => ready.set(true);

/** `first`: there was no worker as the page came. */
function watch(registration: ServiceWorkerRegistration, first: boolean): void {
  if (registration.waiting && !first) startWith(registration.waiting);
  else if (!first) navigator.serviceWorker.addEventListener('controllerchange', came);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && !first) came();
    });
  });
  const look = (): void => void registration.update().catch(() => undefined);
  setInterval(look, LOOK_EVERY);
  // The line was put up anew: it may be to a server that was upgraded.
  onDesk(({ event }) => event === 'hello' && look());
}

/** A page that has just started starts with the new version: nothing is done on it yet. */
function startWith(coming: ServiceWorker): void {
  let touched = false;
  for (const event of ['pointerdown', 'keydown'])
    addEventListener(event, () => (touched = true), { once: true });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (touched) came();
    else location.reload();
  });
  coming.postMessage('take-over');
}
