import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import type { Newsroom } from '../../commands/perform.ts';
import { isOpen, type DraftStatus } from '../../domain/desk/draft.ts';
import { FRAME, frameBytes, frameOf, LEFT, type Frame } from '../shared/room-wire.ts';
import { openCursors } from './cursors.ts';
import { keepContent, type ContentKeeper } from './keep-content.ts';
import type { Member } from './member.ts';
import { openRoomLog, type Piece } from './room-log.ts';

/** How long words are gathered before they are committed together, ms. */
const BATCH = 20;

/** What rooms of one draft in other threads and on other nodes say to each other. */
export type RoomNews = { seq: number } | { ask: true } | { cursors: string };

export type RoomDeps = {
  newsroom: Newsroom;
  draftId: string;
  post: (news: RoomNews) => void;
  onFault: (error: unknown) => void;
  /** It is over: whoever comes next is given a new one. */
  onEnd: () => void;
};

export type Room = {
  join(member: Member): Promise<void>;
  leave(member: Member): void;
  hear(member: Member, bytes: Uint8Array): void;
  hearNews(news: RoomNews): void;
  /** Something may have been missed, or the draft's row has changed. */
  look(): void;
  /** Asks of everybody here anew whether they may be, and may write. */
  recheck(): void;
  /** Commits what was said and lets everybody go. */
  close(): Promise<void>;
};

type Said = { member: Member; piece: Piece; number: number };

const COME_BACK = { code: LEFT.notSaved, reason: 'not saved: come back' };
const WAITING = { code: LEFT.waiting, reason: 'these words build on others that are not here' };

/** Everybody in this thread who has a draft open, and its log: append, commit, show, then say `saved`. */
export function openRoom(deps: RoomDeps): Room {
  const { newsroom, draftId, post, onFault } = deps;
  const log = openRoomLog(newsroom, draftId);
  const members = new Set<Member>();
  let said: Said[] = [];
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  let standing: DraftStatus | null = null;

  const tell = (frame: Frame, except?: unknown): void => {
    const bytes = frameBytes(frame);
    for (const member of members) if (member !== except) member.send(bytes);
  };
  const cursors = openCursors<Member>(
    log.doc,
    (update, except) => tell({ type: FRAME.awareness, update }, except),
    (update) => post({ cursors: Buffer.from(update).toString('base64') }),
  );
  log.doc.on('update', (update: Uint8Array, from: unknown) =>
    tell({ type: FRAME.sync, message: message((to) => writeUpdate(to, update)) }, from),
  );
  const content: ContentKeeper = keepContent(newsroom, draftId, log, onFault);

  /** One thing at a time: what is read and what is appended follow one another. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => (turn = turn.then(work).catch(onFault));
  const follow = (): Promise<void> => inTurn(() => log.follow());
  let ready = false;
  const opened = log.follow().then(() => {
    ready = true;
    post({ ask: true });
  });
  turn = opened.catch(() => undefined);

  let joining = 0;
  const endIfEmpty = (): void => {
    if (over || members.size > 0 || joining > 0) return;
    void inTurn(flush);
    end();
  };
  const end = (): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    deps.onEnd();
    void inTurn(async () => {
      await content.close();
      cursors.close();
      log.close();
    });
  };

  const tellSaved = (batch: Said[]): void => {
    const numbers = new Map(batch.map(({ member, number }) => [member, number]));
    for (const [member, number] of numbers) member.say({ type: FRAME.saved, number });
  };

  const flush = async (): Promise<void> => {
    timer = undefined;
    const batch = said;
    said = [];
    if (batch.length === 0) return;
    try {
      const before = log.seq();
      const outcome = await log.append(batch.map(({ piece }) => piece));
      if (outcome.type === 'closed') return conclude(outcome.status);
      const saved = batch.filter(isTaken(outcome.refused));
      tellSaved(saved);
      // It went on while they wrote: they come back, and hear whether they write in it still.
      for (const each of batch) if (!saved.includes(each)) each.member.leave(COME_BACK);
      if (log.seq() === before) return;
      post({ seq: log.seq() });
      content.wrote(saved.at(-1)!.piece.by);
    } catch (error) {
      onFault(error);
      notSaved(batch.map(({ member }) => member));
    }
  };

  /** They have their words, and say them again when they are back. */
  const notSaved = (theirs: Member[]): void => {
    const gone = new Set([...theirs, ...said.map(({ member }) => member)]);
    said = [];
    log.forget();
    for (const member of gone) member.leave(COME_BACK);
  };

  const conclude = (status: DraftStatus | null): void => {
    tell({ type: FRAME.closed, status });
    for (const member of members) member.leave({ code: LEFT.closed, reason: 'takes no more words' });
    end();
  };

  const hearWords = (member: Member, number: number, update: Uint8Array): void => {
    if (!member.mayWrite) return;
    const checked = log.check(update);
    if (checked === 'too-long') return member.leave({ code: LEFT.tooBig, reason: 'the draft is too long' });
    // A console says what it has, in order, to what was said to be here: it is to do so again.
    if (checked === 'waiting') return member.leave(WAITING);
    const { person, into } = member;
    const piece = { by: person.id, from: member, into, update: checked === 'new' ? update : null };
    said.push({ member, piece, number });
    timer ??= setTimeout(() => void inTurn(flush), BATCH);
  };

  const hearSync = (member: Member, bytes: Uint8Array): void => {
    const from = decoding.createDecoder(bytes);
    if (decoding.readVarUint(from) !== messageYjsSyncStep1) throw new Error('words go by number');
    const has = decoding.readVarUint8Array(from);
    member.say({ type: FRAME.sync, message: message((to) => writeSyncStep2(to, log.doc, has)) });
  };

  const hearFrame = (member: Member, frame: Frame): void => {
    switch (frame.type) {
      case FRAME.sync:
        return hearSync(member, frame.message);
      case FRAME.words:
        return hearWords(member, frame.number, member.whole(frame.update));
      case FRAME.part:
        return member.keepPart(frame.bytes);
      case FRAME.awareness:
        return cursors.hear(member, frame.update);
      default:
        throw new Error('a console says no such frame');
    }
  };

  const recheck = (): void => {
    for (const member of members) member.recheck();
  };

  return {
    async join(member) {
      joining += 1;
      try {
        await opened;
        // What others appended since it was opened, before it is said what is here.
        await follow();
        if (over) throw new Error('the room was left meanwhile');
        members.add(member);
      } finally {
        joining -= 1;
        endIfEmpty();
      }
      member.say({ type: FRAME.welcome, mayWrite: member.mayWrite });
      member.say({ type: FRAME.sync, message: message((to) => writeSyncStep1(to, log.doc)) });
      const update = cursors.all();
      if (update) member.say({ type: FRAME.awareness, update });
    },
    leave(member) {
      if (!members.delete(member)) return;
      if (over) return;
      cursors.leave(member);
      endIfEmpty();
    },
    hear(member, bytes) {
      if (over) return;
      try {
        hearFrame(member, frameOf(bytes));
      } catch {
        // Its own words may have broken what later ones are checked by.
        log.recheck();
        member.leave({ code: LEFT.malformed, reason: 'this is nothing a console says' });
      }
    },
    hearNews(news) {
      if (over) return;
      if ('seq' in news) {
        if (news.seq > log.seq()) void follow();
      } else if ('ask' in news) {
        for (const update of cursors.here()) post({ cursors: Buffer.from(update).toString('base64') });
      } else cursors.hearBus(Buffer.from(news.cursors, 'base64'));
    },
    look() {
      if (!ready || over) return;
      void inTurn(async () => {
        await log.follow();
        const draft = await newsroom.storage.drafts.find(draftId);
        if (over) return;
        if (!draft || !isOpen(draft.status)) return conclude(draft?.status ?? null);
        // Who may write in it depends on whether it goes out by itself.
        if (standing !== draft.status) recheck();
        standing = draft.status;
      });
    },
    recheck,
    async close() {
      await inTurn(flush);
      for (const member of members) member.leave({ code: LEFT.restarting, reason: 'the server restarts' });
      end();
      await turn;
    },
  };
}

/** Where somebody's words were refused, nobody is told that words are saved which were on their way already. */
const isTaken =
  (refused: Piece[]) =>
  ({ member, piece }: Said): boolean =>
    refused.length === 0 || (piece.update !== null && !refused.some(({ from }) => from === member));

function message(write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  write(to);
  return encoding.toUint8Array(to);
}
