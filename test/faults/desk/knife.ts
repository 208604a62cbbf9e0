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
