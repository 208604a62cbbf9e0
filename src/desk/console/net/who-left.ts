/** Tabs of one browser tell each other that somebody left: each leaves the desk for its door. */
const channel = new BroadcastChannel('writethru-left');

export const tellLeft = (personId: string): void => channel.postMessage(personId);

/** Hears that this person signed out in another tab. Returns what stops hearing it. */
export function onLeft(personId: string, listener: () => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (data === personId) listener();
  };
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
