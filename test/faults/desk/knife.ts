/** When the knife falls on an act, ms after it was sent. It homes in on the moment the act is done, from both sides. */
export type Knife = {
  next(): number;
  /** How the act stood after a kill at that time. */
  found(after: number, done: boolean): void;
};

/** However often the act was quicker or slower than before, this much round the last kill stays in reach. */
const REACH = 2;

/** `takes`: what the act takes where nobody is killed, ms. */
export function knife(takes: number, random: () => number): Knife {
  let [early, late] = [0, takes * 1.2];
  return {
    next: () => early + random() * (late - early),
    found(after, done) {
      if (done) [early, late] = [Math.min(early, after / REACH), after];
      else [early, late] = [after, Math.max(late, after * REACH)];
    },
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
