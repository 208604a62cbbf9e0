/** Does something at once when asked, but not again before `every` ms have passed: then once for all who asked meanwhile. */
export function atMostEvery(every: number, act: () => void): { ask: () => void; stop: () => void } {
  let resting: NodeJS.Timeout | null = null;
  let asked = false;
  const rest = (): void => {
    resting = setTimeout(() => {
      resting = null;
      if (!asked) return;
      asked = false;
      act();
      rest();
    }, every);
    resting.unref();
  };
  return {
    ask() {
      if (resting) {
        asked = true;
        return;
      }
      act();
      rest();
    },
    stop() {
      if (resting) clearTimeout(resting);
    },
  };
}
