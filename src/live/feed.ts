import type { EventMark } from '../domain/event.ts';
import { eachPartOnce, frameText, type Frame } from './frames.ts';
import { Pieces } from './pieces.ts';
import { pastOf, sendable, type Past, type Sendable } from './sendable.ts';

/** Where a feed's frames come from: one story's log, or all logs for the front page. */
export type Source = {
  /** What a reader resumes by: `seq` in a story, `position` on the site. */
  idOf(mark: EventMark): number;
  /** Events after the given id, oldest first. */
  read(after: number, limit: number): Promise<EventMark[]>;
  /** The frames of events, each showing what it touches as it stands now; `over`: nothing will follow, the story has ended. */
  build(marks: EventMark[]): Promise<{ frames: Frame[]; over: boolean }>;
};

const pasts = new WeakMap<Frame, Past>();

/** Whoever was sent a frame last may be pointed back into it, however many came before. */
function pastAfter(frame: Frame, text: string): Past {
  const past = pasts.get(frame) ?? pastOf(Buffer.from(text));
  pasts.set(frame, past);
  return past;
}

/** As many events as are kept in memory; a reader who missed more is served from storage first. */
const HELD = 1000;

/** As many frames are kept until the next event: of all that is in memory, and two batches of what is older, for all who ask from about there. */
const FRAMES = HELD + 400;

/** Ids of a block: of a long past, what is sent at once. */
const BLOCK = 32;

/** A piece of a stream: all frames from a reader's place to `to`, as one buffer. After one that is `over` the stream ends. */
export type Piece = Sendable & { to: number; over: boolean };

/**
 * The end of a log, ready to be written: events in memory, and their finished frames.
 * Frames are of a head: when the log moves on they are made anew, so that no replay shows words that were taken back.
 */
export class Feed {
  readonly #source: Source;
  /** Held events by id, ascending. */
  #marks: EventMark[] = [];
  #frames = new Map<number, Frame>();
  #over = false;
  /** Counts how often frames were to be made anew. */
  #turn = 0;
  readonly #pieces = new Pieces();
  /** Of what is not in memory: apart, so that who asks for it from everywhere does not push out what all are sent. */
  readonly #deep = new Pieces();
  /** A reader at or past this id can be served from memory. */
  #floor: number;
  head: number;
  /** Where the log ends: the last of it may be nothing that this feed tells of. A reader beyond it is of another log. */
  end: number;

  constructor(source: Source, head: number) {
    this.#source = source;
    this.head = head;
    this.end = head;
    this.#floor = head;
  }

  /** Another with everything that frames show: they are the same as long as it is. */
  get version(): string {
    return `${this.head}.${this.#turn}`;
  }

  /** Takes in the events that followed. */
  append(marks: EventMark[]): void {
    const fresh = marks.filter((mark) => this.#source.idOf(mark) > this.head);
    const last = fresh.at(-1);
    if (!last) return;
    this.#marks.push(...fresh);
    this.head = this.#source.idOf(last);
    this.reach(this.head);
    this.#forget();
    if (this.#marks.length > HELD) {
      const dropped = this.#marks.splice(0, this.#marks.length - HELD);
      this.#floor = this.#source.idOf(dropped.at(-1)!);
    }
  }

  #forget(): void {
    this.#frames.clear();
    this.#pieces.clear();
    this.#deep.clear();
  }

  /** The log goes on to here, whether or not that is told. */
  reach(end: number): void {
    this.end = Math.max(this.end, end);
  }

  /** What frames show besides the log has changed: they are made anew. */
  renew(): void {
    this.#turn += 1;
    this.#forget();
  }

  /**
   * What follows the given id, in one buffer shared by all readers who stand there; up to the head,
   * or one batch of an older past. Null at the head.
   */
  async after(id: number, limit: number): Promise<Piece | null> {
    if (id >= this.head) return null;
    if (id < this.#floor) await this.#reachBack(id);
    const pieces = id < this.#floor ? this.#deep : this.#pieces;
    return pieces.from(id, () => this.#piece(id, limit));
  }

  /** What `after` would give, if it is made already. */
  ready(id: number): Piece | undefined {
    return this.#pieces.ready(id);
  }

  /** The same as single frames, for `events.json`. */
  async framesAfter(id: number, limit: number): Promise<{ frames: Frame[]; more: boolean }> {
    if (id >= this.head) return { frames: [], more: false };
    if (id < this.#floor) await this.#reachBack(id);
    const { marks, more } = await this.#marksAfter(id, limit);
    return { frames: eachPartOnce(await this.#framesOf(marks)), more };
  }

  async #piece(id: number, limit: number): Promise<Piece> {
    const { marks } = await this.#marksAfter(id, limit);
    const frames = eachPartOnce(await this.#framesOf(this.#block(marks)));
    const texts = frames.map(frameText);
    const last = frames.at(-1);
    const to = last?.id ?? this.head;
    return {
      ...sendable(texts.join('')),
      ...(last && { past: pastAfter(last, texts.at(-1)!) }),
      to,
      over: this.#over && to >= this.head,
    };
  }

  /**
   * Far from the head a piece ends with its block. Readers who come back from as many places as there are events share all
   * blocks but their first: pieces of their own to the head would each be made, compressed and held.
   */
  #block(marks: EventMark[]): EventMark[] {
    const { idOf } = this.#source;
    const first = marks[0];
    if (!first || this.head - idOf(first) < 2 * BLOCK) return marks;
    const end = Math.ceil(idOf(first) / BLOCK) * BLOCK;
    const after = marks.findIndex((mark) => idOf(mark) > end);
    return after < 0 ? marks : marks.slice(0, after);
  }

  async #marksAfter(id: number, limit: number): Promise<{ marks: EventMark[]; more: boolean }> {
    if (id < this.#floor) {
      const marks = await this.#source.read(id, limit + 1);
      return { marks: marks.slice(0, limit), more: marks.length > limit };
    }
    const from = this.#marks.findIndex((mark) => this.#source.idOf(mark) > id);
    const held = from < 0 ? [] : this.#marks.slice(from, from + limit);
    return { marks: held, more: from >= 0 && this.#marks.length > from + limit };
  }

  /** Memory holds the end of the log that readers ask for, up to its bound. */
  async #reachBack(id: number): Promise<void> {
    if (this.#floor - id > HELD - this.#marks.length) return;
    const { idOf, read } = this.#source;
    const floor = this.#floor;
    const older = (await read(id, HELD)).filter((mark) => idOf(mark) <= floor);
    if (this.#floor !== floor) return;
    this.#marks.unshift(...older);
    this.#floor = id;
  }

  async #framesOf(marks: EventMark[]): Promise<Frame[]> {
    const { idOf, build } = this.#source;
    const head = this.head;
    const turn = this.#turn;
    const frames = new Map(marks.map((mark) => [idOf(mark), this.#frames.get(idOf(mark))]));
    const missing = marks.filter((mark) => !frames.get(idOf(mark)));
    if (missing.length > 0) {
      const built = await build(missing);
      for (const frame of built.frames) frames.set(frame.id, frame);
      // Should the log have moved on meanwhile, these frames are still good for this answer, but not to keep.
      if (this.head === head && this.#turn === turn) {
        this.#over = built.over;
        this.#keep(built.frames);
      }
    }
    return [...frames.values()].filter((frame) => frame !== undefined);
  }

  #keep(frames: Frame[]): void {
    for (const frame of frames) this.#frames.set(frame.id, frame);
    for (const first of this.#frames.keys()) {
      if (this.#frames.size <= FRAMES) break;
      this.#frames.delete(first);
    }
  }
}
