import type { DraftConnection } from './draft-connection.ts';

export type Held = { connection: DraftConnection; holders: number; letGo?: ReturnType<typeof setTimeout> };

/** Drafts open in this tab, by whose and which. Apart from what opens them, so that the frame can ask without it. */
export const open = new Map<string, Held>();

export const openName = (personId: string, draftId: string): string => `${personId} ${draftId}`;

export const openConnections = (): DraftConnection[] =>
  [...open.values()].map(({ connection }) => connection);

export const isOpenHere = (personId: string, draftId: string): boolean =>
  open.has(openName(personId, draftId));

/** Writes what was typed in a draft to this device, where it is open here. */
export async function flushDraft(personId: string, draftId: string): Promise<void> {
  await open.get(openName(personId, draftId))?.connection.flush();
}

/** The same of all that are open here. */
export async function flushAll(): Promise<void> {
  await Promise.all(openConnections().map((connection) => connection.flush()));
}
