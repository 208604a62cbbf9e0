/** Other tabs and the service worker change the queue too. */
const channel = new BroadcastChannel('writethru-queue');
const listeners = new Set<() => void>();

channel.addEventListener('message', () => hear());

function hear(): void {
  for (const listener of listeners) listener();
}

export function tellQueueChanged(): void {
  channel.postMessage('changed');
  hear();
}

export function onQueueChanged(listener: () => void): void {
  listeners.add(listener);
}
