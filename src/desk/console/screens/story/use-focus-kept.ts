import { useEffect } from 'react';
import { REGIONS, type Region } from './regions.ts';

/** Where the focus was: in which part of the screen, and at which line of the stream. */
type Home = { region: Region; entry: string | null; line: number };

/**
 * The focus is never lost: where what had it goes (a line that was discarded, a sheet that went out, a dialog), it goes to what
 * has taken its place, so that a night can be worked through by keyboard alone.
 */
export function useFocusKept(go: (region: Region, still: () => boolean) => void): void {
  useEffect(() => {
    let home: Home | null = null;
    let looking = 0;
    const note = ({ target }: FocusEvent): void => {
      home = homeOf(target as Element) ?? home;
    };
    // Who presses beside everything has let go of it by hand.
    const press = (): void => {
      requestAnimationFrame(() => {
        if (isLost()) home = null;
      });
    };
    const look = (): void => {
      cancelAnimationFrame(looking);
      looking = requestAnimationFrame(() => {
        if (!home || !isLost() || document.querySelector('dialog[open]')) return;
        const line = home.region === 'stream' ? lineFor(home) : null;
        if (line) line.focus({ preventScroll: true });
        // Whoever has gone somewhere by the time it is drawn stays there.
        else go(home.region, isLost);
      });
    };
    const watched = new MutationObserver(() => {
      if (isLost()) look();
    });
    watched.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    document.addEventListener('pointerup', press);
    return () => {
      cancelAnimationFrame(looking);
      watched.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerup', press);
    };
  }, [go]);
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

const linesIn = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-entry]')];

function homeOf(element: Element): Home | null {
  const region = REGIONS.find((one) => element.closest(`#region-${one}`));
  if (!region) return null;
  const entry = element.closest<HTMLElement>('[data-entry]');
  return { region, entry: entry?.dataset['entry'] ?? null, line: entry ? linesIn().indexOf(entry) : 0 };
}

/** The same line where it is still there, else the one that stands in its place. */
function lineFor({ entry, line }: Home): HTMLElement | null {
  const lines = linesIn();
  return lines.find((one) => one.dataset['entry'] === entry) ?? lines[line] ?? lines.at(-1) ?? null;
}
