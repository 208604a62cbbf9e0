import { hold } from './hold.js';
import { nodesOf } from './markup.js';
import { morph } from './morph.js';
import { facts, place } from './words.js';

/** @typedef {{ position: number, story?: { html: string } }} SiteFrame */

const STATES = ['live', 'paused', 'ended'];

/** Takes an event of the site's stream: the story's card as it stands now, in its place. @param {string} _ @param {SiteFrame} frame */
export function takeSite(_, frame) {
  if (frame.position <= place()) return;
  facts.seq = `${frame.position}`;
  const came = /** @type {HTMLElement | null} */ (nodesOf(frame.story?.html ?? '').firstElementChild);
  const cards = document.getElementById('cards');
  if (!came || !cards) return;
  hold(() => {
    const standing = document.getElementById(came.id);
    if (standing) morph(standing, came);
    rank(cards, standing ?? came);
    while (cards.childElementCount > Number(facts.per)) cards.lastElementChild?.remove();
  });
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
