import type { Browser, Page } from 'playwright-core';

/** What a page of this bench writes down, by the clock that all processes of a machine share: ms since 1970, with fractions. */
type Noted = {
  /** Of the key that published last. */
  pressed: number;
  /** Of the last key in the text. */
  typed: number;
  /** When the publication was sent, and when its answer had come. */
  asked: number;
  answered: number;
  /** When each mark was first there to be read. */
  seen: Record<string, number>;
};

declare global {
  // oxlint-disable-next-line no-var
  var noted: Noted;
}

/** Runs in the page by itself, before anything else: `watched` is where words appear. */
function note(watched: string): void {
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const now = (): number => performance.timeOrigin + performance.now();
  globalThis.noted = { pressed: 0, typed: 0, asked: 0, answered: 0, seen: {} };
  addEventListener(
    'keydown',
    ({ key, ctrlKey }) => {
      if (key === 'Enter' && ctrlKey) noted.pressed = now();
      else noted.typed = now();
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const { name, startTime, responseEnd } of list.getEntries() as PerformanceResourceTiming[]) {
      if (!name.endsWith('/publication')) continue;
      noted.asked = performance.timeOrigin + startTime;
      noted.answered = performance.timeOrigin + responseEnd;
    }
  }).observe({ type: 'resource' });
  new MutationObserver(() => {
    const at = now();
    const words = document.querySelector(watched)?.textContent ?? '';
    for (const [mark] of words.matchAll(/@@M\d+@@|~\d+~/g)) noted.seen[mark] ??= at;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** A page that notes; `cookie` is a person's at the desk. */
export async function notingPage(
  browser: Browser,
  address: string,
  watched: string,
  cookie?: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=', 2);
    await context.addCookies([
      { name, value, url: new URL(address).origin, httpOnly: true, sameSite: 'Lax' },
    ]);
    // The desk is loaded once, not a second time by its worker.
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  }
  await context.addInitScript(note, watched);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  return page;
}

/** When a mark was there, once it is. */
export async function seenAt(page: Page, mark: string): Promise<number> {
  const found = await page.waitForFunction((sought) => noted.seen[sought], mark, { polling: 20 });
  return (await found.jsonValue())!;
}

export const notedIn = (page: Page): Promise<Noted> => page.evaluate(() => noted);

/** Where an update is written at the desk. */
export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the update' });
