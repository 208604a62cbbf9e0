import { device } from './device.ts';

/** How long words that the newsroom has are kept here too, ms. */
const KEEP = 30 * 86_400_000;

/** Makes room: drafts that nobody opened here for a month, and of which the newsroom has every word. */
export async function forgetOldDrafts(personId: string, now = Date.now()): Promise<void> {
  const store = await device().catch(() => null);
  if (!store) return;
  const tx = store.transaction(['drafts', 'words'], 'readwrite');
  const drafts = await tx.objectStore('drafts').index('person').getAll(personId);
  const old = drafts.filter(({ unsaved, changedAt }) => !unsaved && now - Date.parse(changedAt) > KEEP);
  for (const { draftId } of old) {
    await tx.objectStore('drafts').delete([personId, draftId]);
    for await (const piece of tx.objectStore('words').index('draft').iterate([personId, draftId])) {
      await piece.delete();
    }
  }
  await tx.done;
}
