import { pause } from '../../../support/server-process.ts';
import type { Screen } from './screen.ts';
import { LETTERS, PLACES, PLACES_OF, streamOf, type Name, type Place } from './streams.ts';

/** Between two keys, ms: ten a second, as somebody types who is in a hurry. */
const BETWEEN = 80;
/** Keys in one place before the next. */
const SPELL = 30;

export type Typing = {
  /** What was typed in each place until now. */
  typed: ReadonlyMap<Place, string>;
  /** Types no more; resolves after the last key. */
  stop(): Promise<void>;
};

/** Somebody's two hands: real keys, in one place after the other, on and on. */
export function typeOn({ page }: Screen, name: Name): Typing {
  const places = PLACES_OF[name];
  const typed = new Map<Place, string>(places.map((place) => [place, '']));
  const streams = new Map(places.map((place) => [place, streamOf(name)]));
  const stopping = new AbortController();
  const spell = async (place: Place): Promise<void> => {
    const next = PLACES[PLACES.indexOf(place) + 1] ?? null;
    await page.evaluate(([letters, from, to]) => window.written.goTo(letters, from, to), [
      LETTERS[name],
      place,
      next,
    ] as const);
    // Every other time where nobody else writes: a new paragraph.
    if (isAlone(place) && typed.get(place)!.length % (2 * SPELL) === SPELL)
      await page.keyboard.press('Enter');
    for (let key = 0; key < SPELL && !stopping.signal.aborted; key += 1) {
      const letter = streams.get(place)!();
      await page.keyboard.press(letter);
      typed.set(place, typed.get(place)! + letter);
      await pause(BETWEEN);
    }
  };
  const run = async (): Promise<void> => {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) await spell(places[turn % places.length]!);
  };
  const done = run();
  // Told by `stop`: a browser that closes under a run that failed elsewhere is not what is to be told.
  done.catch(() => undefined);
  return {
    typed,
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

const isAlone = (place: Place): boolean => place === 'ONE' || place === 'FIVE';
