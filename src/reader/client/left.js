import { isFiltered, seqOf } from './story.js';
import { byHand } from './by-hand.js';
import { read } from './unread.js';
import { facts, place, recall, remember } from './words.js';

/** Stories whose reading is remembered: the last ones that were left. */
const STORIES = 50;

/** A story that was read: its address, the place in its log up to which it was, and when it was left, ms. @typedef {[string, number, number]} Left */

/** @returns {Left[]} */
function all() {
  try {
    /** @type {Left[]} */
    const kept = [...JSON.parse(recall('left') ?? '[]')];
    return kept.filter(Array.isArray);
  } catch {
    return [];
  }
}

/** On such a page what was missed can be seen: it grows with its story. */
const grows = facts.grows !== 'no' && !isFiltered && document.body.matches('.story-page');

/** @returns {Left | undefined} */
const before = () => all().find(([path]) => path === facts.path);

/** Kept in this browser and nowhere else. */
function leave() {
  if (!grows) return;
  const others = all().filter(([path]) => path !== facts.path);
  const [, seq, at] = before() ?? [];
  // Who leaves with something unread is told of it as missed since the time before.
  const since = (read() < place() && at) || Date.now();
  const now = [facts.path, Math.max(read(), seq ?? 0), since];
  remember('left', JSON.stringify([now, ...others].slice(0, STORIES)));
}

const left = grows && before();
if (left && [...document.querySelectorAll('[data-seq]')].some((one) => seqOf(one) > left[1])) {
  byHand(({ comeBack }) => comeBack(left));
}
// A page that is closed or left for another is hidden first.
document.addEventListener('visibilitychange', () => document.hidden && leave());
