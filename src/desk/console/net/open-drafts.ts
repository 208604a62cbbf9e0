import { openDraft, type DraftConnection, type OpenDraft } from './draft-connection.ts';

/** How long a draft that nothing shows is held open, ms: React takes a component away and puts it back in one breath. */
const LINGER = 500;

type Held = { connection: DraftConnection; holders: number; letGo?: ReturnType<typeof setTimeout> };

const open = new Map<string, Held>();

/** The draft, opened once for all who hold it. */
export function holdDraft(draftId: string, how: OpenDraft): { connection: DraftConnection; release(): void } {
  const name = `${how.person.id} ${draftId}`;
  const held = open.get(name) ?? { connection: openDraft(draftId, how), holders: 0 };
  open.set(name, held);
  clearTimeout(held.letGo);
  held.holders += 1;
  return {
    connection: held.connection,
    release() {
      held.holders -= 1;
      if (held.holders > 0) return;
      held.letGo = setTimeout(() => {
        open.delete(name);
        held.connection.close();
      }, LINGER);
    },
  };
}

/** Writes what was typed in a draft to this device, where it is open here. */
export async function flushDraft(personId: string, draftId: string): Promise<void> {
  await open.get(`${personId} ${draftId}`)?.connection.flush();
}
