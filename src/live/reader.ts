import type { Feed } from './feed.ts';
import { RESET } from './frames.ts';
import type { Line } from './line.ts';
import { sendable, type Sendable } from './sendable.ts';

/** Most events in one write to a reader who missed many. */
const AT_ONCE = 200;

/** A reader whose line takes nothing for so long is let go, ms; it resumes where it was. */
const STALLED = 60_000;

const LOAD_ANEW = sendable(RESET);

export type Ending = 'ended' | 'reset' | 'gone' | 'slow' | 'stopping' | 'broken';

/**
 * One open stream: a socket and a place in the log. What is missing goes out in one write, made once for all who
 * stand at the same place; while the line takes no more, the reader simply lags.
 */
export class Reader {
  readonly feed: Feed;
  readonly #line: Line;
  #at: number;
  #blockedSince = 0;
  #pumping = false;
  #over = false;
  onEnd: (why: Ending) => void = () => undefined;

  constructor(feed: Feed, line: Line, at: number) {
    this.feed = feed;
    this.#line = line;
    this.#at = at;
    const { socket } = line;
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
      this.#write(LOAD_ANEW);
      this.end('reset');
      return;
    }
    const piece = await this.feed.after(this.#at, AT_ONCE);
    if (!piece || this.#over) return;
    this.#at = piece.to;
    this.#write(piece);
    if (piece.over) this.end('ended');
  }

  #write(sent: Sendable): void {
    if (!this.#line.write(sent)) this.#blockedSince = Date.now();
  }

  beat(beat: Sendable): void {
    if (this.#over) return;
    if (this.#blockedSince === 0) this.#write(beat);
    else if (Date.now() - this.#blockedSince > STALLED) {
      this.#finish('slow');
      this.#line.socket.destroy();
    }
  }

  /** Ends the answer properly; the connection is closed with it. */
  end(why: Ending): void {
    if (this.#over) return;
    this.#finish(why);
    this.#line.end();
  }

  #finish(why: Ending): void {
    if (this.#over) return;
    this.#over = true;
    this.onEnd(why);
  }
}
