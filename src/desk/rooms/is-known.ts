import * as Y from 'yjs';

/** An update taken apart. */
export type Words = ReturnType<typeof Y.decodeUpdate>;

/** Whether an update says nothing new to a document: consoles that come back say all they have. */
export function isKnown(doc: Y.Doc, update: Uint8Array, { structs, ds }: Words): boolean {
  const hasNew = structs.some(
    (one) => !(one instanceof Y.Skip) && one.id.clock + one.length > Y.getState(doc.store, one.id.client),
  );
  if (hasNew) return false;
  return ds.clients.size === 0 || Y.snapshotContainsUpdate(Y.snapshot(doc), update);
}
