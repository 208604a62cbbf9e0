import { waitOf } from './get.js';
import { takeRoom } from './locks.js';

/** How long the first beat of a stream may take, ms: after that something on the way is holding it back. */
export const FIRST_BEAT = 10_000;

/** Beats come every 25 s: a line that is silent for so long is dead, ms. */
export const SILENCE = 60_000;

/** Between questions of a page that gets no stream, ms; every so many questions a stream is tried again. */
const ASK_EVERY = 5000;
const TRY_STREAM = 12;

/** Longest wait between attempts, ms. */
const LONGEST = 30_000;

const EVENTS = ['beat', 'insert', 'replace', 'remove', 'story', 'reset'];

/**
 * @typedef {object} Line
 * @property {() => string} stream Address of the stream, from where the page stands.
 * @property {() => Promise<unknown>} ask Gets what is missing by a plain question; rejects when there is no answer.
 * @property {(name: string, data: any) => void} take
 * @property {() => boolean} keeps Whether this tab is one that keeps a stream.
 * @property {(up: boolean) => void} stands
 * @property {(wait: number | null) => void} idle A question of a tab that keeps no stream was answered (null), or is to be put again after so many ms.
 */

/** Spread, so that ten thousand pages do not come back at once. @param {number} ms */
export const spread = (ms) => ms * (0.5 + Math.random());

/** Keeps a page at the end of its log: by a stream, or by questions where a stream cannot be had. @param {Line} line */
export function follow({ stream, ask, take, keeps, stands, idle }) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {(() => void) | undefined} */
  let leaveRoom;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** What was begun before the line was last closed comes to nothing. */
  let attempt = 0;
  /** Streams that failed one after another. */
  let failures = 0;
  /** Questions answered since. */
  let answers = 0;
  let isFull = false;
  let asking = false;
  let lost = false;

  /** One thing is awaited at a time: a beat, or the next attempt. @param {number} ms @param {() => void} act */
  const after = (ms, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };

  const close = () => {
    attempt += 1;
    clearTimeout(timer);
    source?.close();
    leaveRoom?.();
    source = leaveRoom = undefined;
  };

  /** @param {boolean} up */
  const tell = (up) => {
    lost = !up;
    stands(up);
  };

  const open = async () => {
    close();
    const mine = attempt;
    const room = await takeRoom();
    if (mine !== attempt) return room?.();
    isFull = !room;
    if (isFull) return question();
    leaveRoom = room;
    const opened = new EventSource(stream());
    source = opened;
    for (const name of EVENTS) {
      opened.addEventListener(name, (event) => {
        if (source !== opened) return;
        // A stream that only says so is as good as none.
        if (name !== 'reset') failures = answers = 0;
        after(SILENCE, broke);
        if (lost) tell(true);
        take(name, JSON.parse(event.data));
      });
    }
    // By itself it would try again too, but not after every answer, and not spread.
    opened.onerror = broke;
    after(FIRST_BEAT, heldBack);
  };

  const broke = () => {
    close();
    failures += 1;
    if (failures === 1) after(spread(1000), () => void open());
    else void question();
  };

  const heldBack = () => {
    close();
    void question();
  };

  const question = async () => {
    if (asking) return;
    asking = true;
    const mine = attempt;
    const wasLost = lost;
    let wait = spread(ASK_EVERY);
    try {
      await ask();
      answers += 1;
      tell(true);
    } catch (error) {
      failures += 1;
      wait = Math.max(waitOf(error), spread(Math.min(LONGEST, 250 * 2 ** Math.min(failures, 8))));
      tell(false);
    }
    asking = false;
    if (mine !== attempt) return;
    if (!keeps()) idle(lost ? wait : null);
    else if (!lost && (wasLost || answers % TRY_STREAM === 0)) void open();
    else after(wait, () => void (isFull ? open() : question()));
  };

  return { open, close, question, after, tell, isLost: () => lost, isOpen: () => source !== undefined };
}
