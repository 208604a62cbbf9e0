import { clockIn, datedClockIn, dayOf } from './clock-face.js';
import { afterwards, hold } from './hold.js';
import { facts, recall, remember } from './words.js';

/** What the server wrote in a time, while another clock is told there. @type {WeakMap<Element, ChildNode[]>} */
const written = new WeakMap();

/** What this script wrote: told apart from what came since. @type {WeakMap<Element, string>} */
const told = new WeakMap();

/** @param {string} choice */
export function chooseClock(choice) {
  remember('clock', choice === 'newsroom' ? '' : choice);
  tellByClock();
}

/** Tells every time of the page by the clock the reader chose, and what comes by it too. */
export function tellByClock() {
  afterwards.add(tellAll);
  hold(() => undefined);
}

function tellAll() {
  const choice = recall('clock');
  const zone =
    choice === 'yours'
      ? Intl.DateTimeFormat().resolvedOptions().timeZone
      : choice === 'place' && facts.placeZone;
  for (const button of document.querySelectorAll('[data-clock]')) {
    const isChosen = button.getAttribute('data-clock') === (zone ? choice : 'newsroom');
    button.setAttribute('aria-pressed', `${isChosen}`);
  }
  for (const time of document.querySelectorAll('time')) tell(time, zone);
}

/** @param {HTMLTimeElement} time @param {string | false | undefined} zone */
function tell(time, zone) {
  if (time.textContent !== told.get(time)) written.set(time, [...time.childNodes]);
  const own = written.get(time) ?? [];
  if (!zone) {
    if (told.delete(time)) time.replaceChildren(...own);
    return;
  }
  const text = textOf(Date.parse(time.dateTime), zone, own.map(({ textContent }) => textContent).join(''));
  if (told.get(time) === text && time.textContent === text) return;
  told.set(time, text);
  time.replaceChildren(text);
}

/** The date stands where the newsroom's clock has one, and where the day is another than there. @param {number} at @param {string} zone @param {string} own */
function textOf(at, zone, own) {
  const { zone: home, opened } = facts;
  const isPlain =
    home &&
    opened &&
    [dayOf(at, zone), dayOf(Date.parse(opened), home)].every((day) => day === dayOf(at, home));
  return isPlain ? clockIn(at, zone) : datedClockIn(at, zone, /\p{Nd}{4}/u.test(own));
}
