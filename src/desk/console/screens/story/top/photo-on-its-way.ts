import type * as Y from 'yjs';
import { partsOf } from '../../../../shared/draft-doc.ts';
import type { MediaGate, Unplaced } from '../../../editor/props.ts';
import { listened, type Listened } from '../../../kit/listened.ts';
import type { MediaWire } from '../../../../shared/wire.ts';

/** A lead photo that is sent, or was refused; it belongs to its draft, whether its sheet lies open or not. */
export type PhotoOnItsWay = {
  file: File;
  /** From 0 to 1. */
  progress: number;
  /** A sentence, where it did not arrive. */
  fault: string | null;
  stop: AbortController;
};

const byDraft = new WeakMap<Y.Doc, Listened<PhotoOnItsWay | null>>();

/** The one on its way to a draft; null: none is. */
export function photoOnItsWay(doc: Y.Doc): Listened<PhotoOnItsWay | null> {
  const known = byDraft.get(doc) ?? listened<PhotoOnItsWay | null>(null);
  byDraft.set(doc, known);
  return known;
}

/** Sends one, to become the photo of the draft when it has arrived; another that is on its way is given up for it. */
export async function sendPhoto(
  doc: Y.Doc,
  file: File,
  gate: MediaGate,
  onUnplaced: (pictures: Unplaced) => void,
): Promise<void> {
  const way = photoOnItsWay(doc);
  giveUpPhoto(doc);
  const stopTelling = way.listen(() => {
    const now = way.get();
    const failed = now !== null && now.fault !== null ? 1 : 0;
    onUnplaced({ underWay: now ? 1 - failed : 0, failed, takeBack: () => giveUpPhoto(doc) });
    if (now === null) stopTelling();
  });
  const stop = new AbortController();
  const tell = (more: Pick<PhotoOnItsWay, 'progress' | 'fault'>): void => {
    if (!stop.signal.aborted) way.set({ file, stop, ...more });
  };
  tell({ progress: 0, fault: null });
  try {
    const media = await gate.upload(file, {
      onProgress: (progress) => tell({ progress, fault: null }),
      signal: stop.signal,
    });
    if (stop.signal.aborted) return;
    partsOf(doc).fields.set('photo', photoOf(media));
    way.set(null);
  } catch (error) {
    tell({ progress: 0, fault: error instanceof Error ? error.message : String(error) });
  }
}

export function giveUpPhoto(doc: Y.Doc): void {
  const way = photoOnItsWay(doc);
  way.get()?.stop.abort();
  way.set(null);
}

const photoOf = ({ id, offered, alt, caption, credit }: MediaWire) => ({
  mediaId: id,
  alt: alt ?? offered.altText,
  caption: caption ?? offered.caption,
  credit: credit ?? offered.credit,
});
