/** What a player may do: run and be seen; not lead the reader away from here. */
const MAY = 'allow-scripts allow-same-origin allow-popups allow-presentation';
const FEATURES = 'autoplay; encrypted-media; fullscreen; picture-in-picture';

/** Puts the provider's player where the card stands. Until then nothing was asked of the provider. @param {HTMLElement} card */
export function play(card) {
  const frame = document.createElement('iframe');
  frame.className = card.className;
  frame.dataset['player'] = card.dataset['player'];
  frame.title = [...card.querySelectorAll('bdi')].map(({ textContent }) => textContent).join(' – ');
  frame.setAttribute('sandbox', MAY);
  frame.allow = FEATURES;
  // Without a referrer some refuse to play; of the page they learn no more than whose site it is on.
  frame.referrerPolicy = 'strict-origin';
  frame.src = `${card.dataset['player']}`;
  card.replaceWith(frame);
  frame.focus();
}
