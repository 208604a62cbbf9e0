import { follow } from './follow.js';
import { connected } from './status.js';
import { facts, place } from './words.js';

const stream = () => `${facts.live}?after=${place()}`;

/**
 * Keeps the page at the end of its log.
 * @template T @param {(name: string, frame: T) => void} takeEvent @param {() => Promise<void>} ask @param {() => boolean} over
 */
export function start(takeEvent, ask, over) {
  /** @param {string} name @param {string} text */
  const take = (name, text) => {
    if (name === 'reset') reload();
    else if (name !== 'beat') takeEvent(name, JSON.parse(text));
  };
  follow({ stream, ask, take, over, connected });
}

/** The page is of a log that is gone. Once: should the new page be told the same, it stays as it is. */
export function reload() {
  const before = sessionStorage.getItem('reset');
  sessionStorage.setItem('reset', `${place()}`);
  if (before !== `${place()}`) location.reload();
}
