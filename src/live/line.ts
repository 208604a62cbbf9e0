import type { Socket } from 'node:net';
import { joinedCrc } from './crc32.ts';
import { DirectWriter } from './direct.ts';
import { deflated, gzipEnd, GZIP_HEAD } from './deflated.ts';
import { chunk, LAST_CHUNK, type Deflated, type Past, type Sendable } from './sendable.ts';

/**
 * How a stream's body is coded. `plain`: it ends with the connection (HTTP/1.0). `chunked`: in chunks (HTTP/1.1).
 * `gzip`: compressed besides, in pieces that are made once for all readers.
 */
export type LineCoding = 'plain' | 'chunked' | 'gzip';

const GZIP_BEGINS = chunk(GZIP_HEAD);

/** What thousands are sent one after the other is looked up once. */
let last: { sent: Sendable | null; past: Past | null; made: Deflated | null } = {
  sent: null,
  past: null,
  made: null,
};

function compressed(sent: Sendable, past: Past | null): Deflated {
  if (last.made && last.sent === sent && last.past === past) return last.made;
  const made = deflated(sent, past);
  last = { sent, past, made };
  return made;
}

/** Whoever came between the same events has the same checksum so far. */
const joined: { before: number; made: Deflated | null; after: number } = { before: 0, made: null, after: 0 };

function checksumAfter(before: number, made: Deflated): number {
  if (joined.made !== made || joined.before !== before) {
    joined.before = before;
    joined.made = made;
    joined.after = joinedCrc(before, made.crc, made.shift);
  }
  return joined.after;
}

/** A stream's connection, after its answer's head: what goes out is put in its coding. */
export class Line {
  readonly socket: Socket;
  readonly #coding: LineCoding;
  readonly #direct: DirectWriter;
  #past: Past | null = null;
  #crc = 0;
  /** Bytes that were said, before they were compressed. */
  #size = 0;

  constructor(socket: Socket, coding: LineCoding) {
    this.socket = socket;
    this.#coding = coding;
    this.#direct = new DirectWriter(socket);
    if (coding === 'gzip') socket.write(GZIP_BEGINS);
  }

  /** Whether the line takes more at once. */
  write(sent: Sendable): boolean {
    if (this.#coding === 'plain') return this.#direct.write(sent.plain);
    if (this.#coding === 'chunked') return this.#direct.write(sent.chunked);
    const made = compressed(sent, this.#past);
    this.#past = made.past;
    this.#crc = checksumAfter(this.#crc, made);
    this.#size += made.size;
    return this.#direct.write(made.chunked);
  }

  /** Ends the answer properly, and the connection with it. */
  end(): void {
    const { socket } = this;
    if (this.#coding === 'gzip') socket.write(chunk(gzipEnd(this.#crc, this.#size)));
    if (this.#coding !== 'plain') socket.write(LAST_CHUNK);
    socket.destroySoon();
  }
}
