import { FIRST_BEAT, follow, SILENCE, spread } from './follow.js';
import { lock, locks } from './locks.js';

/** A tab that was hidden for so long lets go of its line, ms; it catches up when it is looked at. */
const PATIENCE = 300_000;

/** Between questions of a tab that knows it is behind, ms. */
const BEHIND = 3000;

/** A question for corrections that failed is put again, until the wait between has grown beyond this, ms. */
const FEW = 5000;

/** How seldom a page where only corrections may follow asks for them while it is looked at, and for how long, ms. */
const SELDOM = 720_000;
const DAY = 86_400_000;

/**
 * @typedef {object} Page
 * @property {string} name What it follows: tabs with the same name share a line.
 * @property {() => string} stream
 * @property {(take: Take) => Promise<unknown>} ask
 * @property {Take} take
 * @property {() => number} place
 * @property {() => boolean} over Whether nothing but corrections may follow.
 * @property {(up: boolean) => void} connected
 *
 * @typedef {(name: string, data: any) => void} Take
 *
 * What tabs tell each other: a new one asks to be answered (`hello`); who keeps the line tells whether it stands, and
 * what came: it led from one place in the log to another.
 * @typedef {{ hello?: boolean, up: boolean, from: number, to: number, name?: string, data?: any }} Word
 */

/**
 * Keeps a page at the end of its log, together with the browser's other tabs that follow the same: one keeps the line
 * and tells the others. When it goes, the next goes on from where it stands itself. @param {Page} page
 */
export function together({ name, stream, ask, take, place, over, connected }) {
  /** Whether this tab is with the others, and whether it is the one that keeps the line. */
  let joined = false;
  let keeps = false;
  /** @type {BroadcastChannel | undefined} */
  let channel;
  /** Gives up the line, or the waiting for it. @type {(() => void) | undefined} */
  let leave;
  /** Where the one who keeps the line stands. */
  let due = 0;
  /** Until when corrections are asked for. */
  let until = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;

  /** @param {Partial<Word>} word */
  const say = (word) => channel?.postMessage({ up: !line.isLost(), from: place(), to: place(), ...word });

  /** @type {Take} */
  const took = (event, data) => {
    const from = place();
    take(event, data);
    if (keeps) say({ from, name: event, data });
    if (over()) part();
  };

  const line = follow({
    stream,
    ask: () => ask(took),
    take: took,
    keeps: () => keeps,
    stands(up) {
      if (joined) connected(up);
      if (keeps) say({});
    },
    idle(wait) {
      if (wait !== null && (joined || wait < FEW)) line.after(wait, () => void line.question());
      else if (over()) seldom();
      else if (!joined) join();
      else listen();
    },
  });

  const join = (takesOver = false) => {
    if (joined || over()) return;
    joined = true;
    if (locks) void waitForLine(takesOver);
    else keep();
  };

  const keep = () => {
    keeps = true;
    void line.open();
  };

  /** @param {boolean} takesOver */
  const waitForLine = async (takesOver) => {
    channel = new BroadcastChannel(name);
    channel.onmessage = hear;
    say({ hello: true });
    line.after(FIRST_BEAT, unheard);
    const waiting = new AbortController();
    const { signal } = waiting;
    leave = () => waiting.abort();
    const free = await lock(name, takesOver ? { steal: true } : { signal }, () => {
      // Another tab took it while this one slept.
      if (signal.aborted) return;
      part();
      join();
    });
    if (signal.aborted || !free) return free?.();
    leave = () => {
      waiting.abort();
      free();
    };
    keep();
  };

  const part = () => {
    joined = keeps = false;
    line.close();
    channel?.close();
    leave?.();
    channel = leave = undefined;
    if (over()) seldom();
  };

  /** @param {MessageEvent<Word>} message */
  const hear = ({ data: { hello, up, from, to, name: event, data } }) => {
    if (hello && keeps) say({});
    if (hello || keeps) return;
    due = to;
    line.tell(up);
    if (from > place()) void line.question();
    else if (event) took(event, data);
    if (joined) listen();
  };

  const listen = () => line.after(place() < due ? spread(BEHIND) : SILENCE, unheard);

  /** Should who keeps the line have fallen asleep, as phones let hidden tabs do, it is taken over. */
  const unheard = () => {
    if (place() < due) return void line.question();
    part();
    join(true);
  };

  const seldom = () => {
    if (Date.now() > until) return;
    line.after(spread(SELDOM), () => (document.hidden ? seldom() : void line.question()));
  };

  const look = () => {
    clearTimeout(patience);
    if (document.hidden) {
      patience = setTimeout(part, PATIENCE);
      return;
    }
    until = Date.now() + DAY;
    if (over() || (keeps && !line.isOpen())) void line.question();
    else join();
  };

  addEventListener('offline', () => {
    line.close();
    if (joined) line.tell(false);
  });
  addEventListener('online', () => {
    if (keeps) void line.open();
    else if (joined) void line.question();
  });
  addEventListener('pagehide', part);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
  document.addEventListener('visibilitychange', look);
  until = Date.now() + DAY;
  join();
  if (over()) seldom();
}
