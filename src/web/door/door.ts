import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { refuseRaw } from '../raw-errors.ts';
import { readHead, type Head } from './head.ts';

/** A whole answer's bytes, or what takes the connection over for good; null: neither, or none that is surely right. */
export type Given = Uint8Array | ((socket: Socket) => void) | null;

/** A way in by the door. Null where it is not for this request: then the next is asked, and at last `node:http`. */
export type Way = (head: Head) => Promise<Given> | null;

/** How long a connection may lie here: before its first request, and between two; ms. */
export type Patience = { first: number; between: number };

export type Door = {
  /** Answers nothing any more, and hands all to `node:http`, which ends each connection with the answer. */
  drain(): void;
  /** Closes what lies idle; what is being answered is finished, and closed behind it. */
  close(): void;
  /** Closes those too who have still to take what they were told. */
  cut(): void;
};

/** How often those that lie idle are looked at, ms. */
const LOOK_EVERY = 5000;

const TOO_LONG = Object.assign(new Error('nothing was asked'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/**
 * Opens a door before a server. It answers the plainest of requests, of which ten thousand come at once, on the socket
 * itself – the opening of a stream, a page that is finished – and hands every other connection to `node:http` with what
 * came on it. So streams hold no parser, request and response of node's.
 */
export function openDoor(server: Server, ways: readonly Way[], patience: Patience): Door {
  const [http] = server.listeners('connection') as ((socket: Socket) => void)[];
  if (!http) throw new Error('the server takes no connections');
  const idle = new Set<Visit>();
  /** Those who were told something and have not taken it: who never does would lie here for ever. */
  const taking = new Set<Visit>();
  let closing = false;
  let draining = false;

  const pass = (visit: Visit, bytes: Buffer): void => {
    const { socket } = visit;
    if (socket.destroyed) return;
    visit.leave();
    socket.pause();
    socket.unshift(bytes);
    http.call(server, socket);
    socket.resume();
  };
  const rest = (visit: Visit): void => {
    visit.since = performance.now();
    idle.add(visit);
  };
  const waitFor = (visit: Visit): void => {
    taking.add(visit);
    // It is counted anew as long as something is taken.
    visit.socket.setTimeout(patience.between, letGo);
  };
  const hasTaken = (visit: Visit): void => {
    taking.delete(visit);
    visit.socket.setTimeout(0, letGo);
    rest(visit);
    visit.socket.resume();
  };
  const give = (visit: Visit, { closes }: Head, answer: Uint8Array): void => {
    const { socket } = visit;
    const free = socket.write(answer);
    if (closes || closing) {
      if (socket.writableLength > 0) waitFor(visit);
      return socket.destroySoon();
    }
    visit.answered = true;
    if (!free) waitFor(visit);
    // Nothing more is heard of who does not take what was said.
    if (!free) return void socket.once('drain', () => hasTaken(visit));
    rest(visit);
    return void socket.resume();
  };
  const takeOver = (visit: Visit, take: (socket: Socket) => void): void => {
    visit.leave();
    take(visit.socket);
    visit.socket.resume();
  };
  const heard = (visit: Visit, bytes: Buffer): void => {
    idle.delete(visit);
    const head = draining ? null : readHead(bytes);
    if (!head) return pass(visit, bytes);
    let given: ReturnType<Way> = null;
    for (const way of ways) if ((given ??= way(head))) break;
    if (!given) return pass(visit, bytes);
    // Whoever asks on before the answer is there is heard after it.
    visit.socket.pause();
    const decline = (): void => pass(visit, bytes);
    given.then((answer) => {
      if (visit.socket.destroyed) return;
      if (!answer) decline();
      else if (typeof answer === 'function') takeOver(visit, answer);
      else give(visit, head, answer);
    }, decline);
    return undefined;
  };
  const ended = (visit: Visit): void => {
    idle.delete(visit);
    if (visit.socket.writableLength > 0) waitFor(visit);
    visit.socket.end();
  };
  const gone = (visit: Visit): void => {
    idle.delete(visit);
    taking.delete(visit);
  };
  const look = (): void => {
    const now = performance.now();
    for (const visit of idle) {
      const { socket, since, answered } = visit;
      if (now - since < (answered ? patience.between : patience.first)) continue;
      idle.delete(visit);
      if (answered) socket.destroy();
      else refuseRaw(TOO_LONG, socket);
    }
  };
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();

  server.removeListener('connection', http);
  server.on('connection', (socket: Socket) => {
    if (closing) socket.destroy();
    else rest(new Visit(socket, heard, ended, gone));
  });
  return {
    drain() {
      draining = true;
    },
    close() {
      closing = true;
      clearInterval(timer);
      for (const { socket } of idle) socket.destroy();
      idle.clear();
    },
    cut() {
      for (const { socket } of taking) socket.destroy();
    },
  };
}

/** A connection while it is here. */
class Visit {
  readonly socket: Socket;
  since = 0;
  /** Whether a request of it was answered. */
  answered = false;
  readonly #onData: (bytes: Buffer) => void;
  readonly #onEnd: () => void;
  readonly #onClose: () => void;

  constructor(
    socket: Socket,
    heard: (visit: Visit, bytes: Buffer) => void,
    ended: (visit: Visit) => void,
    gone: (visit: Visit) => void,
  ) {
    this.socket = socket;
    this.#onData = (bytes) => heard(this, bytes);
    this.#onEnd = () => ended(this);
    this.#onClose = () => gone(this);
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onClose);
    // A connection that breaks is closed: there is nothing more to it. Whoever has it next hears of that too.
    socket.on('error', ignore);
  }

  /** Hears no more of it. */
  leave(): void {
    const { socket } = this;
    socket.off('data', this.#onData);
    socket.off('end', this.#onEnd);
    socket.off('close', this.#onClose);
  }
}

const ignore = (): void => undefined;

function letGo(this: Socket): void {
  this.destroy();
}
