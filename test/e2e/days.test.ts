import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openReader, reaches } from './reader.ts';
import { openSite } from './site.ts';

/** The headings of days and the updates that are seen, in the order they are seen in. */
const seenIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#updates .day, #updates .body')]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => one.textContent.trim()),
  );

test('where the day turns the date stands: in either order, on every page, filtered, without script, and as it happens', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', {
    headline: 'Turn of the Day',
    lead: { markdown: 'It has begun.' },
    zone: 'America/New_York',
  });
  const path = `/stories/${slug}`;
  const at = async (instant: string, markdown: string, more = {}) => {
    await site.clock(instant);
    return site.call(`POST ${path}/updates`, { markdown, ...more });
  };
  await at('2019-02-28T04:58:00Z', 'Eleven fifty-eight.', { keyEvent: true });
  const [newest, oldest, keys] = [
    await openReader(browser, site.url + path),
    await openReader(browser, `${site.url}${path}?order=oldest`),
    await openReader(browser, `${site.url}${path}?only=key`),
  ];
  const midnight = await at('2019-02-28T05:00:00Z', 'Midnight.');
  await at('2019-02-28T05:05:00Z', 'Five past.', { keyEvent: true });
  const later = await at('2019-03-02T17:00:00Z', 'Two days on.');
  const readers = [newest, oldest, keys];
  for (const { page } of readers) await reaches(page, later.seq);
  const [wed, thu, sat] = ['Wednesday, February 27', 'Thursday, February 28', 'Saturday, March 2'];
  const forth = [wed, 'Eleven fifty-eight.', thu, 'Midnight.', 'Five past.', sat, 'Two days on.'];
  const back = [sat, 'Two days on.', thu, 'Five past.', 'Midnight.', wed, 'Eleven fifty-eight.'];
  assert.deepEqual(await seenIn(newest.page), back);
  assert.deepEqual(await seenIn(oldest.page), forth);
  assert.deepEqual(await seenIn(keys.page), [thu, 'Five past.', wed, 'Eleven fifty-eight.']);

  const retracted = await site.call(`POST /updates/${midnight.id}/retraction`, { reason: 'Not so.' });
  for (const { page } of readers) await reaches(page, retracted.seq);
  assert.deepEqual(
    (await seenIn(oldest.page)).filter((seen) => seen.includes(',')),
    [wed, thu, sat],
    'a stub keeps its day',
  );
  for (const { page, context } of readers) {
    const fresh = await context.newPage();
    await fresh.goto(page.url());
    assert.deepEqual(await seenIn(page), await seenIn(fresh));
  }
  const plain = await openReader(browser, `${site.url}${path}?page=${later.seq}`, {
    javaScriptEnabled: false,
  });
  assert.deepEqual(await plain.page.locator('#updates .day:visible').allTextContents(), [thu, wed]);
});
