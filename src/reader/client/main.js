import { follow } from './follow.js';
import { takeSite } from './front.js';
import { get } from './get.js';
import { refresh } from './refresh.js';
import { connected } from './status.js';
import { over, place, takeStory } from './story.js';
import { facts } from './words.js';

const takeEvent = /** @type {(name: string, frame: never) => void} */ (
  facts['events'] ? takeStory : takeSite
);

/** @param {string} name @param {object} frame */
function take(name, frame) {
  if (name === 'reset') reload();
  else if (name !== 'beat') takeEvent(name, /** @type {never} */ (frame));
}

/** The page is of a log that is gone. Once: should the new page be told the same, it stays as it is. */
function reload() {
  const before = sessionStorage.getItem('reset');
  sessionStorage.setItem('reset', `${facts['seq']}`);
  if (before !== `${facts['seq']}`) location.reload();
}

async function ask() {
  if (!facts['events']) return refresh(place);
  for (;;) {
    const response = await get(`${facts['events']}?after=${place()}`);
    const { events, more } = await response.json();
    for (const { event, data } of events) take(event, data);
    if (!more) return;
  }
}

if (facts['live']) {
  follow({
    stream: () => `${facts['live']}?after=${place()}`,
    ask,
    take: (name, text) => take(name, JSON.parse(text)),
    over,
    connected,
  });
}

// Links from the summary and the like lead to an update's own page; where it stands on this one, to there.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('[data-part] a:not(.permalink)');
  const id = link && /\/updates\/([\w-]+)$/.exec(link.getAttribute('href') ?? '')?.[1];
  if (!id || event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById(`u-${id}`)) return;
  event.preventDefault();
  location.hash = `u-${id}`;
});

// A link into the page to an update that has moved on to an older page.
const wanted = /^#u-([\w-]+)$/.exec(location.hash)?.[1];
if (wanted && facts['grows'] === 'top' && !document.getElementById(`u-${wanted}`)) {
  location.replace(`${facts['path']}/updates/${wanted}`);
}
