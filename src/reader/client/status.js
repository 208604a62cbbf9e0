import { words } from './words.js';

/** How long "connected again" stands, ms. */
const STANDS = 4000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} text */
export function show(text) {
  clearTimeout(timer);
  const status = document.getElementById('status');
  if (status && status.textContent !== text) status.textContent = text;
}

/** Shows for a while. @param {string} text */
export function showBriefly(text) {
  show(text);
  timer = setTimeout(() => show(''), STANDS);
}

let lost = false;

/** Whether the line to the newsroom stands; told when that changes. @param {boolean} up */
export function connected(up) {
  if (up !== lost) return;
  lost = !up;
  if (lost) show(words.lost);
  else showBriefly(words.back);
}
