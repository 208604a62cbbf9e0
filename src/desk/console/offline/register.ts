import { listened, type Listened } from '../kit/listened.ts';

const WORKER = '/desk/sw.js';
/** The desk itself has no slash behind it: the worker may stand for it too. */
const SCOPE = '/desk';
/** How often a new version is asked for where a tab stays open for days, ms. */
const LOOK_EVERY = 3_600_000;

const ready = listened(false);

/** Whether a new version of the desk is here: it is taken at the next start. */
export const newVersion: Pick<Listened<boolean>, 'get' | 'listen'> = ready;

/** Starts anew, with the new version. What is typed is kept. */
export const takeNewVersion = (): void => location.reload();

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
  container.register(address, { scope: SCOPE, updateViaCache: 'none' }).then(watch, () => undefined);
}

function watch(registration: ServiceWorkerRegistration): void {
  // This page came by the network, or from what the one before kept, which stays: the new one may take over.
  registration.waiting?.postMessage('take-over');
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    const first = !navigator.serviceWorker.controller;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && !first) ready.set(true);
    });
  });
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY);
}
