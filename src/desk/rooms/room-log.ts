import * as Y from 'yjs';
import type { Newsroom } from '../../commands/perform.ts';
import type { DraftStatus } from '../../domain/desk/draft.ts';
import { LONGEST_DRAFT } from '../shared/room-wire.ts';
import { isKnown } from './is-known.ts';
import { newDoc, takeIn } from './log-doc.ts';

/** Origin of what others appended, read from the log. */
export const FROM_LOG = Symbol('from the log');

/** Words of somebody, on their way to the log; `update` is null where they were there already. */
export type Piece = { by: string; from: object; update: Uint8Array | null };

export type RoomLog = {
  /** As committed: nobody is shown what is not. */
  doc: Y.Doc;
  seq(): number;
  /** Reads what others appended. */
  follow(): Promise<void>;
  /** Whether an update can be taken; `known`: its words are there already, or on their way. What cannot be read throws. */
  check(update: Uint8Array): 'new' | 'known' | 'too-long';
  /** Commits, then shows; `closed` where the draft takes no more words. */
  append(pieces: Piece[]): Promise<{ type: 'appended' } | { type: 'closed'; status: DraftStatus | null }>;
  /** Forgets what was checked and will not be appended. */
  recheck(): void;
  close(): void;
};

/** A draft's words in one thread: append, commit, then apply. What others append is read behind it, by their order. */
export function openRoomLog({ storage: { draftLog }, clock }: Newsroom, draftId: string): RoomLog {
  const doc = newDoc();
  /** The document with what is on its way: words that break it are found here, before they are in the log for ever. */
  let trial = newDoc();
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
    Y.applyUpdate(trial, committed);
    size = committed.length;
  };

  return {
    doc,
    seq: () => seq,
    follow,
    recheck,
    check(update) {
      if (isKnown(trial, update)) return 'known';
      // What was said of one thing again and again takes less room than was counted.
      if (size + update.length > LONGEST_DRAFT) size = Y.encodeStateAsUpdate(trial).length;
      if (size + update.length > LONGEST_DRAFT) return 'too-long';
      Y.applyUpdate(trial, update);
      size += update.length;
      return 'new';
    },
    async append(pieces) {
      for (const [by, theirs] of byPerson(pieces)) {
        const data = Y.mergeUpdates(theirs.map(({ update }) => update));
        const appended = await draftLog.append({ draftId, data, by, at: clock.now() });
        if (appended.type === 'closed') return appended;
        if (appended.seq !== seq + 1) {
          await follow();
          continue;
        }
        for (const { update, from } of theirs) Y.applyUpdate(doc, update, from);
        seq = appended.seq;
      }
      return { type: 'appended' };
    },
    close() {
      doc.destroy();
      trial.destroy();
    },
  };
}

type NewPiece = Piece & { update: Uint8Array };

/** Each row of the log is somebody's. */
function byPerson(pieces: Piece[]): Map<string, NewPiece[]> {
  const found = new Map<string, NewPiece[]>();
  for (const piece of pieces) {
    const { by, update } = piece;
    if (!update) continue;
    const theirs = found.get(by) ?? [];
    theirs.push({ ...piece, update });
    found.set(by, theirs);
  }
  return found;
}
