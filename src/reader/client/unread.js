import { atTop, scrolledByReader } from './hold.js';
import { visit } from './visit.js';
import { count, facts, place, words } from './words.js';

/** How long an update that came into view keeps its mark, ms. */
const FADES = 4000;

/** Updates that were not in view since they came or were corrected, by id: the first seq that was not read. @type {Map<string, number>} */
const unread = new Map();

/** Those of them that came or were corrected before the page was opened. @type {Set<string>} */
const missed = new Set();

/** What is told of those. */
let since = '';

const bar = /** @type {HTMLAnchorElement | null} */ (document.getElementById('bar'));

let title = document.title;

/** @param {string} to */
export function retitle(to) {
  title = to;
  tell();
}

/** An update came; at the very top of a page that is looked at it is read as it appears. @param {string} id @param {number} seq */
export function addUnread(id, seq) {
  mark(id, seq);
  look();
}

/** @param {string} id @param {number} seq */
function mark(id, seq) {
  document.getElementById(id)?.setAttribute('data-unread', '');
  unread.set(id, seq);
}

/** Updates that came, or were corrected, while the reader was away: to be gone to, the first at first. @param {[string, number][]} updates @param {string} sentence */
export function addMissed(updates, sentence) {
  for (const [id, seq] of updates) {
    mark(id, seq);
    missed.add(id);
  }
  since = sentence;
  tell();
}

/** Up to where the log was read. */
export const read = () => Math.min(place(), ...[...unread.values()].map((seq) => seq - 1));

/** It counts no more: it was retracted or removed. @param {string} id */
export function forget(id) {
  if (unread.has(id)) see(id);
  tell();
}

/** Marks as read what is in view. */
function look() {
  const top = atTop() && facts.grows === 'top' && !document.hidden;
  for (const id of unread.keys()) if (top && !missed.has(id)) see(id);
  tell();
}

function lookAround() {
  for (const id of unread.keys()) {
    const box = document.getElementById(id)?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < innerHeight - 48) see(id);
  }
  look();
}

/** @param {string} id */
function see(id) {
  unread.delete(id);
  missed.delete(id);
  setTimeout(() => document.getElementById(id)?.removeAttribute('data-unread'), FADES);
}

function tell() {
  const n = unread.size - missed.size;
  if (missed.size === 0) since = '';
  document.title = n > 0 ? `(${n}) ${title}` : title;
  if (!bar) return;
  const [first] = unread.keys();
  bar.hidden = !first;
  bar.textContent = [since, n > 0 ? count(words.newUpdates, n) : ''].filter(Boolean).join(' · ');
  bar.href = first && document.getElementById(first) ? `#${first}` : `${facts.path}`;
}

bar?.addEventListener('click', (event) => {
  const [first] = unread.keys();
  const update = first && document.getElementById(first);
  if (!update) return;
  event.preventDefault();
  since = '';
  visit(update);
  lookAround();
});
let planned = false;
addEventListener(
  'scroll',
  () => {
    if (planned || unread.size === 0 || !scrolledByReader()) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      lookAround();
    });
  },
  { passive: true },
);
document.addEventListener('visibilitychange', look);
