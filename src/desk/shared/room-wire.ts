import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { DraftStatus } from '../../domain/desk/draft.ts';

/**
 * What is said in a draft's room (`/desk/drafts/:draftId/room`, a WebSocket), as binary frames of lib0's encoding. Both sides:
 * - `sync`: a message of y-protocols; a console sends only step 1 so, its own words as `words`;
 * - `awareness`: cursors, as y-protocols encodes them; a console speaks for itself alone.
 *
 * From the console:
 * - `words`: a number of its own counting, and a Yjs update;
 * - `part`: what of an update is too long for one frame; the `words` that follow end it.
 *
 * From the server:
 * - `welcome`: whether words are taken from this person;
 * - `saved`: the number up to which this console's words are committed to disk;
 * - `closed`: the draft takes no more words, with its status;
 * - `beat`: nothing, so that a dead line is told from a quiet one.
 */
export const FRAME = {
  sync: 0,
  awareness: 1,
  saved: 8,
  words: 9,
  closed: 10,
  welcome: 11,
  beat: 12,
  part: 13,
} as const;

/** Why a room was left, as a WebSocket's closing code (RFC 6455 §7.4.2: from 4000 on they are ours). */
export const LEFT = {
  /** Nobody is signed in, or somebody else than the console believes. */
  signedOut: 4401,
  notAllowed: 4403,
  unknownDraft: 4404,
  /** Published, or in the trash. */
  closed: 4410,
  /** The words build on others that the newsroom has not. */
  waiting: 4424,
  tooMuch: 4429,
  /** What came was no frame, or no words. */
  malformed: 1007,
  tooBig: 1009,
  restarting: 1012,
  /** The words could not be saved; they are to be sent again. */
  notSaved: 1013,
} as const;

/** Bytes of one frame. */
export const LONGEST_FRAME = 1_048_576;
/** Bytes of one update, whatever the frames it comes in. */
export const LONGEST_WORDS = 4_194_304;

/** Bytes of a draft's whole Yjs document, what was taken out of it included: twenty times what can be published. */
export const LONGEST_DRAFT = 4_194_304;

/** How often the server says `beat`, ms. */
export const BEAT_EVERY = 20_000;

/** Whose cursor it is, as the server says: a console cannot pose as somebody else. */
export type CursorUser = {
  id: string;
  name: string;
  /** As `personColour` says: a class, since the desk's policy takes no colour by style. */
  colour: number;
};

export type Frame =
  | { type: typeof FRAME.sync; message: Uint8Array }
  | { type: typeof FRAME.awareness; update: Uint8Array }
  | { type: typeof FRAME.saved; number: number }
  | { type: typeof FRAME.words; number: number; update: Uint8Array }
  | { type: typeof FRAME.closed; status: DraftStatus | null }
  | { type: typeof FRAME.welcome; mayWrite: boolean }
  | { type: typeof FRAME.part; bytes: Uint8Array }
  | { type: typeof FRAME.beat };

/** Room in a frame for what stands before the words, bytes. */
const BEFORE_WORDS = 64;

/** An update as one frame or several; null where it is longer than the newsroom takes. */
export function wordsFrames(number: number, update: Uint8Array): Frame[] | null {
  if (update.length > LONGEST_WORDS) return null;
  const frames: Frame[] = [];
  const most = LONGEST_FRAME - BEFORE_WORDS;
  let from = 0;
  for (; update.length - from > most; from += most) {
    frames.push({ type: FRAME.part, bytes: update.subarray(from, from + most) });
  }
  return [...frames, { type: FRAME.words, number, update: update.subarray(from) }];
}

export function frameBytes(frame: Frame): Uint8Array<ArrayBuffer> {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, frame.type);
  switch (frame.type) {
    case FRAME.sync:
      encoding.writeUint8Array(to, frame.message);
      break;
    case FRAME.awareness:
      encoding.writeVarUint8Array(to, frame.update);
      break;
    case FRAME.saved:
      encoding.writeVarUint(to, frame.number);
      break;
    case FRAME.words:
      encoding.writeVarUint(to, frame.number);
      encoding.writeVarUint8Array(to, frame.update);
      break;
    case FRAME.closed:
      encoding.writeVarString(to, frame.status ?? '');
      break;
    case FRAME.welcome:
      encoding.writeVarUint(to, frame.mayWrite ? 1 : 0);
      break;
    case FRAME.part:
      encoding.writeVarUint8Array(to, frame.bytes);
      break;
    case FRAME.beat:
      break;
  }
  return encoding.toUint8Array(to);
}

/** Throws where the bytes are no frame. */
export function frameOf(bytes: Uint8Array): Frame {
  const from = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(from) as Frame['type'];
  switch (type) {
    case FRAME.sync:
      return { type, message: decoding.readTailAsUint8Array(from) };
    case FRAME.awareness:
      return { type, update: decoding.readVarUint8Array(from) };
    case FRAME.saved:
      return { type, number: decoding.readVarUint(from) };
    case FRAME.words:
      return { type, number: decoding.readVarUint(from), update: decoding.readVarUint8Array(from) };
    case FRAME.closed: {
      const status = decoding.readVarString(from);
      return { type, status: status === '' ? null : (status as DraftStatus) };
    }
    case FRAME.welcome:
      return { type, mayWrite: decoding.readVarUint(from) === 1 };
    case FRAME.part:
      return { type, bytes: decoding.readVarUint8Array(from) };
    case FRAME.beat:
      return { type };
    default:
      throw new Error(`no frame is of type ${String(type)}`);
  }
}
