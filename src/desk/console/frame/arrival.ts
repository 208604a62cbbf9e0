import { useEffect } from 'react';
import { useParams } from 'wouter';
import { announce } from '../kit/announcements.ts';

/** The first screen of a page is told by the browser itself. */
let isFirst = true;

/** Whoever comes to a screen from another begins at its name, and hears it; where it puts the focus itself, that stands. */
export function useArrival(): void {
  const { storyId } = useParams();
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    // What a screen shows first may still be on its way: its name comes with it.
    const watched = new MutationObserver(() => arrive());
    const arrive = (): void => {
      const name = document.querySelector<HTMLElement>('#desk h1');
      if (!name) return;
      watched.disconnect();
      announce(name.textContent);
      if (isElsewhere()) focusName(name);
    };
    // A place in the screen takes the focus in a frame of its own.
    const frame = requestAnimationFrame(() => {
      watched.observe(document.body, { childList: true, subtree: true });
      arrive();
    });
    return () => {
      cancelAnimationFrame(frame);
      watched.disconnect();
    };
  }, [storyId]);
}

/** Whether the focus is still where one came from: in the frame, or nowhere. */
function isElsewhere(): boolean {
  const { activeElement } = document;
  if (document.querySelector('dialog[open]')) return false;
  return !activeElement?.closest('main') || activeElement.id === 'screen';
}

function focusName(name: HTMLElement): void {
  name.tabIndex = -1;
  name.focus({ preventScroll: true });
}
