import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Newsroom } from '../../commands/perform.ts';
import { isId } from '../../domain/id.ts';
import { isOurs } from '../../web/same-origin.ts';
import { BEAT_EVERY, FRAME, LEFT, LONGEST_FRAME } from '../shared/room-wire.ts';
import { enter, type EnterDeps, type Entering, type LetIn } from './enter.ts';
import { memberBy, type Member } from './member.ts';
import { openRooms } from './rooms.ts';
import { refuse, sendOff, turningAway, type Knock } from './turn-away.ts';

/** How often session and rights are looked at again, ms. */
const CHECK_EVERY = 60_000;
/** Rooms that one person may be in at once, in this thread. */
const MOST_ROOMS = 40;
/** How long those who are let go may take to go, ms. */
const GO_WITHIN = 1000;

export type ServeRoomsDeps = Omit<EnterDeps, 'storage'> & {
  newsroom: Newsroom;
  baseUrl: () => string;
  onFault: (error: unknown) => void;
};

export type ServedRooms = {
  /** Commits what was said and lets everybody go. */
  close(): Promise<void>;
};

/** Serves `/desk/drafts/:draftId/room` (RFC 6455) beside what the HTTP server answers. */
export function serveRooms(server: Server, deps: ServeRoomsDeps): ServedRooms {
  const { newsroom, onFault } = deps;
  const rooms = openRooms(newsroom, onFault);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_FRAME,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const entering: EnterDeps = { ...deps, storage: newsroom.storage };
  const inRooms = new Map<string, number>();
  const turnAway = turningAway(sockets);
  let closing = false;

  // Other upgrades (`h2c`, say) may be passed over (RFC 9110 §7.8): such requests are answered as if they asked for none.
  Object.assign(server, {
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const asked = roomIn(request);
    if (!asked || closing) return refuse(socket, { type: 'not-found' });
    if (!isOurs(request.headers.origin, deps.baseUrl())) return refuse(socket, { type: 'foreign-origin' });
    knocks({ request, socket, head }, asked).catch((error: unknown) => {
      onFault(error);
      turnAway({ request, socket, head }, { code: LEFT.notSaved, reason: 'not now: come back' });
    });
  });

  /** Asked before there is a socket of ours: however many of nobody's come, they are in no one's way. */
  const knocks = async (knock: Knock, asked: Entering): Promise<void> => {
    const entered = await enter(entering, asked);
    if (knock.socket.destroyed || closing) return void knock.socket.destroy();
    if (entered.type === 'out') return turnAway(knock, entered);
    const { person } = entered;
    const count = (inRooms.get(person.id) ?? 0) + 1;
    if (count > MOST_ROOMS)
      return turnAway(knock, { code: LEFT.tooMuch, reason: 'too many drafts are open' });
    inRooms.set(person.id, count);
    knock.socket.once('close', () => leaveOne(person.id));
    return sockets.handleUpgrade(knock.request, knock.socket, knock.head, (opened) => {
      // What it says meanwhile waits.
      opened.pause();
      // A frame that is none, or too big, is answered by the closing code that says so.
      opened.on('error', () => undefined);
      letIn(opened, asked, entered).catch((error: unknown) => {
        onFault(error);
        sendOff(opened, { code: LEFT.notSaved, reason: 'not now: come back' });
      });
    });
  };

  const letIn = async (socket: WebSocket, asked: Entering, entered: LetIn): Promise<void> => {
    const member = memberBy(socket, entered);
    const room = rooms.room(asked.draftId);
    const stopChecking = keepChecking(member, asked);
    socket.on('close', () => {
      stopChecking();
      room.leave(member);
    });
    await room.join(member);
    if (socket.readyState !== socket.OPEN) return room.leave(member);
    socket.on('message', (said: RawData, isBinary: boolean) => {
      // Whoever is let go may have said much more before they hear of it.
      if (socket.readyState !== socket.OPEN) return;
      const bytes = bytesIn(said);
      if (!member.within(bytes.length)) return member.leave({ code: LEFT.tooMuch, reason: 'too fast' });
      if (!isBinary) return member.leave({ code: LEFT.malformed, reason: 'frames are binary' });
      return room.hear(member, bytes);
    });
    socket.resume();
  };

  const leaveOne = (personId: string): void => {
    const left = (inRooms.get(personId) ?? 1) - 1;
    if (left > 0) inRooms.set(personId, left);
    else inRooms.delete(personId);
  };

  const keepChecking = (member: Member, asked: Entering): (() => void) => {
    const check = async (): Promise<void> => {
      const now = await enter(entering, asked);
      if (now.type === 'out') return member.leave(now);
      member.into = now.into;
      if (now.mayWrite === member.mayWrite) return;
      member.mayWrite = now.mayWrite;
      member.say({ type: FRAME.welcome, mayWrite: now.mayWrite });
    };
    member.recheck = () => void check().catch(onFault);
    const checking = setInterval(member.recheck, CHECK_EVERY);
    const beating = setInterval(() => member.say({ type: FRAME.beat }), BEAT_EVERY);
    return () => {
      clearInterval(checking);
      clearInterval(beating);
    };
  };

  return {
    async close() {
      closing = true;
      await rooms.close();
      const late = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, GO_WITHIN);
      await Promise.all(Array.from(sockets.clients, gone));
      clearTimeout(late);
      sockets.close();
    },
  };
}

const gone = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    socket.once('close', () => resolve());
  });

function roomIn({ url = '', headers }: IncomingMessage): Entering | null {
  const asked = URL.parse(url, 'http://room');
  if (!asked) return null;
  const { pathname, searchParams } = asked;
  const draftId = /^\/desk\/drafts\/([^/]+)\/room$/.exec(pathname)?.[1] ?? '';
  return isId(draftId) ? { headers, draftId, as: searchParams.get('as') } : null;
}

function bytesIn(said: RawData): Uint8Array {
  if (Array.isArray(said)) return Buffer.concat(said);
  return said instanceof ArrayBuffer ? new Uint8Array(said) : said;
}
