import type { DraftConnection } from './draft-connection.ts';

/** Drafts open in this tab, by whose and which. Apart from what opens them, so that the frame can ask without it. */
export const open = new Map<string, DraftConnection>();

export const openName = (personId: string, draftId: string): string => `${personId} ${draftId}`;

export const openConnections = (): DraftConnection[] => [...open.values()];

export const isOpenHere = (personId: string, draftId: string): boolean =>
  open.has(openName(personId, draftId));

/** Writes what was typed in a draft to this device, where it is open here. */
export async function flushDraft(personId: string, draftId: string): Promise<void> {
  await open.get(openName(personId, draftId))?.flush();
}
