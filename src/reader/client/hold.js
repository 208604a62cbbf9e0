/** Within so many px of its start a page is at its very top: there new things appear, and nothing is held. */
const TOP = 4;

/** As many of the texts in view as are remembered, should the first of them be taken away. */
const REMEMBERED = 8;

/** What is being read: texts in view and where they stood, px from the top of the window. @type {{ text: Element, top: number }[]} */
let reading = [];

/** Where the page was last scrolled to by `hold`, px. */
let held = -1;

export const atTop = () => scrollY <= TOP;

/** Whether the reader scrolled, and not `hold`. */
export const scrolledByReader = () => Math.abs(scrollY - held) >= 1;

addEventListener(
  'scroll',
  () => {
    if (scrolledByReader()) reading = [];
  },
  { passive: true },
);
addEventListener('resize', () => {
  reading = [];
});

/** What has to follow whenever the page was changed. @type {Set<() => void>} */
export const afterwards = new Set();

/**
 * Changes the page without moving what is being read: the first paragraph wholly in view stays where it is.
 * It is held to the place where the reader put it, so that roundings of many changes do not add up.
 * @param {() => void} change
 */
export function hold(change) {
  const all = () => {
    change();
    for (const act of afterwards) act();
  };
  if (atTop()) return all();
  if (!reading.some(({ text }) => text.isConnected)) reading = inView();
  all();
  const anchor = reading.find(({ text }) => text.isConnected);
  const moved = anchor ? anchor.text.getBoundingClientRect().top - anchor.top : 0;
  if (Math.abs(moved) < 0.5) return;
  scrollBy({ top: moved, behavior: 'instant' });
  held = scrollY;
}

function inView() {
  // What sticks to the window does not move with the text.
  const stuck = [...document.querySelectorAll('.held')].find(
    (one) => getComputedStyle(one).position === 'sticky',
  );
  const seen = [...document.querySelectorAll('main :is(p, li, h1, h2, h3, h4)')]
    .filter((text) => !stuck?.contains(text))
    .map((text) => ({ text, ...extent(text) }))
    .filter(({ top, bottom }) => bottom > Math.max(top, 0) && top < innerHeight);
  const whole = seen.filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
  return (whole.length > 0 ? whole : seen).slice(0, REMEMBERED);
}

/** @param {Element} text */
function extent(text) {
  const { top, bottom } = text.getBoundingClientRect();
  return { top, bottom };
}
