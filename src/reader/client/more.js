import { chooseClock, tellByClock } from './clocks.js';
import { goOn } from './earlier.js';
import { pressKey, showKeys } from './keys.js';
import { play } from './player.js';
import { refresh } from './refresh.js';
import { share } from './share.js';
import { missedSince } from './since.js';
import { loadAnew } from './start-over.js';
import { goToUpdate } from './way.js';

/** A reader clicked on what is here for them: a share link, the way on, something to play, a clock, the keys. @param {HTMLElement} asked */
export async function click(asked) {
  const { clock, player } = asked.dataset;
  if (clock) chooseClock(clock);
  else if (player) play(asked);
  else if (!(asked instanceof HTMLAnchorElement)) showKeys();
  else if (asked.classList.contains('onward')) await goOn(asked);
  else await share(asked.href);
}

/** @param {KeyboardEvent} event */
export function press(event) {
  pressKey(event);
}

/** Tells times by the clock that was chosen before. */
export function tellTimes() {
  tellByClock();
}

/** Tells who comes back what they missed. @param {import('./left.js').Left} left */
export function comeBack(left) {
  missedSince(left);
}

/** Goes to an update that stands on another page of its story. @param {string} id */
export async function goTo(id) {
  await goToUpdate(id);
}

/** Makes the page what the server would give now, and resolves with its title. */
export async function renew() {
  return refresh();
}

/** Loads the page anew: its log is gone. */
export function startOver() {
  loadAnew();
}
