import type { Browser, BrowserContext, Page } from 'playwright-core';
import { watchWriting, type Seen } from './in-the-page.ts';
import { LETTERS, type Name } from './streams.ts';

/** How long anything may take that is waited for, ms. */
const WITHIN = 60_000;

/** A browser with the real console open on a draft. */
export type Screen = {
  context: BrowserContext;
  page: Page;
  /** Lines to the draft's room on which the newsroom was heard. */
  lines(): number;
  /** What is written, a paragraph a line. */
  text(): Promise<string>;
  body(): Promise<unknown>;
  /** Resolves when its line to the newsroom is up; somebody who types faster than a disk syncs always has a word to save. */
  connected(): Promise<void>;
  /** Resolves when it says that every word is with the newsroom. */
  saved(): Promise<void>;
  seen(): Promise<Seen>;
};

export type Opening = { url: string; cookie: string; storyId: string; draftId: string; name?: Name };

export async function openScreen(browser: Browser, opening: Opening): Promise<Screen> {
  const { url, cookie, storyId, draftId, name } = opening;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const [cookieName = '', value = ''] = cookie.split('=', 2);
  await context.addCookies([{ name: cookieName, value, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(WITHIN);
  let lines = 0;
  page.on('websocket', (socket) => {
    if (socket.url().includes(draftId)) socket.once('framereceived', () => (lines += 1));
  });
  await page.goto(`${url}/desk/stories/${storyId}?draft=${draftId}`);
  await page.locator('.region-write .ProseMirror', { hasText: 'FIVE' }).waitFor();
  const watched = { all: Object.values(LETTERS), own: name ? LETTERS[name] : '' };
  await page.evaluate(watchWriting, watched);
  return {
    context,
    page,
    lines: () => lines,
    text: () => page.evaluate(() => window.written.text()),
    body: () => page.evaluate(() => window.written.body()),
    connected: () => page.locator('.region-write').locator('.saved-saved, .saved-saving').first().waitFor(),
    saved: () => page.locator('.region-write .saved-saved').waitFor(),
    seen: () => page.evaluate(() => window.written.seen),
  };
}
