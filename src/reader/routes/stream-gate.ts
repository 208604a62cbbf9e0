/** Bounds open streams: of this thread in all, and of one address where the operator turned that on. Addresses are kept in memory alone. */
export type StreamGate = {
  enter(address: string): Entry;
  /** Without an address; null where it needs one, or is full. */
  enterUnnamed(): { leave: () => void } | null;
};

/** `retryAfter`: when who was refused may come back, seconds. */
export type Entry =
  | { type: 'open'; leave: () => void }
  | { type: 'full'; retryAfter: number }
  | { type: 'too-many'; retryAfter: number };

const RETRY_AFTER = 5;

/** `most` open streams, `perAddress` of one address (0: no bound). */
export function streamGate(most: number, perAddress: number): StreamGate {
  const byAddress = new Map<string, number>();
  let open = 0;
  return {
    enterUnnamed() {
      if (perAddress > 0 || open >= most) return null;
      open += 1;
      return {
        leave: () => {
          open -= 1;
        },
      };
    },
    enter(address) {
      const here = byAddress.get(address) ?? 0;
      if (open >= most) return { type: 'full', retryAfter: RETRY_AFTER };
      if (perAddress > 0 && here >= perAddress) return { type: 'too-many', retryAfter: RETRY_AFTER };
      open += 1;
      if (perAddress > 0) byAddress.set(address, here + 1);
      let left = false;
      const leave = (): void => {
        if (left) return;
        left = true;
        open -= 1;
        const now = byAddress.get(address) ?? 0;
        if (now <= 1) byAddress.delete(address);
        else byAddress.set(address, now - 1);
      };
      return { type: 'open', leave };
    },
  };
}
