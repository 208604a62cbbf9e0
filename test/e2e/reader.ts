import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A reader with a browser of their own, and what went wrong in it. */
export type ReaderPage = {
  page: Page;
  context: BrowserContext;
  /** Errors of the console and the script. */
  faults: string[];
  /** Requests sent, as `METHOD address`. */
  requests: string[];
};

export async function openReader(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  before: (page: Page) => Promise<void> = async () => undefined,
): Promise<ReaderPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await before(page);
  await page.goto(address, { waitUntil: 'load' });
  return { page, context, faults, requests };
}

/** Waits until the page's script stands at a place in the log. */
export async function reaches(page: Page, seq: number): Promise<void> {
  await page.waitForFunction((to) => Number(document.body.dataset['seq']) >= to, seq);
}

/** What is in main, an element a line, without the marks of what is new. */
export function mainOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
    for (const mark of ['data-unread', 'data-since']) {
      for (const marked of main.querySelectorAll(`[${mark}]`)) marked.removeAttribute(mark);
    }
    return main.innerHTML.replaceAll('><', '>\n<');
  });
}

/** Where the first paragraph wholly in view stands, px from the top of the window; it is remembered in the page. */
export function startReading(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = [...document.querySelectorAll('main p')].find((paragraph) => {
      const { top, bottom, height } = paragraph.getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= innerHeight;
    })!;
    Object.assign(globalThis, { reading: text, readAt: text.getBoundingClientRect().top });
    return text.textContent ?? '';
  });
}

/** How far what is being read has moved since, px. */
export function moved(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { reading, readAt } = globalThis as unknown as { reading: Element; readAt: number };
    return Math.abs(reading.getBoundingClientRect().top - readAt);
  });
}

/** Records everything the page says politely from now on. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const spoken = document.querySelector('[aria-live=polite]')!;
    new MutationObserver(() => said.push(spoken.textContent ?? '')).observe(spoken, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

/** The page is in order: ids are unique, updates stand as in the log, nothing failed, no other host was asked, no cookie set. */
export async function assertInOrder(
  { page, context, faults, requests }: ReaderPage,
  url: string,
): Promise<void> {
  const { ids, seqs } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    seqs: [...document.querySelectorAll<HTMLElement>('#updates > article')].map(({ dataset }) =>
      Number(dataset['seq']),
    ),
  }));
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  assert.deepEqual(
    seqs,
    seqs.toSorted((a, b) => b - a),
    'updates stand in the order of the log',
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(
    requests.filter((request) => !request.includes(` ${url}/`)),
    [],
  );
  assert.deepEqual(await context.cookies(), []);
}
