import { hold } from './hold.js';
import { nodesOf } from './markup.js';
import { morph } from './morph.js';
import { facts, place } from './words.js';

/** @typedef {import('../../live/frames.ts').SiteFrameData} SiteFrame */

const STATES = ['live', 'paused', 'ended'];

/** Takes an event of the site's stream: the story's card as it stands now, in its place. @param {string} name @param {SiteFrame} frame */
export function takeSite(name, frame) {
  if (frame.position <= place()) return;
  facts.seq = `${frame.position}`;
  // In the trash.
  if (name === 'remove') return hold(() => document.getElementById(`s-${frame.storyId}`)?.remove());
  const came = /** @type {HTMLElement | null} */ (nodesOf(frame.story?.html ?? '').firstElementChild);
  const cards = document.getElementById('cards');
  if (!came || !cards) return;
  hold(() => {
    const standing = document.getElementById(came.id);
    // A story that was filed under another section goes from this one.
    if (facts.section && frame.story?.section !== facts.section) return standing?.remove();
    document.querySelector('main > .none')?.remove();
    if (standing) morph(standing, came);
    rank(cards, standing ?? came);
    while (cards.childElementCount > Number(facts.per)) {
      cards.lastElementChild?.remove();
      leadOn(/** @type {HTMLElement} */ (cards.lastElementChild));
    }
  });
}

/** The way to earlier stories begins after the last card. @param {HTMLElement} last */
function leadOn({ id, dataset }) {
  const onward = document.querySelector('.pages .onward');
  if (!(onward instanceof HTMLAnchorElement)) return;
  onward.search = `page=${dataset['state']}~${dataset['updated']}~${id.slice(2)}`;
  onward.hidden = false;
}

/** Puts a card where the front page has it: live first, then by last update. @param {HTMLElement} cards @param {HTMLElement} card */
function rank(cards, card) {
  const others = /** @type {HTMLElement[]} */ ([...cards.children]).filter((one) => one !== card);
  const next = others.find((one) => goesBefore(card, one)) ?? null;
  if (!card.isConnected || card.nextElementSibling !== next) cards.insertBefore(card, next);
}

/** @param {HTMLElement} a @param {HTMLElement} b */
function goesBefore(a, b) {
  const [one, other] = [a, b].map(({ dataset, id }) => ({
    state: STATES.indexOf(`${dataset['state']}`),
    last: `${dataset['updated']} ${id}`,
  }));
  if (!one || !other) return false;
  return one.state === other.state ? one.last > other.last : one.state < other.state;
}
