import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openReader } from './reader.ts';
import { openSite } from './site.ts';

const PLAYER = 'https://www.youtube-nocookie.com/embed/abc_DEF-123';
const video = {
  type: 'embed',
  attrs: { url: 'https://youtu.be/abc_DEF-123', title: 'The harbour at dawn', provider: 'YouTube' },
};
const saying = (words: string) => ({
  document: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }, video],
  },
});

/** Where something stands on its page, px. */
const placeOf = (one: Locator): Promise<{ top: number; width: number; height: number }> =>
  one.evaluate((element) => {
    const { top, width, height } = element.getBoundingClientRect();
    return { top: top + scrollY, width, height };
  });

test('a video is a card until it is clicked; then it plays in its place, and plays on through an edit', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', { headline: 'Harbour', lead: { markdown: 'It is on.' } });
  const { id } = await site.call(`POST /stories/${slug}/updates`, saying('See for yourself.'));
  const asked: string[] = [];
  const reader = await openReader(browser, `${site.url}/stories/${slug}`);
  const { page } = reader;
  await page.route('https://www.youtube-nocookie.com/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<title>player</title>' });
  });
  const card = page.locator('a.embed.player');
  const before = await placeOf(card);
  assert.ok(before.height > 150, 'it has the room of a player');
  assert.deepEqual(asked, []);
  await card.click();
  const frame = page.locator('iframe.player');
  await frame.waitFor();
  assert.deepEqual(await placeOf(frame), before, 'nothing moves');
  assert.equal(await frame.getAttribute('title'), 'The harbour at dawn – YouTube');
  assert.equal(
    await frame.getAttribute('sandbox'),
    'allow-scripts allow-same-origin allow-popups allow-presentation',
  );
  await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  await page.frameLocator('iframe.player').locator('title').waitFor({ state: 'attached' });
  assert.deepEqual(asked, [PLAYER]);
  await site.call(`PATCH /updates/${id}`, saying('See it for yourself.'));
  await page.getByText('See it for yourself.').first().waitFor();
  assert.equal(await frame.count(), 1, 'what plays is left alone');
  assert.deepEqual(asked, [PLAYER]);
});

test('without script the card is a link to where the video lies', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', { headline: 'Harbour', lead: { markdown: 'It is on.' } });
  await site.call(`POST /stories/${slug}/updates`, saying('See for yourself.'));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/stories/${slug}`);
  const card = page.locator('a.embed.player');
  assert.equal(await card.getAttribute('href'), 'https://youtu.be/abc_DEF-123');
  assert.equal(await card.locator('.embed-note').isVisible(), false);
});
