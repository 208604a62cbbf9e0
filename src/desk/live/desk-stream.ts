import { chunk, LAST_CHUNK } from '../../live/frames.ts';
import type { Begun } from '../../live/sse.ts';
import type { DeskEvent } from '../shared/wire.ts';

/** Bytes that may wait for a desk whose line takes none; it comes back and asks for everything anew. */
const MOST_WAITING = 1_000_000;

/** An event as it goes out, made once for all desks. JSON has no raw line break, so no field can be smuggled in. */
export type Piece = { plain: string; chunked: Buffer };

export function pieceOf(event: DeskEvent): Piece {
  const plain = `data: ${JSON.stringify(event)}\n\n`;
  return { plain, chunked: chunk(plain) };
}

/** How soon a console comes back by itself, ms. */
const RETRY = 'retry: 2000\n\n';

/** One open desk. */
export class DeskStream {
  readonly personId: string;
  /** Whether its session is still good. */
  readonly isSignedIn: () => Promise<boolean>;
  readonly #line: Begun;
  #over = false;
  onEnd: () => void = () => undefined;

  constructor(line: Begun, personId: string, isSignedIn: () => Promise<boolean>) {
    this.personId = personId;
    this.isSignedIn = isSignedIn;
    this.#line = line;
    line.socket.on('close', () => this.#finish());
    this.#write({ plain: RETRY, chunked: chunk(RETRY) });
  }

  tell(piece: Piece): void {
    if (this.#over) return;
    this.#write(piece);
    if (this.#line.socket.writableLength <= MOST_WAITING) return;
    this.#finish();
    this.#line.socket.destroy();
  }

  /** Ends the answer properly; the connection is closed with it. */
  end(): void {
    if (this.#over) return;
    this.#finish();
    const { socket, chunked } = this.#line;
    if (chunked) socket.end(LAST_CHUNK);
    else socket.end();
  }

  #write({ plain, chunked }: Piece): void {
    this.#line.socket.write(this.#line.chunked ? chunked : plain);
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.onEnd();
  }
}
