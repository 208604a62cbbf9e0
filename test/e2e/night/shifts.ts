import type { Page } from 'playwright-core';

type Shift = { node: string; by: number };

/** Has the browser itself record what it moves from now on, as it does for the layout shift of a page (layout-instability). */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly };
    const shifts: Shift[] = [];
    const take = (entries: PerformanceEntryList): void => {
      for (const { sources } of entries as unknown as { sources: Source[] }[]) {
        for (const { node, previousRect, currentRect } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          // What stands beside the text and sticks to the window is not what is being read.
          if (!element?.isConnected || !element.closest('main') || element.closest('.rail')) continue;
          shifts.push({
            node: `${element.localName}.${element.className} “${element.textContent?.slice(0, 40)}”`,
            by: Math.abs(currentRect.top - previousRect.top),
          });
        }
      }
    };
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    Object.assign(globalThis, {
      shiftsSince: () => {
        take(observer.takeRecords());
        return shifts.splice(0);
      },
    });
  });
}

/** What the browser moved in the text since it was asked last, by more than a px, once everything was painted. */
export function shifted(page: Page): Promise<Shift[]> {
  return page.evaluate(async () => {
    // A shift is told of after the frame in which it is painted.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { shiftsSince } = globalThis as unknown as { shiftsSince: () => Shift[] };
    return shiftsSince().filter(({ by }) => by > 1);
  });
}
