import * as Y from 'yjs';
import type { Owned } from './device.ts';

/** Origin of what was written in another tab of this browser. */
export const FROM_TAB = Symbol('from another tab');

/** `have`: a state vector, to be answered with what it lacks. */
type Said = { update?: Uint8Array; have?: Uint8Array };

/**
 * Tabs of one person that have the same draft open show each other's words at once: no network is needed for that.
 * Begun once what is kept on this device has been read. `fromElsewhere`: origins the other tabs hear of by themselves.
 */
export function shareWithTabs(doc: Y.Doc, [personId, draftId]: Owned, fromElsewhere: unknown[]): () => void {
  const channel = new BroadcastChannel(`writethru-words ${personId} ${draftId}`);
  const say = (said: Said): void => channel.postMessage(said);
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== FROM_TAB && !fromElsewhere.includes(origin)) say({ update });
  };
  channel.onmessage = ({ data: { update, have } }: MessageEvent<Said>) => {
    if (update) Y.applyUpdate(doc, update, FROM_TAB);
    if (!have) return;
    // Who opens it now may have words too that this tab has not.
    const asks = update === undefined && { have: Y.encodeStateVector(doc) };
    say({ update: Y.encodeStateAsUpdate(doc, have), ...asks });
  };
  doc.on('update', onUpdate);
  say({ have: Y.encodeStateVector(doc) });
  return () => {
    doc.off('update', onUpdate);
    channel.close();
  };
}
