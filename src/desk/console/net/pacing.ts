/** The first wait and the longest, ms. */
const FIRST = 250;
const LONGEST = 15_000;

/** How long to wait before each try: twice as long each time, spread so that a whole newsroom does not come back at once. */
export function pacing({ first = FIRST, longest = LONGEST, random = Math.random } = {}) {
  let tries = 0;
  return {
    next(): number {
      const whole = Math.min(longest, first * 2 ** tries);
      tries += 1;
      return whole * (0.5 + random() / 2);
    },
    reset(): void {
      tries = 0;
    },
  };
}
