/** Streams that all tabs of a browser hold together: over HTTP/1.1 it has but six connections to a host. */
const STREAMS = 4;

/** Missing on plain http: there each tab is on its own. @type {LockManager | undefined} */
export const locks = navigator.locks;

/**
 * Resolves with what gives the lock back, or with nothing where it is not to be had; then, and when it is
 * taken away later, `lost` is called.
 * @param {string} name @param {LockOptions} options @param {() => void} [lost] @returns {Promise<(() => void) | undefined>}
 */
export function lock(name, options, lost) {
  return new Promise((given) => {
    /** @param {Lock | null} got */
    const hold = (got) => (got ? new Promise((free) => given(() => free(undefined))) : given(undefined));
    locks?.request(name, options, hold).catch(() => {
      given(undefined);
      lost?.();
    });
  });
}

/** Room for one more stream of this browser; nothing where there is none. */
export async function takeRoom() {
  if (!locks) return () => undefined;
  for (let n = 0; n < STREAMS; n += 1) {
    const free = await lock(`stream ${n}`, { ifAvailable: true });
    if (free) return free;
  }
  return undefined;
}
