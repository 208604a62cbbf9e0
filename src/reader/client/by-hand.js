import { recall } from './words.js';

/**
 * What a reader asks for by hand comes when it is first asked for. Where it does not come – the server is away, or has
 * another by now – that is left undone, or done otherwise.
 * @param {(more: typeof import('./more.js')) => unknown} act @param {() => void} [otherwise]
 */
export const byHand = (act, otherwise = () => undefined) =>
  void import('./more.js').then(act).catch(otherwise);

/** Whether a click asks for nothing but to follow the link. @param {MouseEvent} event */
export const isPlain = ({ ctrlKey, metaKey, shiftKey }) => !ctrlKey && !metaKey && !shiftKey;

/** @param {Event} event @returns {HTMLAnchorElement | null} */
const askedBy = ({ target }) =>
  target instanceof Element ? target.closest('a.share, a.onward, a.player, .clocks button') : null;

document.addEventListener('click', (event) => {
  const asked = askedBy(event);
  if (!asked || !isPlain(event)) return;
  event.preventDefault();
  byHand(
    ({ click }) => click(asked),
    () => asked.href && location.assign(asked.href),
  );
});

addEventListener('keydown', (event) => {
  if (/^[njpk?/]$/.test(event.key)) byHand(({ press }) => press(event));
});

// A clock that was chosen once.
if (recall('clock')) byHand(({ tellTimes }) => tellTimes());
