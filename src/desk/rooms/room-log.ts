import * as Y from 'yjs';
import type { Newsroom } from '../../commands/perform.ts';
import type { DraftStatus, OpenStatus } from '../../domain/desk/draft.ts';
import { LONGEST_DRAFT } from '../shared/room-wire.ts';
import { isKnown } from './is-known.ts';
import { isWaiting, newDoc, takeIn, takeRow } from './log-doc.ts';
import { areInForm } from './word-forms.ts';

/** Origin of what others appended, read from the log. */
export const FROM_LOG = Symbol('from the log');

/** Words of somebody, on their way to the log; `update` is null where they were there already. */
export type Piece = {
  by: string;
  from: object;
  /** How a draft may stand that this person writes in. */
  into: readonly OpenStatus[];
  update: Uint8Array | null;
};

export type Appended =
  /** But for the pieces of those who may not write in it as it stands. */
  | { type: 'appended'; refused: Piece[] }
  /** The draft takes no more words. */
  | { type: 'closed'; status: DraftStatus | null };

export type RoomLog = {
  /** As committed: nobody is shown what is not. */
  doc: Y.Doc;
  seq(): number;
  /** Reads what others appended. */
  follow(): Promise<void>;
  /**
   * Whether an update can be taken; `known`: its words are there already, or on their way; `waiting`: they build on words that
   * are not here. What cannot be read throws.
   */
  check(update: Uint8Array): 'new' | 'known' | 'too-long' | 'waiting';
  /** Commits, then shows. */
  append(pieces: Piece[]): Promise<Appended>;
  /** Forgets what was checked and could not be taken. */
  recheck(): void;
  /** The same, with all that is on its way: it will not be appended. */
  forget(): void;
  close(): void;
};

/** A draft's words in one thread: append, commit, then apply. What others append is read behind it, by their order. */
export function openRoomLog({ storage: { draftLog }, clock }: Newsroom, draftId: string): RoomLog {
  const doc = newDoc();
  /** The document with what is on its way: words that break it are found here, before they are in the log for ever. */
  let trial = newDoc();
  const onTheWay = new Set<Uint8Array>();
  /** Bytes of the trial at most. */
  let size = 0;
  let seq = 0;
  doc.on('update', (update: Uint8Array, from: unknown) => {
    Y.applyUpdate(trial, update);
    // What was said here was counted when it was checked.
    if (from === FROM_LOG) size += update.length;
  });

  const follow = async (): Promise<void> => {
    seq = takeIn(doc, await draftLog.since(draftId, seq), seq, FROM_LOG);
  };
  const recheck = (): void => {
    trial.destroy();
    trial = newDoc();
    const committed = Y.encodeStateAsUpdate(doc);
    takeRow(trial, [committed, ...onTheWay]);
    size = [...onTheWay].reduce((sum, { length }) => sum + length, committed.length);
  };

  return {
    doc,
    seq: () => seq,
    follow,
    recheck,
    forget() {
      onTheWay.clear();
      recheck();
    },
    check(update) {
      const words = Y.decodeUpdate(update);
      if (isKnown(trial, update, words)) return 'known';
      // What was said of one thing again and again takes less room than was counted.
      if (size + update.length > LONGEST_DRAFT) size = Y.encodeStateAsUpdate(trial).length;
      if (size + update.length > LONGEST_DRAFT) return 'too-long';
      Y.applyUpdate(trial, update);
      if (isWaiting(trial)) {
        recheck();
        return 'waiting';
      }
      if (!areInForm(trial, words)) throw new RangeError('no words of a draft');
      onTheWay.add(update);
      size += update.length;
      return 'new';
    },
    async append(pieces) {
      const refused: Piece[] = [];
      for (const theirs of turnsOf(pieces)) {
        const { by, from, into } = theirs[0]!;
        const updates = theirs.map(({ update }) => update);
        const entry = { draftId, data: Y.mergeUpdates(updates), by, into, at: clock.now() };
        const appended = await draftLog.append(entry);
        if (appended.type === 'closed') return appended;
        if (appended.type === 'not-now') refused.push(...theirs);
        else if (appended.seq !== seq + 1) await follow();
        else {
          takeRow(doc, updates, from);
          seq = appended.seq;
        }
        for (const update of updates) onTheWay.delete(update);
      }
      if (refused.length > 0) recheck();
      return { type: 'appended', refused };
    },
    close() {
      doc.destroy();
      trial.destroy();
    },
  };
}

type NewPiece = Piece & { update: Uint8Array };

/** Each row of the log is somebody's. They follow one another as they came: what builds on another's words comes after them. */
function turnsOf(pieces: Piece[]): NewPiece[][] {
  const turns: NewPiece[][] = [];
  for (const piece of pieces) {
    const { update } = piece;
    if (!update) continue;
    const last = turns.at(-1);
    if (last?.[0]?.from === piece.from) last.push({ ...piece, update });
    else turns.push([{ ...piece, update }]);
  }
  return turns;
}
