import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { listened, type Listened } from '../kit/listened.ts';
import { partsOf } from '../../shared/draft-doc.ts';
import type { Person } from '../../shared/wire.ts';
import type { Beginning } from '../offline/kept-draft.ts';
import { shareWithTabs } from '../offline/other-tabs.ts';
import { FROM_DEVICE, keepWords } from '../offline/words-keeper.ts';
import { beginDraft } from './begin-draft.ts';
import { standingOf, type DraftStanding } from './draft-standing.ts';
import { FROM_ROOM, linkToRoom, type RoomLink } from './room-link.ts';

export type DraftConnection = {
  draftId: string;
  /** Its parts by `partsOf` (`shared/draft-doc.ts`). */
  doc: Y.Doc;
  /** Cursors; each state's `user` is a `CursorUser` as the server says it. */
  awareness: Awareness;
  standing: Pick<Listened<DraftStanding>, 'get' | 'listen'>;
  /** Resolves when what was typed until now is kept on this device, or could not be. */
  flush(): Promise<void>;
  /** Tries the line at once: after signing in, after a draft came back from the trash. */
  retry(): void;
  /** What was typed is kept; the line is let go. */
  close(): void;
};

export type OpenDraft = {
  person: Pick<Person, 'id'>;
  /** Of a draft that the newsroom may not know yet: it is begun there with its first words. */
  beginning?: Beginning;
};

/** Opens a draft from this device at once, then agrees with the newsroom and everybody who has it open. */
export function openDraft(draftId: string, { person, beginning }: OpenDraft): DraftConnection {
  const doc = new Y.Doc();
  // Their types are said before any words come.
  partsOf(doc);
  const awareness = new Awareness(doc);
  let link: RoomLink | null = null;
  let stopSharing: (() => void) | null = null;
  let loaded = false;
  let closed = false;
  let insteadId: string | null = null;

  const look = (): DraftStanding =>
    standingOf({
      loaded,
      notKept: keeper.failing(),
      insteadId,
      ...(link?.known() ?? { link: 'trying', mayWrite: true, closedAs: null, unsaved: 0, tooLong: false }),
    });
  const onChange = (): void => {
    const next = look();
    if (loaded) keeper.markUnsaved(next.unsaved > 0);
    standing.set(next);
    begin(next);
  };
  const keeper = keepWords(doc, {
    owned: [person.id, draftId],
    beginning: beginning ?? null,
    onChange: () => onChange(),
  });
  const standing = listened(look());

  let beginningNow = false;
  /** The newsroom does not know the draft: it is begun with its first words. */
  const begin = ({ unsaved }: DraftStanding): void => {
    const as = keeper.beginning();
    if (link?.known().link !== 'unknown' || unsaved === 0 || !as || beginningNow || insteadId) return;
    beginningNow = true;
    void beginDraft(draftId, as, Y.encodeStateAsUpdate(doc))
      .then((begun) => {
        if (!begun) return;
        insteadId = begun.id === draftId ? null : begun.id;
        if (insteadId === null) link?.retry();
        else onChange();
      })
      .finally(() => {
        beginningNow = false;
      });
  };

  const start = async (): Promise<void> => {
    // A device that cannot be read keeps nothing: the words then come from the newsroom alone.
    const { unsaved } = await keeper.load().catch(() => ({ unsaved: false }));
    if (closed) return;
    loaded = true;
    const address = roomAddress(draftId, person.id);
    link = linkToRoom({ address, doc, awareness, unsaved, onChange });
    stopSharing = shareWithTabs(doc, [person.id, draftId], [FROM_ROOM, FROM_DEVICE]);
    onChange();
  };
  void start();
  const leaving = (): void => void keeper.flush();
  addEventListener('pagehide', leaving);

  return {
    draftId,
    doc,
    awareness,
    standing,
    flush: () => keeper.flush(),
    retry: () => link?.retry(),
    close() {
      closed = true;
      removeEventListener('pagehide', leaving);
      awareness.setLocalState(null);
      stopSharing?.();
      link?.stop();
      keeper.stop();
      void keeper.flush().then(() => doc.destroy());
    },
  };
}

/** The person is named so that words never go out under another's name who signed in meanwhile. */
function roomAddress(draftId: string, personId: string): string {
  const url = new URL(`/desk/drafts/${draftId}/room`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('as', personId);
  return url.href;
}
