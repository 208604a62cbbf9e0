import type { WebSocket } from 'ws';
import { frameBytes, LONGEST_WORDS, type CursorUser, type Frame, type LEFT } from '../shared/room-wire.ts';
import { personColour } from '../shared/person-colour.ts';
import type { OpenStatus } from '../../domain/desk/draft.ts';
import type { Person } from '../../domain/desk/people.ts';
import type { LetIn } from './enter.ts';
import { sendOff } from './turn-away.ts';

/** What one console may say in a while (ms), in frames and bytes: several times what two hands and a paste need. */
const WHILE = 10_000;
const MOST = { frames: 1500, bytes: 8_388_608 };
/** Bytes that may wait for one that takes nothing in. */
const WAITING = 8_388_608;

/** Why somebody has to leave. */
export type Leaving = { code: (typeof LEFT)[keyof typeof LEFT]; reason: string };

/** A console in a room. */
export type Member = {
  person: Person;
  user: CursorUser;
  mayWrite: boolean;
  /** How the draft may stand that they write in: it may change before they hear of it. */
  into: readonly OpenStatus[];
  /** Looks again at what they may do here. */
  recheck(): void;
  /** The last number it counted its words by. */
  lastNumber: number;
  /** Whether what it said just now is within what one may say. */
  within(bytes: number): boolean;
  /** Keeps what is too long for one frame until the rest of it comes; throws where it is too long altogether. */
  keepPart(bytes: Uint8Array): void;
  /** With what was kept before it. */
  whole(last: Uint8Array): Uint8Array;
  send(bytes: Uint8Array): void;
  say(frame: Frame): void;
  leave(leaving: Leaving): void;
};

export function memberBy(socket: WebSocket, { person, mayWrite, into }: LetIn): Member {
  const user = { id: person.id, name: person.name, colour: personColour(person.id) };
  let since = performance.now();
  let said = { frames: 0, bytes: 0 };
  let parts: Uint8Array[] = [];
  const send = (bytes: Uint8Array): void => {
    if (socket.readyState !== socket.OPEN) return;
    // It resumes with what it missed, once it takes anything in again.
    if (socket.bufferedAmount > WAITING) return socket.terminate();
    socket.send(bytes);
  };
  return {
    person,
    user,
    mayWrite,
    into,
    recheck: () => undefined,
    lastNumber: 0,
    within(bytes) {
      const now = performance.now();
      if (now - since > WHILE) {
        since = now;
        said = { frames: 0, bytes: 0 };
      }
      said = { frames: said.frames + 1, bytes: said.bytes + bytes };
      return said.frames <= MOST.frames && said.bytes <= MOST.bytes;
    },
    keepPart(bytes) {
      const length = parts.reduce((sum, part) => sum + part.length, bytes.length);
      if (length > LONGEST_WORDS) throw new Error('one update is too long');
      parts.push(bytes.slice());
    },
    whole(last) {
      if (parts.length === 0) return last;
      const all = Buffer.concat([...parts, last]);
      parts = [];
      return all;
    },
    send,
    say: (frame) => send(frameBytes(frame)),
    leave: (leaving) => sendOff(socket, leaving),
  };
}
