import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { mainOf, openReader, reaches } from './reader.ts';
import { openSite } from './site.ts';

const LIGHT = { accent: '#0a5c2e', live: '#7a1fa2', ink: null, paper: null };
const DARK = { accent: '#7ed9a3', live: '#d7a3f0', ink: null, paper: null };

const linkColour = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--link').trim());

test('open pages take on the site’s name, colours and navigation as they are changed, without a load', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', {
    headline: 'Open Page',
    lead: { markdown: 'It is on.' },
  });
  const path = `/stories/${slug}`;
  const { id } = await site.call(`POST ${path}/updates`, { markdown: 'An update.' });
  const readers = [];
  for (const address of [path, `${path}/updates/${id}`, '/']) {
    readers.push(await openReader(browser, site.url + address, { colorScheme: 'light' }));
  }
  for (const { page } of readers) await page.evaluate(() => Object.assign(globalThis, { loadedOnce: true }));

  for (const [name, colours] of [
    ['The Harbour Post', { light: LIGHT, dark: DARK }],
    ['The Evening Post', null],
  ] as const) {
    await site.call('PATCH /site', { name, colours });
    for (const { page } of readers) {
      await page.locator('.nameplate', { hasText: name }).waitFor();
      const fresh = await openReader(browser, page.url(), { colorScheme: 'light' });
      assert.equal(await linkColour(page), await linkColour(fresh.page));
      assert.equal(await mainOf(page), await mainOf(fresh.page));
      assert.match(await page.title(), new RegExp(name));
      assert.ok(await page.evaluate(() => 'loadedOnce' in globalThis));
      await fresh.context.close();
    }
  }
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'It goes on.' });
  await reaches(readers[0]!.page, seq);
  for (const { faults } of readers) assert.deepEqual(faults, []);
});
