/** Counts what was changed here and not yet said to be saved, by this console's own numbers. `before`: there is something from before. */
export function unsavedCount(before: boolean) {
  let last = 0;
  /** The number each unsaved change goes by. */
  let numbers: number[] = before ? [0] : [];
  return {
    /** The number of one more change. */
    one(): number {
      last += 1;
      numbers.push(last);
      return last;
    },
    /** A number for all there is, which goes out together. */
    all(): number {
      last += 1;
      numbers = numbers.map(() => last);
      return last;
    },
    savedUpTo(number: number): void {
      numbers = numbers.filter((one) => one > number);
    },
    unsaved: (): number => numbers.length,
  };
}
