import type { Socket } from 'node:net';
import type { Feed, Piece } from './feed.ts';
import { chunk, LAST_CHUNK, RESET } from './frames.ts';
import type { Beat } from './site-beat.ts';

/** Most events in one write to a reader who missed many. */
const AT_ONCE = 200;

/** A reader whose line takes nothing for so long is let go, ms; it resumes where it was. */
const STALLED = 60_000;

const RESET_CHUNK = chunk(RESET);

export type Ending = 'ended' | 'reset' | 'gone' | 'slow' | 'stopping' | 'broken';

/**
 * One open stream: a socket and a place in the log. What is missing goes out in one write, made once for all who
 * stand at the same place; while the line takes no more, the reader simply lags.
 */
export class Reader {
  readonly feed: Feed;
  readonly #socket: Socket;
  readonly #chunked: boolean;
  #at: number;
  #blockedSince = 0;
  #pumping = false;
  #over = false;
  onEnd: (why: Ending) => void = () => undefined;

  /** `chunked`: the answer's head promised chunked coding (HTTP/1.1); else the body ends with the connection (HTTP/1.0). */
  constructor(feed: Feed, socket: Socket, at: number, chunked: boolean) {
    this.feed = feed;
    this.#socket = socket;
    this.#at = at;
    this.#chunked = chunked;
    socket.on('close', () => this.#finish('gone'));
    socket.on('drain', () => {
      this.#blockedSince = 0;
      this.pump();
    });
  }

  /** Sends what is missing, if the line is free. Never throws; a failed reading ends the stream, and the reader resumes. */
  pump(): void {
    if (this.#pumping || this.#over || this.#blockedSince > 0 || this.#isAtHead()) return;
    this.#pumping = true;
    this.#send().then(
      () => {
        this.#pumping = false;
        this.pump();
      },
      () => this.end('broken'),
    );
  }

  /** Whether everything there is was sent. */
  get isUpToDate(): boolean {
    return this.#blockedSince === 0 && this.#isAtHead();
  }

  #isAtHead(): boolean {
    return this.#at >= this.feed.head && this.#at <= this.feed.end;
  }

  async #send(): Promise<void> {
    if (this.#at > this.feed.end) {
      this.#write(RESET_CHUNK, RESET);
      this.end('reset');
      return;
    }
    const piece = await this.feed.after(this.#at, AT_ONCE);
    if (!piece || this.#over) return;
    this.#writePiece(piece);
    if (piece.over) this.end('ended');
  }

  #writePiece(piece: Piece): void {
    this.#at = piece.to;
    this.#write(piece.chunked, piece.plain);
  }

  #write(chunked: Buffer, plain: Buffer | string): void {
    if (!this.#socket.write(this.#chunked ? chunked : plain)) this.#blockedSince = Date.now();
  }

  beat({ plain, chunked }: Beat): void {
    if (this.#over) return;
    if (this.#blockedSince === 0) this.#write(chunked, plain);
    else if (Date.now() - this.#blockedSince > STALLED) {
      this.#finish('slow');
      this.#socket.destroy();
    }
  }

  /** Ends the answer properly; the connection is closed with it. */
  end(why: Ending): void {
    if (this.#over) return;
    this.#finish(why);
    if (this.#chunked) this.#socket.end(LAST_CHUNK);
    else this.#socket.end();
  }

  #finish(why: Ending): void {
    if (this.#over) return;
    this.#over = true;
    this.onEnd(why);
  }
}
