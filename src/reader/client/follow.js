import { waitOf } from './get.js';

/** How long the first beat of a stream may take, ms: after that something on the way is holding it back. */
const FIRST_BEAT = 10_000;

/** Beats come every 25 s: a line that is silent for so long is dead, ms. */
const SILENCE = 60_000;

/** Between questions of a page that gets no stream, ms; every so many questions a stream is tried again. */
const ASK_EVERY = 5000;
const TRY_STREAM = 12;

/** Longest wait between attempts, ms. */
const LONGEST = 30_000;

const EVENTS = ['beat', 'insert', 'replace', 'remove', 'story', 'reset'];

/**
 * @typedef {object} Line
 * @property {() => string} stream Address of the stream, from where the page stands.
 * @property {() => Promise<void>} ask Gets what is missing by a plain question; rejects when there is no answer.
 * @property {(name: string, text: string) => void} take
 * @property {() => boolean} over Whether nothing will follow.
 * @property {(up: boolean) => void} connected
 */

/** Spread, so that ten thousand pages do not come back at once. @param {number} ms */
const spread = (ms) => ms * (0.5 + Math.random());

/** Keeps a page at the end of its log: by a stream, or by questions where a stream cannot be had. @param {Line} line */
export function follow({ stream, ask, take, over, connected }) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Streams that failed one after another. */
  let failures = 0;
  /** Questions answered since. */
  let asked = 0;
  let asking = false;
  let lost = false;

  /** One thing is awaited at a time: a beat, or the next attempt. @param {number} ms @param {() => void} act */
  const after = (ms, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  /** @param {boolean} up */
  const stands = (up) => {
    lost = !up;
    connected(up);
  };

  const open = () => {
    close();
    if (over()) return;
    const opened = new EventSource(stream());
    source = opened;
    for (const name of EVENTS) {
      opened.addEventListener(name, (event) => {
        if (source !== opened) return;
        failures = 0;
        asked = 0;
        stands(true);
        after(SILENCE, broke);
        take(name, event.data);
      });
    }
    // By itself it would try again too, but not after every answer, and not spread.
    opened.onerror = broke;
    after(FIRST_BEAT, heldBack);
  };

  const broke = () => {
    close();
    failures += 1;
    if (over()) return;
    if (failures === 1) after(spread(1000), open);
    else void question();
  };

  const heldBack = () => {
    close();
    void question();
  };

  const question = async () => {
    if (asking) return;
    asking = true;
    const wasLost = lost;
    let wait = spread(ASK_EVERY);
    try {
      await ask();
      asked += 1;
      stands(true);
    } catch (error) {
      failures += 1;
      wait = Math.max(waitOf(error), spread(Math.min(LONGEST, 250 * 2 ** Math.min(failures, 8))));
      if (!over()) stands(false);
    }
    asking = false;
    if (source || over()) return;
    if (!lost && (wasLost || asked % TRY_STREAM === 0)) open();
    else after(wait, () => void question());
  };

  addEventListener('offline', () => {
    close();
    if (!over()) stands(false);
  });
  addEventListener('online', open);
  addEventListener('pagehide', close);
  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  // An ended story asks once when it is looked at again: it may have been corrected.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !source) void question();
  });
  open();
}
