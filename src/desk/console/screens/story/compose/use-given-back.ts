import { useEffect, useRef, type RefObject } from 'react';

/**
 * While something is being sent nothing can be written, and what had the focus loses it. Where it stays after all, it has the
 * focus again, unless that was led elsewhere meanwhile. Returns where it is to be noted.
 */
export function useGivenBack(sending: boolean): RefObject<Element | null> {
  const from = useRef<Element | null>(null);
  useEffect(() => {
    if (sending) return;
    let frame = 0;
    const give = (): void => {
      // The question that was asked is still closing.
      if (document.querySelector('dialog[open]')) return void (frame = requestAnimationFrame(give));
      if (from.current instanceof HTMLElement && isLost()) from.current.focus();
      from.current = null;
    };
    if (from.current) give();
    return () => cancelAnimationFrame(frame);
  }, [sending]);
  return from;
}

/** Nowhere, or at a whole part of the screen. */
function isLost(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.matches('.region');
}
