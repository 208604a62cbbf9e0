import { openDraft, type DraftConnection, type OpenDraft } from './draft-connection.ts';
import { open, openName } from './open-connections.ts';

/** How long a draft that nothing shows is held open, ms: React takes a component away and puts it back in one breath. */
const LINGER = 500;

type Held = { connection: DraftConnection; holders: number; letGo?: ReturnType<typeof setTimeout> };

const all = new Map<string, Held>();

/** The draft, opened once for all who hold it. */
export function holdDraft(draftId: string, how: OpenDraft): { connection: DraftConnection; release(): void } {
  const name = openName(how.person.id, draftId);
  const held = all.get(name) ?? { connection: openDraft(draftId, how), holders: 0 };
  all.set(name, held);
  open.set(name, held.connection);
  clearTimeout(held.letGo);
  held.holders += 1;
  return {
    connection: held.connection,
    release() {
      held.holders -= 1;
      if (held.holders > 0) return;
      held.letGo = setTimeout(() => {
        all.delete(name);
        open.delete(name);
        held.connection.close();
      }, LINGER);
    },
  };
}
