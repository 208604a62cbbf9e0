import * as Y from 'yjs';
import type { DeviceStore, Owned } from './device.ts';
import type { KeptDraft } from './kept-draft.ts';

/** Pieces after which they are made one. */
const PIECES = 200;

type Putting = {
  about: KeptDraft;
  doc: Y.Doc;
  /** What is new; null: only what is known of the draft. */
  update: Uint8Array | null;
  /** Keys of pieces whose words the document has. */
  known: ReadonlySet<number>;
  /** All of it is to be written. */
  whole: boolean;
};

export type Put = {
  known: Set<number>;
  /** What other tabs had written, which this document may not have. */
  others: Uint8Array | null;
};

/** Writes words and what is known of them in one go. What other tabs wrote stays, and what the browser lost is put back. */
export async function putWords(
  store: DeviceStore,
  { about, doc, update, known, whole }: Putting,
): Promise<Put> {
  const { personId, draftId } = about;
  const owned: Owned = [personId, draftId];
  const tx = store.transaction(['words', 'drafts'], 'readwrite');
  const words = tx.objectStore('words');
  const drafts = tx.objectStore('drafts');
  const keys = await words.index('draft').getAllKeys(owned);
  const theirs = keys.filter((key) => !known.has(key));
  const isLost = keys.length - theirs.length < known.size;
  const asOne = whole || keys.length + 1 >= PIECES;
  // Of pieces that are gone, another tab may have made one; the browser may have thrown them away.
  const read = isLost || asOne ? keys : theirs;
  const pieces = (await Promise.all(read.map((key) => words.get(key)))).flatMap(
    (piece) => piece?.update ?? [],
  );
  const others = theirs.length > 0 ? Y.mergeUpdates(pieces) : null;
  const before = await drafts.get(owned);
  const add = (one: Uint8Array): Promise<number> => words.add({ personId, draftId, update: one });
  let now = new Set(keys);
  if (asOne) {
    await Promise.all(keys.map((key) => words.delete(key)));
    now = new Set([await add(Y.mergeUpdates([...pieces, Y.encodeStateAsUpdate(doc)]))]);
  } else if (isLost) {
    now.add(await add(Y.encodeStateAsUpdate(doc, vectorOf(pieces))));
  } else if (update) now.add(await add(update));
  await drafts.put({
    ...about,
    beginning: about.beginning ?? before?.beginning ?? null,
    // Whether the newsroom has theirs is not known here yet.
    unsaved: about.unsaved || (others !== null && before?.unsaved === true),
  });
  await tx.done;
  return { known: now, others };
}

const vectorOf = (pieces: Uint8Array[]): Uint8Array | undefined =>
  pieces.length === 0 ? undefined : Y.encodeStateVectorFromUpdate(Y.mergeUpdates(pieces));
