/** What this device keeps is changed by other tabs and the service worker too. */
function signal(name: string): { tell(): void; hear(listener: () => void): void } {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  const heard = (): void => {
    for (const listener of listeners) listener();
  };
  channel.addEventListener('message', heard);
  return {
    tell() {
      channel.postMessage('changed');
      heard();
    },
    hear: (listener) => void listeners.add(listener),
  };
}

/** What was filed. */
export const { tell: tellQueueChanged, hear: onQueueChanged } = signal('writethru-queue');
/** Which drafts have words that are on this device alone. */
export const { tell: tellDraftsChanged, hear: onDraftsChanged } = signal('writethru-drafts');
