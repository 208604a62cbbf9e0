import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person, Role } from '../../../src/domain/desk/people.ts';
import type { DeskSite, SignedIn } from '../../support/desk-site.ts';
import { launchBrowser } from '../browser.ts';

/** Of the two screens everything is looked at on. */
export const PHONE = { width: 360, height: 780 };
export const LAPTOP = { width: 1280, height: 800 };

export type DeskOptions = {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  /** Where in the desk, `/people`; the list of stories else. */
  at?: string;
  /** Of the browser, for what it says of its own clock. */
  zone?: string;
  /** Whether the desk is kept on the device by its worker. Else it is as by http within a house, and is not loaded twice for it. */
  kept?: boolean;
};

/** A browser with the desk open. When it is closed, nothing may have gone wrong in it that nobody expected. */
export type OpenDesk = AsyncDisposable & {
  page: Page;
  context: BrowserContext;
  person: Person | null;
  /** What went wrong so far: errors of the console, against the page's policy, faults of the server, other hosts. A test that brings one about empties it. */
  wrongs: string[];
};

let browser: Promise<Browser> | null = null;
after(async () => (await browser)?.close());

/** One for all tests of a file. */
const theBrowser = (): Promise<Browser> => (browser ??= launchBrowser());

/**
 * Opens the desk as somebody: a new person of a role, somebody who is here, somebody signed in already; `null`: nobody.
 * Another host is never reached, and asking for one is a wrong.
 */
export async function openDesk(
  site: DeskSite,
  who: Role | Person | SignedIn | null,
  {
    width = LAPTOP.width,
    height,
    scheme = 'light',
    at = '',
    zone = 'America/New_York',
    kept = false,
  }: DeskOptions = {},
): Promise<OpenDesk> {
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: { width, height: height ?? (width < 600 ? PHONE.height : LAPTOP.height) },
    colorScheme: scheme,
    timezoneId: zone,
    locale: 'en-US',
    ...(width < 600 && { hasTouch: true, isMobile: true }),
  });
  const person = who === null ? null : await signIn(site, context, who);
  if (!kept) await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  const page = await context.newPage();
  const wrongs = watch(page, site.url);
  await page.goto(`${site.url}/desk${at}`);
  await page.locator('#desk > *').first().waitFor();
  return {
    page,
    context,
    person,
    wrongs,
    async [Symbol.asyncDispose]() {
      await context.close();
      assert.deepEqual(wrongs, []);
    },
  };
}

/** Waits for so many frames, and what was to be done after each: whatever comes late has come. */
export const drawn = (page: Page, frames = 2): Promise<void> =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1)
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, frames);

/** Paths to which the device keeps the answers, to be read without a network. */
export const keptAnswers = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await (await caches.open('writethru-answers')).keys()).map(({ url }) => new URL(url).pathname),
  );

async function signIn(
  site: DeskSite,
  context: BrowserContext,
  who: Role | Person | SignedIn,
): Promise<Person> {
  const signedIn = typeof who === 'object' && 'cookie' in who ? who : await site.as(who);
  const [name = '', value = ''] = signedIn.cookie.split('=', 2);
  await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  return signedIn.person;
}

/** Notes what goes wrong in a page. A refusal (4xx) is no wrong: the desk is to show it. */
export function watch(page: Page, url: string): string[] {
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    // What a test that takes the network away brings about, at any moment until its page is gone.
    if (message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return;
    wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500) wrongs.push(`${response.status()} ${response.url()}`);
  });
  const { host } = new URL(url);
  page.context().on('request', (request) => {
    const to = new URL(request.url());
    if (to.host !== host && /^https?:/.test(to.protocol)) wrongs.push(`asked ${to.host}`);
  });
  return wrongs;
}
