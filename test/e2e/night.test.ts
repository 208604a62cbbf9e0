import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { EVENING, HAPPENINGS, leadOf, READ, type Happening, type Night } from './night/happenings.ts';
import { shifted, watchShifts } from './night/shifts.ts';
import { addressOf, ARABIC, ENGLISH, type Words } from './night/words.ts';
import {
  assertInOrder,
  mainOf,
  moved,
  openReader,
  reaches,
  startReading,
  type ReaderPage,
} from './reader.ts';
import { photo } from '../support/pictures.ts';
import { openSite, type Site } from './site.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

/** When the third reader is in a tunnel: from one happening up to another, twice. */
const TUNNELS = [
  { from: 6, to: 15 },
  { from: 23, to: 34 },
];

/** An instant of the night, from New York's clock. */
function instantAt(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const evening = hour > 12;
  return new Date(Date.UTC(2019, 1, evening ? 27 : 28, hour + 5, minute)).toISOString();
}

/** A story with a long lead and an evening's updates, as it stands when the readers come. */
async function openEvening(site: Site, words: Words): Promise<Night> {
  await site.clock(instantAt('20:00'));
  await site.call(`PUT /authors/${addressOf(words.author)}`, {
    name: words.author,
    role: words.section,
  });
  const told = { alt: words.short, caption: words.is, credit: 'Jonas Weil/AP' };
  const picture = await site.picture(await photo(640, 400), told);
  const { slug } = await site.call('POST /stories', {
    headline: words.headlines[0],
    dek: words.deks[0],
    lead: { markdown: leadOf(words, 6) },
    lang: words.lang,
    zone: 'America/New_York',
  });
  const evening: string[] = [];
  for (let n = 1; n <= EVENING; n += 1) {
    await site.clock(instantAt(`20:${n + 10}`));
    const markdown = `${words.evening(n)}\n\n${words.long}`;
    evening.push((await site.call(`POST /stories/${slug}/updates`, { markdown })).id);
  }
  return { site, words, evening, picture, path: `/stories/${slug}`, posted: new Map() };
}

/** Waits until a page shows what happened. */
async function shows(page: Page, { shows: shown, what }: Happening, night: Night): Promise<void> {
  const { at, says } = shown(night);
  await page
    .locator(at, { hasText: says })
    .first()
    .waitFor({ state: 'attached', timeout: 10_000 })
    .catch((cause: unknown) => {
      throw new Error(`${what}: ${page.url()} does not show it`, { cause });
    });
}

/** Waits until a page is as one loaded anew. */
async function isFresh(reader: ReaderPage, fresh: string, what: string): Promise<void> {
  const end = Date.now() + 8000;
  while ((await mainOf(reader.page)) !== fresh && Date.now() < end) await reader.page.waitForTimeout(50);
  assert.equal(await mainOf(reader.page), fresh, what);
}

async function freshMain(browser: Browser, address: string, options: BrowserContextOptions): Promise<string> {
  const fresh = await openReader(browser, address, options);
  const main = await mainOf(fresh.page);
  await fresh.context.close();
  return main;
}

async function playNight(words: Words, options: BrowserContextOptions): Promise<void> {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const night = await openEvening(site, words);
  const open = (more: BrowserContextOptions): Promise<ReaderPage> =>
    openReader(browser, site.url + night.path, { ...options, ...more });
  const atTop = await Promise.all([open({ viewport: DESK }), open({ viewport: PHONE })]);
  const inTheMiddle = await Promise.all([open({ viewport: DESK }), open({ viewport: PHONE })]);
  const away = await open({ viewport: PHONE });
  const scriptless = await open({ viewport: PHONE, javaScriptEnabled: false });
  for (const { page } of inTheMiddle) {
    await page.locator(`#u-${night.evening[READ - 1]}`).evaluate((update) => update.scrollIntoView());
    await startReading(page);
    await watchShifts(page);
  }
  const live = [...atTop, ...inTheMiddle];
  let tunnelled = false;

  for (const [index, happening] of HAPPENINGS.entries()) {
    const { clock, what } = happening;
    const told = `${clock} ${what}`;
    if (TUNNELS.some(({ from }) => from === index)) {
      await away.context.setOffline(true);
      tunnelled = true;
    }
    await site.clock(instantAt(clock));
    const { seq } = await happening.does(night);
    if (TUNNELS.some(({ to }) => to === index)) {
      await away.context.setOffline(false);
      tunnelled = false;
    }
    const here = tunnelled ? live : [...live, away];
    // An ended story has no stream: it asks when it is looked at again.
    if (index === HAPPENINGS.length - 1)
      for (const { page } of here)
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    for (const { page } of here) {
      await reaches(page, seq);
      await shows(page, happening, night);
    }
    for (const { page } of inTheMiddle) {
      const by = await moved(page);
      assert.ok(by <= 1, `${told}: what is being read moved ${by} px`);
      const shifts = await shifted(page);
      if (!happening.below) assert.deepEqual(shifts, [], told);
    }
    for (const reader of live) await assertInOrder(reader, site.url);
    await scriptless.page.reload();
    await shows(scriptless.page, happening, night);
  }

  const address = site.url + night.path;
  const fresh = await freshMain(browser, address, { ...options, viewport: DESK });
  for (const reader of [...live, away]) {
    await isFresh(reader, fresh, `${reader.page.viewportSize()?.width} px`);
    assert.equal(new URL(reader.page.url()).pathname, night.path);
  }
  await assertInOrder(scriptless, site.url);
  // Being offline is itself an error the browser tells of.
  await assertInOrder({ ...away, faults: [] }, site.url);
}

test('a night of forty events: nothing that is read moves, and every page ends as a fresh load', async () => {
  assert.equal(HAPPENINGS.length, 40);
  await playNight(ENGLISH, { colorScheme: 'light' });
});

test('the same night in Arabic, from right to left, in the dark', async () => {
  await playNight(ARABIC, { colorScheme: 'dark' });
});
