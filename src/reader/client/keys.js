import { said } from './said.js';
import { visit } from './visit.js';
import { recall, remember } from './words.js';

const UPDATES = '#updates > article, #cards > article';

/** So close to the window's start an update counts as the one being read, px. */
const NEAR = 96;

/** What each key does. @type {[string, string][]} */
const KEYS = [
  ['n · j', 'next'],
  ['p · k', 'previous'],
  ['/', 'search'],
  ['?', 'keys'],
];

/** @returns {HTMLElement | null} */
const searchField = () => document.querySelector('[type=search]');

/** Whether a key was pressed alone while nobody types; who switched keys off has none. @param {KeyboardEvent} event */
function isAlone({ target, ctrlKey, metaKey, altKey }) {
  const isTyping =
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], dialog') !== null;
  return !(ctrlKey || metaKey || altKey || isTyping || recall('keys'));
}

/** @param {KeyboardEvent} event */
export function pressKey(event) {
  const { key } = event;
  if (!isAlone(event)) return;
  if (key === '?') showKeys();
  else if (key === '/') search();
  else step('nj'.includes(key) ? 1 : -1);
}

function search() {
  const field = searchField();
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}

// Some browsers have a search of their own on this key.
addEventListener('keydown', (event) => {
  if (event.key === '/' && searchField() && isAlone(event)) event.preventDefault();
});

/** @param {number} by */
function step(by) {
  const updates = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(UPDATES)]);
  const focused = updates.findIndex((one) => one.contains(document.activeElement));
  // Where none has focus, the one at the window's start is where the reader is.
  const above = updates.filter((one) => one.getBoundingClientRect().top < NEAR).length - 1;
  const from = focused >= 0 ? focused : by > 0 || above < 0 ? above : above + 1;
  const update = updates[from + by];
  if (!update) return;
  visit(update, matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');
}

/** @type {HTMLDialogElement | undefined} */
let dialog;

export function showKeys() {
  dialog ??= makeDialog();
  dialog.showModal();
}

function makeDialog() {
  const list = make(
    'dl',
    ...KEYS.flatMap(([key, name]) => {
      if (name === 'search' && !searchField()) return [];
      const keys = key.split(' · ').flatMap((one, at) => [at > 0 ? ' ' : '', make('kbd', one)]);
      return [make('dt', ...keys), make('dd', said[name] ?? '')];
    }),
  );
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: !recall('keys') });
  box.addEventListener('change', () => remember('keys', box.checked ? '' : 'off'));
  const close = make('button', said['close'] ?? '');
  const heading = Object.assign(make('h2', said['keys'] ?? ''), { id: 'keys-heading' });
  const made = /** @type {HTMLDialogElement} */ (
    make('dialog', heading, list, make('p', make('label', box, ' ', said['useKeys'] ?? '')), make('p', close))
  );
  made.className = 'keys';
  made.setAttribute('aria-labelledby', heading.id);
  close.addEventListener('click', () => made.close());
  document.body.append(made);
  return made;
}

/** @param {string} name @param {(Node | string)[]} content */
function make(name, ...content) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}
