import { useEffect, type RefObject } from 'react';

/** On phones whose keyboard lies over the page (iOS), tells the style sheet how high it is; measured, so no class can say it. */
export function useKeyboardHeight(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const measure = (): void => {
      const covered = Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop));
      bar.current?.style.setProperty('--keyboard', `${covered}px`);
    };
    measure();
    seen.addEventListener('resize', measure);
    seen.addEventListener('scroll', measure);
    return () => {
      seen.removeEventListener('resize', measure);
      seen.removeEventListener('scroll', measure);
    };
  }, [bar]);
}
