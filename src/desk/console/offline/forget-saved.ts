import { device } from './device.ts';

/**
 * Takes from this device what is the newsroom's already: every draft but this person's own, or every one (`null`: nobody is
 * signed in). What the newsroom has not stays, under the name of who wrote it.
 */
export async function forgetSaved(personId: string | null): Promise<void> {
  const store = await device().catch(() => null);
  if (!store) return;
  const tx = store.transaction(['drafts', 'words'], 'readwrite');
  for (const draft of await tx.objectStore('drafts').getAll()) {
    if (draft.unsaved || draft.personId === personId) continue;
    const owned: [string, string] = [draft.personId, draft.draftId];
    await tx.objectStore('drafts').delete(owned);
    for (const key of await tx.objectStore('words').index('draft').getAllKeys(owned)) {
      await tx.objectStore('words').delete(key);
    }
  }
  await tx.done;
}
