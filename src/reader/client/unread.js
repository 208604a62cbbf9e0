import { atTop, scrolledByReader } from './hold.js';
import { count, facts, words } from './words.js';

/** How long an update that came into view keeps its mark, ms. */
const FADES = 4000;

/** Ids of updates that came while the page was open and were not in view since, oldest first. @type {Set<string>} */
const unread = new Set();

const bar = /** @type {HTMLAnchorElement | null} */ (document.getElementById('bar'));

let title = document.title;

/** @param {string} to */
export function retitle(to) {
  title = to;
  tell();
}

/** An update came; at the very top of a page that is looked at it is read as it appears. @param {string} id */
export function addUnread(id) {
  document.getElementById(id)?.setAttribute('data-unread', '');
  unread.add(id);
  look();
}

/** It counts no more: it was retracted or removed. @param {string} id */
export function forget(id) {
  if (unread.has(id)) see(id);
  tell();
}

/** Marks as read what is in view. */
function look() {
  const top = atTop() && facts.grows === 'top' && !document.hidden;
  for (const id of unread) if (top) see(id);
  tell();
}

function lookAround() {
  for (const id of unread) {
    const box = document.getElementById(id)?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < innerHeight - 48) see(id);
  }
  look();
}

/** @param {string} id */
function see(id) {
  unread.delete(id);
  setTimeout(() => document.getElementById(id)?.removeAttribute('data-unread'), FADES);
}

function tell() {
  const n = unread.size;
  document.title = n > 0 ? `(${n}) ${title}` : title;
  if (!bar) return;
  const [first] = unread;
  bar.hidden = n === 0;
  bar.textContent = n > 0 ? count(words.newUpdates, n) : '';
  bar.href = first && document.getElementById(first) ? `#${first}` : `${facts.path}`;
}

bar?.addEventListener('click', (event) => {
  const [first] = unread;
  const update = first && document.getElementById(first);
  if (!update) return;
  event.preventDefault();
  update.tabIndex = -1;
  update.addEventListener('blur', () => update.removeAttribute('tabindex'), { once: true });
  update.focus({ preventScroll: true });
  update.scrollIntoView({ behavior: 'instant' });
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
