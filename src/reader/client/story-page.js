import { get } from './get.js';
import { byHand, isPlain } from './by-hand.js';
import { start } from './start.js';
import { over, renewSoon, takeStory } from './story.js';
import { facts, place } from './words.js';

/** @param {import('./together.js').Take} take */
async function ask(take) {
  for (;;) {
    // From the server each time: the same address was asked moments ago, and answered with less.
    const response = await get(`${facts.events}?after=${place()}`, 'no-store').catch((error) => {
      // The story was taken away: the page is what the server says of that.
      if (error.status === 404) location.reload();
      throw error;
    });
    const { events, more } = await response.json();
    for (const { event, data } of events) take(event, data);
    if (!more) return;
  }
}

start(takeStory, ask, over, renewSoon);

// Links from the summary and the like lead to an update's own page; where it stands on this one, to there.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('[data-part] a:not(.permalink)');
  const id = link && /\/updates\/([\w-]+)$/.exec(link.getAttribute('href') ?? '')?.[1];
  if (!id || !isPlain(event) || !document.getElementById(`u-${id}`)) return;
  event.preventDefault();
  location.hash = `u-${id}`;
});

// A link into the page to an update that stands on another page of the story by now.
const wanted = /^#u-([\w-]+)$/.exec(location.hash)?.[1];
if (wanted && !document.getElementById(`u-${wanted}`)) byHand(({ goTo }) => goTo(wanted));
