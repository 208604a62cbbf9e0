/** The browser's own small store. One that is full, or shut to pages, keeps nothing, and nothing breaks by it. */
const storeOf = (name: 'localStorage' | 'sessionStorage'): Storage | undefined => {
  try {
    return globalThis[name];
  } catch {
    return undefined;
  }
};

const keepIn = (name: 'localStorage' | 'sessionStorage') => ({
  read: (key: string): string | null => storeOf(name)?.getItem(key) ?? null,
  /** False where it was not kept. */
  keep(key: string, value: string): boolean {
    try {
      storeOf(name)?.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
  forget(key: string): void {
    storeOf(name)?.removeItem(key);
  },
});

/** For all tabs, for good. */
export const browserKeep = keepIn('localStorage');
/** For this tab. */
export const tabKeep = keepIn('sessionStorage');
