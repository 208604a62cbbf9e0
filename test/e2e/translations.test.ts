import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { bringAxe } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { openReader, reaches } from './reader.ts';
import { openSite } from './site.ts';

const topOf = (page: Page): Promise<string> => page.locator('.top').innerHTML();

test('an open translation hears of new languages and of a correction of its original, and is good again once checked', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  await site.call('POST /stories', { headline: 'The flood' });
  const gauge = await site.call('POST /stories/the-flood/updates', { markdown: 'The gauge shows 6 metres.' });
  await site.call('POST /stories', { headline: 'Die Flut', lang: 'de', translationOf: 'the-flood' });

  const german = await openReader(browser, `${site.url}/stories/die-flut`);
  const english = await openReader(browser, `${site.url}/stories/the-flood`);
  const note = german.page.locator('.outdated');
  const languages = german.page.locator('.languages a');
  assert.deepEqual(await languages.allTextContents(), ['English']);
  assert.equal(await note.count(), 0);

  await site.call('POST /stories', { headline: '홍수', lang: 'ko', translationOf: 'the-flood' });
  await german.page.locator('.languages a', { hasText: '한국어' }).waitFor();
  await english.page.locator('.languages a', { hasText: '한국어' }).waitFor();
  assert.deepEqual(await languages.allTextContents(), ['English', '한국어']);

  await site.clock('2019-02-28T04:10:00Z');
  await site.call(`POST /updates/${gauge.id}/corrections`, { was: '6 metres', is: '5 metres' });
  await note.waitFor();
  assert.match(
    (await note.textContent()) ?? '',
    /^Das Original wurde nach dieser Übersetzung berichtigt: .*23:10/,
  );
  const fresh = await openReader(browser, `${site.url}/stories/die-flut`);
  assert.equal(await topOf(german.page), await topOf(fresh.page), 'as a fresh page has it');

  for (const colorScheme of ['light', 'dark'] as const) {
    await fresh.page.emulateMedia({ colorScheme });
    assert.deepEqual(await (await bringAxe(fresh.page))(), [], colorScheme);
  }

  const { seq } = await site.call('PATCH /stories/die-flut', { translationChecked: true });
  await reaches(german.page, seq);
  assert.equal(await note.count(), 0);
  await note.waitFor({ state: 'detached' });

  await languages.first().click();
  await german.page.waitForURL('**/stories/the-flood');
  assert.equal(await german.page.locator('html').getAttribute('lang'), 'en');
  for (const { faults } of [german, english, fresh]) assert.deepEqual(faults, []);
});
