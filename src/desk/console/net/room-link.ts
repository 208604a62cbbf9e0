import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1, readSyncMessage, writeSyncStep1 } from 'y-protocols/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { DraftStatus } from '../../../domain/desk/draft.ts';
import {
  BEAT_EVERY,
  FRAME,
  frameBytes,
  frameOf,
  LEFT,
  wordsFrames,
  type Frame,
} from '../../shared/room-wire.ts';
import type { Known } from './draft-standing.ts';
import { pacing } from './pacing.ts';
import { unsavedCount } from './unsaved.ts';

/** Origin of what came from the newsroom. */
export const FROM_ROOM = Symbol('from the room');

/** A line on which nothing was heard for so long is dead, ms. */
const SILENCE = BEAT_EVERY * 2 + 5000;
/** After so long without a word from the newsroom it is said that what is written is kept here, ms; the line may still come. */
const SOON = 5000;
/** How often one that was refused for a reason that may pass is tried again, ms. */
const SLOWLY = 5000;

const WHY: Partial<Record<number, Known['link']>> = {
  [LEFT.signedOut]: 'signed-out',
  [LEFT.notAllowed]: 'not-allowed',
  [LEFT.unknownDraft]: 'unknown',
  [LEFT.closed]: 'closed',
};

export type RoomLink = {
  known(): Pick<Known, 'link' | 'mayWrite' | 'closedAs' | 'unsaved' | 'tooLong'>;
  /** Tries at once, whatever the wait was to be. */
  retry(): void;
  stop(): void;
};

type Options = {
  address: string;
  doc: Y.Doc;
  awareness: Awareness;
  /** Words are kept from before that the newsroom may not have. */
  unsaved: boolean;
  onChange: () => void;
  /** As a browser does, unless a test says otherwise. */
  dial?: (address: string) => WebSocket;
};

/** Tells when the network comes and goes, where there is a page. */
const page = globalThis as Partial<Pick<Window, 'addEventListener' | 'removeEventListener'>>;

/** Holds the line to a draft's room: sends what changes here, takes in what others change, and tries again when it breaks. */
export function linkToRoom(options: Options): RoomLink {
  const { address, doc, awareness, unsaved, onChange, dial = (to) => new WebSocket(to) } = options;
  const count = unsavedCount(unsaved);
  const pace = pacing();
  let link: Known['link'] = 'trying';
  let mayWrite = true;
  let closedAs: DraftStatus | null = null;
  let socket: WebSocket | null = null;
  /** The server said what it has, and was sent what it has not. */
  let inStep = false;
  /** What the server said it has. */
  let theyHave = new Uint8Array();
  /** What it has not is longer than it takes. */
  let tooLong = false;
  /** The server did not take what it was sent: the draft is full. */
  let isFull = false;
  /** Words kept here build on others that neither this browser nor the newsroom has: they stay here, the rest goes. */
  let hasGap = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let catchingUp: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const say = (frame: Frame): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(frameBytes(frame));
  };
  const isNow = (next: Known['link']): void => {
    link = next;
    onChange();
  };

  const connect = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (stopped || socket) return;
    const opening = dial(address);
    socket = opening;
    opening.binaryType = 'arraybuffer';
    heardSomething();
    opening.addEventListener('open', () => {
      const step = encoding.createEncoder();
      writeSyncStep1(step, doc);
      say({ type: FRAME.sync, message: encoding.toUint8Array(step) });
      if (awareness.getLocalState() !== null) tellCursor();
    });
    opening.addEventListener('message', ({ data }) => {
      if (socket !== opening) return;
      heardSomething();
      hear(frameOf(new Uint8Array(data as ArrayBuffer)));
    });
    opening.addEventListener('close', ({ code }) => lost(opening, code));
  };

  const heardSomething = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => socket && lost(socket, 0), SILENCE);
  };

  const lost = (gone: WebSocket, code: number): void => {
    if (socket !== gone) return;
    socket = null;
    inStep = false;
    clearTimeout(silence);
    clearTimeout(catchingUp);
    gone.close();
    forgetOthers(awareness);
    const why = WHY[code];
    isFull ||= code === LEFT.tooBig;
    hasGap ||= code === LEFT.waiting;
    if (!stopped && why !== 'closed') timer = setTimeout(connect, why || isFull ? SLOWLY : pace.next());
    isNow(why ?? 'lost');
  };

  const hear = (frame: Frame): void => {
    switch (frame.type) {
      case FRAME.welcome:
        closedAs = null;
        pace.reset();
        link = 'open';
        return mayWriteNow(frame.mayWrite);
      case FRAME.sync:
        return hearSync(frame.message);
      case FRAME.awareness:
        return applyAwarenessUpdate(awareness, frame.update, FROM_ROOM);
      case FRAME.saved:
        count.savedUpTo(frame.number);
        isFull = false;
        return onChange();
      case FRAME.closed:
        closedAs = frame.status;
        return;
      default:
    }
  };

  /** What was written while it could not be said is said now. */
  const mayWriteNow = (now: boolean): void => {
    const again = now && !mayWrite && inStep;
    mayWrite = now;
    if (again) catchUp();
    else onChange();
  };

  const hearSync = (message: Uint8Array): void => {
    const from = decoding.createDecoder(message);
    if (decoding.readVarUint(from) === messageYjsSyncStep1) {
      theyHave = decoding.readVarUint8Array(from).slice();
      return catchUp();
    }
    readSyncMessage(decoding.createDecoder(message), encoding.createEncoder(), doc, FROM_ROOM);
  };

  /** Says all the server has not. Where that is too long, again and again: something may be taken out. */
  const catchUp = (): void => {
    clearTimeout(catchingUp);
    inStep = !mayWrite || sayWords(count.all(), wordsFrom(doc, theyHave, hasGap));
    if (!inStep) catchingUp = setTimeout(catchUp, SLOWLY);
    onChange();
  };
  const sayWords = (number: number, update: Uint8Array): boolean => {
    const frames = wordsFrames(number, update);
    tooLong = frames === null;
    for (const frame of frames ?? []) say(frame);
    return !tooLong;
  };

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FROM_ROOM) return;
    const number = count.one();
    // Before the two are in step it goes with all the rest.
    if (inStep && mayWrite && !sayWords(number, update)) catchUp();
    onChange();
  };
  const tellCursor = (): void =>
    say({ type: FRAME.awareness, update: encodeAwarenessUpdate(awareness, [doc.clientID]) });
  const onAwareness = (_: unknown, origin: unknown): void => {
    if (origin === 'local') tellCursor();
  };
  const retry = (): void => {
    if (link === 'open' || stopped) return;
    pace.reset();
    connect();
  };
  const offline = (): void => {
    if (socket) lost(socket, 0);
  };

  doc.on('update', onUpdate);
  awareness.on('update', onAwareness);
  page.addEventListener?.('online', retry);
  page.addEventListener?.('offline', offline);
  connect();
  const notYet = setTimeout(() => link === 'trying' && isNow('lost'), SOON);
  return {
    known: () => ({ link, mayWrite, closedAs, unsaved: count.unsaved(), tooLong: tooLong || isFull }),
    retry,
    stop() {
      stopped = true;
      doc.off('update', onUpdate);
      awareness.off('update', onAwareness);
      page.removeEventListener?.('online', retry);
      page.removeEventListener?.('offline', offline);
      clearTimeout(timer);
      clearTimeout(silence);
      clearTimeout(notYet);
      clearTimeout(catchingUp);
      socket?.close();
      socket = null;
    },
  };
}

/** What somebody who has this much has not; Yjs would add what waits for words that are not here. */
function wordsFrom(doc: Y.Doc, theyHave: Uint8Array, hasGap: boolean): Uint8Array {
  const { store } = doc;
  const { pendingStructs, pendingDs } = store;
  try {
    if (hasGap) [store.pendingStructs, store.pendingDs] = [null, null];
    return Y.encodeStateAsUpdate(doc, theyHave);
  } finally {
    [store.pendingStructs, store.pendingDs] = [pendingStructs, pendingDs];
  }
}

/** Nobody is seen on a line that is lost. */
function forgetOthers(awareness: Awareness): void {
  const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID);
  removeAwarenessStates(awareness, others, FROM_ROOM);
}
