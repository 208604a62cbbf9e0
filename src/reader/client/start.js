import { byHand } from './by-hand.js';
import { connected } from './status.js';
import { together } from './together.js';
import { facts, place } from './words.js';

/**
 * Keeps the page at the end of its log.
 * @param {(name: string, frame: any) => void} takeEvent
 * @param {(take: import('./together.js').Take) => Promise<unknown>} ask Tells what came to what it is given, if it has events.
 * @param {() => boolean} over
 * @param {() => void} renew Asks for the whole page, before long: the site's settings are others than those it was made with.
 */
export function start(takeEvent, ask, over, renew) {
  together({
    name: `${facts.live}`,
    stream: () => `${facts.live}?after=${place()}`,
    ask,
    take(name, frame) {
      if (name === 'reset') byHand(({ startOver }) => startOver());
      else if (name !== 'beat') takeEvent(name, frame);
      else if (frame.site > Number(facts.siteSeq)) renew();
    },
    place,
    over,
    connected,
  });
}
