import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Person } from '../../shared/wire.ts';
import type { Beginning } from '../offline/kept-draft.ts';
import type { DraftConnection } from './draft-connection.ts';
import type { DraftStanding } from './draft-standing.ts';
import { holdDraft } from './open-drafts.ts';

export type UsedDraft = { connection: DraftConnection; standing: DraftStanding };

/**
 * A draft, open for as long as a component shows it; null on the very first rendering. Components that show the same
 * draft share one. `beginning` is read when it is opened.
 */
export function useDraft(
  draftId: string,
  person: Pick<Person, 'id'>,
  beginning?: Beginning,
): UsedDraft | null {
  const [connection, setConnection] = useState<DraftConnection | null>(null);
  useEffect(() => {
    const held = holdDraft(draftId, { person, ...(beginning && { beginning }) });
    setConnection(held.connection);
    return () => {
      setConnection(null);
      held.release();
    };
  }, [draftId, person.id]);
  const standing = useSyncExternalStore(
    connection?.standing.listen ?? never,
    connection?.standing.get ?? nothing,
  );
  return connection && standing && connection.draftId === draftId ? { connection, standing } : null;
}

const never = () => () => undefined;
const nothing = () => null;
