import type { Line } from '../../live/line.ts';
import { sendable, type Sendable } from '../../live/sendable.ts';
import type { DeskEvent } from '../shared/wire.ts';

/** Bytes that may wait for a desk whose line takes none; it comes back and asks for everything anew. */
const MOST_WAITING = 1_000_000;

/** An event as it goes out, made once for all desks. JSON has no raw line break, so no field can be smuggled in. */
export const pieceOf = (event: DeskEvent): Sendable => sendable(`data: ${JSON.stringify(event)}\n\n`);

/** How soon a console comes back by itself, ms. */
const RETRY = sendable('retry: 2000\n\n');

/** One open desk. */
export class DeskStream {
  readonly personId: string;
  /** Whether its session is still good. */
  readonly isSignedIn: () => Promise<boolean>;
  readonly #line: Line;
  #over = false;
  onEnd: () => void = () => undefined;

  constructor(line: Line, personId: string, isSignedIn: () => Promise<boolean>) {
    this.personId = personId;
    this.isSignedIn = isSignedIn;
    this.#line = line;
    line.socket.on('close', () => this.#finish());
    line.write(RETRY);
  }

  tell(piece: Sendable): void {
    if (this.#over) return;
    this.#line.write(piece);
    if (this.#line.socket.writableLength <= MOST_WAITING) return;
    this.#finish();
    this.#line.socket.destroy();
  }

  /** Ends the answer properly; the connection is closed with it. */
  end(): void {
    if (this.#over) return;
    this.#finish();
    this.#line.end();
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.onEnd();
  }
}
