import type { DraftStatus } from '../../../domain/desk/draft.ts';

/** How it stands with the words of a draft on this screen, in one word for the badge. */
export type DraftState =
  /** What this device has kept is being read. */
  | 'opening'
  /** Every word is on the newsroom's disk. */
  | 'saved'
  | 'saving'
  /** No network, or nobody is signed in: every word is kept on this device and goes out by itself. */
  | 'offline'
  /** It was published or put into the trash: the newsroom takes no more words for it. They are still here. */
  | 'closed'
  /** This person may read it and no more. */
  | 'read-only'
  /** Words are neither with the newsroom nor on this device: they are to be copied while they stand here. */
  | 'not-kept'
  /** More was written at once than the newsroom takes: it is kept on this device alone. */
  | 'too-long';

export type DraftStanding = {
  state: DraftState;
  /** Changes made here that the newsroom has not said it saved. */
  unsaved: number;
  /** What is kept on this device has been read: the document can be written in. */
  loaded: boolean;
  /** What became of it, where it is `closed`; null: it is gone, or still open. */
  closedAs: DraftStatus | null;
  /** Nobody is signed in, or somebody else: it goes on when the same person has signed in. */
  signedOut: boolean;
  /** The draft that is open in this one's place: a story has one top being written, an update one edit over it. */
  insteadId: string | null;
};

/** What the two sides of a connection know. */
export type Known = {
  loaded: boolean;
  /** The last try to keep words on this device failed. */
  notKept: boolean;
  unsaved: number;
  link: 'trying' | 'open' | 'lost' | 'signed-out' | 'not-allowed' | 'unknown' | 'closed';
  mayWrite: boolean;
  closedAs: DraftStatus | null;
  insteadId: string | null;
  /** What the newsroom has not is longer than it takes. */
  tooLong: boolean;
};

export function standingOf(known: Known): DraftStanding {
  const { loaded, notKept, unsaved, link, mayWrite, closedAs, insteadId, tooLong } = known;
  const signedOut = link === 'signed-out';
  return { state: stateOf(), unsaved, loaded, closedAs, signedOut, insteadId };

  function stateOf(): DraftState {
    if (!loaded) return 'opening';
    if (notKept && unsaved > 0) return 'not-kept';
    if (link === 'closed') return 'closed';
    if (link === 'not-allowed' || (link === 'open' && !mayWrite)) return 'read-only';
    if ((link === 'open' || link === 'lost') && tooLong) return 'too-long';
    if (link === 'open') return unsaved > 0 ? 'saving' : 'saved';
    return link === 'trying' ? 'opening' : 'offline';
  }
}
