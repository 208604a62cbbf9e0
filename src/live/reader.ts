import { randomInt } from 'node:crypto';
import { StorageUnavailable } from '../domain/errors.ts';
import type { Feed, Piece } from './feed.ts';
import { RESET } from './frames.ts';
import type { Line } from './line.ts';
import { sendable, type Sendable } from './sendable.ts';
import { turnOfOnesOwn } from './turns.ts';

/** When a reading that storage could not give is tried again, ms: spread, as there are many. */
const AGAIN_FROM = 500;
const AGAIN_TO = 2000;

/** Most events in one write to a reader who missed many. */
export const AT_ONCE = 200;

/** A line that has still to take the end of its stream, and takes nothing for so long, is closed, ms. */
const TAKES_WITHIN = 60_000;

const LOAD_ANEW = sendable(RESET);

export type Ending = 'ended' | 'reset' | 'gone' | 'slow' | 'stopping' | 'broken';

/**
 * One open stream: a socket and a place in the log. What is missing goes out in one write, made once for all who
 * stand at the same place; while the line takes no more, the reader simply lags.
 */
export class Reader {
  readonly feed: Feed;
  readonly #line: Line;
  readonly #stalled: number;
  #at: number;
  #isBlocked = false;
  #pumping = false;
  #over = false;
  onEnd: (why: Ending) => void = () => undefined;

  /** @param stalled how long its line may take nothing of what waits for it before it is let go, ms; it resumes where it was. */
  constructor(feed: Feed, line: Line, at: number, stalled: number) {
    this.feed = feed;
    this.#line = line;
    this.#at = at;
    this.#stalled = stalled;
    const { socket } = line;
    socket.on('close', () => this.#finish('gone'));
    // Whoever says no more hears no more.
    socket.on('end', () => socket.destroy());
    socket.on('drain', () => {
      this.#isBlocked = false;
      socket.setTimeout(0, this.#letGo);
      this.pump();
    });
  }

  /**
   * Sends what is missing, if the line is free. Never throws; while storage is away the line is kept, any other failed reading
   * ends the stream, and the reader resumes.
   */
  pump(): void {
    while (this.#lacks()) {
      const piece = this.feed.ready(this.#at);
      if (!piece) return this.#fetch();
      this.#take(piece);
    }
  }

  /** Where it stands in the log, when it could be sent more now; else null. */
  get place(): number | null {
    return this.#lacks() ? this.#at : null;
  }

  #lacks(): boolean {
    return !this.#pumping && !this.#over && !this.#isBlocked && !this.#isAtHead();
  }

  /** Whether everything there is was sent. */
  get isUpToDate(): boolean {
    return !this.#isBlocked && this.#isAtHead();
  }

  #isAtHead(): boolean {
    return this.#at >= this.feed.head && this.#at <= this.feed.end;
  }

  #fetch(): void {
    if (this.#at > this.feed.end) {
      this.#write(LOAD_ANEW);
      return this.end('reset');
    }
    this.#pumping = true;
    this.feed.after(this.#at, AT_ONCE).then(
      (piece) => {
        this.#pumping = false;
        if (piece && !this.#over) this.#take(piece);
        // Whoever missed a whole night is sent it block by block: each is read, rendered and compressed, and others wait.
        if (this.#lacks()) void turnOfOnesOwn().then(() => this.pump());
      },
      (error: unknown) => {
        if (!(error instanceof StorageUnavailable)) return this.end('broken');
        // Ten thousand lines that are let go while the database is away would be a storm just as it comes back.
        setTimeout(
          () => {
            this.#pumping = false;
            this.pump();
          },
          randomInt(AGAIN_FROM, AGAIN_TO),
        ).unref();
        return undefined;
      },
    );
    return undefined;
  }

  #take(piece: Piece): void {
    this.#at = piece.to;
    this.#write(piece);
    if (piece.over) this.end('ended');
  }

  #write(sent: Sendable): void {
    if (this.#line.write(sent) || this.#isBlocked) return;
    this.#isBlocked = true;
    // It begins anew with all that the line takes, so that whoever takes little, but always some, is sent the whole.
    this.#line.socket.setTimeout(this.#stalled, this.#letGo);
  }

  readonly #letGo = (): void => {
    this.#finish('slow');
    this.#line.socket.destroy();
  };

  beat(beat: Sendable): void {
    if (!this.#over && !this.#isBlocked) this.#write(beat);
  }

  /** Ends the answer properly; the connection is closed with it. */
  end(why: Ending): void {
    if (this.#over) return;
    this.#finish(why);
    this.#line.end();
    const { socket } = this.#line;
    if (socket.writableLength > 0) socket.setTimeout(TAKES_WITHIN, () => socket.destroy());
  }

  /** Closes the connection, whatever it still had to say. */
  cut(): void {
    this.#line.socket.destroy();
  }

  #finish(why: Ending): void {
    if (this.#over) return;
    this.#over = true;
    this.onEnd(why);
  }
}
