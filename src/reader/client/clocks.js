import { clockIn, dateIn, dayOf } from './clock-face.js';
import { afterwards, hold } from './hold.js';
import { said } from './said.js';
import { facts, fill, recall, remember } from './words.js';

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
  const nodes = nodesFor(time, zone, own);
  const text = nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  if (told.get(time) === text && time.textContent === text) return;
  told.set(time, text);
  time.replaceChildren(...nodes);
}

/** In parts where the server wrote it in parts: they are set apart. @param {HTMLTimeElement} time @param {string} zone @param {ChildNode[]} own */
function nodesFor(time, zone, own) {
  const at = Date.parse(time.dateTime);
  const before = own.map(({ textContent }) => textContent).join('');
  const withYear = /\p{Nd}{4}/u.test(before);
  const clock = clockIn(at, zone);
  const date =
    isSameDay(at, zone) && before === clockIn(at, facts.zone ?? zone) ? null : dateIn(at, zone, withYear);
  if (time.closest('.permalink')) {
    return [...(date ? [span('date', date, span('comma', ',')), ' '] : []), span('clock', clock)];
  }
  return [date ? fill(said['dated'] ?? '', { date, clock }) : clock];
}

/** @param {string} name @param {(Node | string)[]} content */
function span(name, ...content) {
  const element = document.createElement('span');
  element.className = name;
  element.append(...content);
  return element;
}

/** Whether it is the day the story opened, there and in the newsroom: then no date is told. @param {number} at @param {string} zone */
function isSameDay(at, zone) {
  const { zone: home, opened } = facts;
  if (!home || !opened) return false;
  const day = dayOf(at, home);
  return day === dayOf(at, zone) && day === dayOf(Date.parse(opened), home);
}
