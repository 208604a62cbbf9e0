import fs from 'node:fs';
import type { Socket } from 'node:net';

/** Where node keeps a socket's handle: in its sources and nowhere in its documentation. */
const HANDLE = '_handle';
/** Node closes the descriptor and lets go of the handle in one step: as long as the handle is there, the number is ours. */
type Held = Socket & { readonly [HANDLE]?: { readonly fd?: number } | null };

/**
 * Writes to a connection without node's streams, where nothing waits in them. The system takes nearly always all that a reader is
 * sent; a stream's state, for each of ten thousand, is memory that nobody has touched since the event before.
 * What the system does not take goes the usual way, and so does everything where there is no descriptor.
 */
export class DirectWriter {
  readonly #socket: Held;
  readonly #handle: Held[typeof HANDLE];
  readonly #descriptor: number;
  /** Nothing waits in the stream: the last of what was written went by it. */
  #isClear = false;

  /** From now on nobody else writes to the socket, until it is ended. */
  constructor(socket: Socket) {
    this.#socket = socket;
    this.#handle = this.#socket[HANDLE];
    this.#descriptor = descriptorOf(socket);
  }

  /** Whether the connection takes more at once, as `socket.write` says it. */
  write(bytes: Buffer): boolean {
    const socket = this.#socket;
    const isOurs = this.#descriptor >= 0 && socket[HANDLE] === this.#handle;
    if (!isOurs || !(this.#isClear || socket.writableLength === 0)) return socket.write(bytes);
    const taken = takenOf(bytes, this.#descriptor);
    this.#isClear = taken === bytes.length;
    return this.#isClear || socket.write(bytes.subarray(taken));
  }
}

/** Negative where there is none, or what is written to it is not what the socket is given (TLS). */
export const descriptorOf = (socket: Socket): number =>
  'encrypted' in socket ? -1 : ((socket as Held)[HANDLE]?.fd ?? -1);

/** How many bytes the system takes at once; 0 as well where the connection is broken: the stream learns that, and tells it. */
function takenOf(bytes: Buffer, descriptor: number): number {
  try {
    return fs.writeSync(descriptor, bytes);
  } catch {
    return 0;
  }
}
