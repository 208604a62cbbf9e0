import { openDraft, type DraftConnection, type OpenDraft } from './draft-connection.ts';
import { open, openName, type Held } from './open-connections.ts';

/** How long a draft that nothing shows is held open, ms: React takes a component away and puts it back in one breath. */
const LINGER = 500;

/** The draft, opened once for all who hold it. */
export function holdDraft(draftId: string, how: OpenDraft): { connection: DraftConnection; release(): void } {
  const name = openName(how.person.id, draftId);
  const held: Held = open.get(name) ?? { connection: openDraft(draftId, how), holders: 0 };
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
