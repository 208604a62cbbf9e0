import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { mainOf, moved, openReader, reaches, startReading } from './reader.ts';
import { openSite, type Site } from './site.ts';

async function openNight(site: Site, updates: number, story: object = {}) {
  const { slug } = await site.call('POST /stories', {
    headline: 'Long Night',
    lead: { markdown: 'It has begun.' },
    ...story,
  });
  const path = `/stories/${slug}`;
  const ids: string[] = [];
  for (let n = 1; n <= updates; n += 1) {
    ids.push((await site.call(`POST ${path}/updates`, { markdown: `Update ${n}.` })).id);
  }
  return { path, ids };
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const onUpdate = (page: Page, id: string): Promise<unknown> =>
  page.waitForFunction((due) => document.activeElement?.id === `u-${due}`, id);

test('n and p, j and k go from update to update; focus goes with them, and typing is left alone', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, ids } = await openNight(site, 12);
  const reader = await openReader(browser, site.url + path, { reducedMotion: 'reduce' });
  const { page } = reader;
  const newest = ids.toReversed();
  await page.keyboard.press('n');
  await onUpdate(page, newest[0]!);
  await page.keyboard.press('j');
  await onUpdate(page, newest[1]!);
  await page.keyboard.press('n');
  await onUpdate(page, newest[2]!);
  const top = await page
    .locator(`#u-${newest[2]}`)
    .evaluate((update) => Math.round(update.getBoundingClientRect().top));
  assert.ok(top >= 0 && top < 200, `it stands at the window’s start: ${top}`);
  await page.keyboard.press('k');
  await onUpdate(page, newest[1]!);
  await page.keyboard.press('Control+p').catch(() => undefined);
  assert.equal(await focused(page), `u-${newest[1]}`);
  await page.keyboard.press('p');
  await onUpdate(page, newest[0]!);
  await page.keyboard.press('p');
  assert.equal(await focused(page), `u-${newest[0]}`, 'before the first there is none');
  assert.deepEqual(reader.faults, []);
});

test('the keys are told in a dialog by ? or a button, and can be switched off for good', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site, 3);
  const { page, faults } = await openReader(browser, site.url + path);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  assert.match((await dialog.textContent()) ?? '', /Next update/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Keys' }).click();
  await dialog.getByRole('checkbox', { name: 'Use single keys' }).uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await page.reload();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Keys' }).click();
  assert.equal(await dialog.getByRole('checkbox').isChecked(), false);
  await dialog.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.waitForFunction(() => document.activeElement?.id.startsWith('u-'));
  assert.deepEqual(faults, []);
});

test('/ goes to the field the story is searched by, and what is typed there is no key', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site, 3);
  const { page, faults } = await openReader(browser, site.url + path);
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('[type=search]'));
  await page.keyboard.type('n?/');
  assert.equal(await page.locator('main [type=search]').inputValue(), 'n?/');
  assert.equal(await page.locator('dialog').count(), 0);
  assert.deepEqual(faults, []);
});

const timesOf = (page: Page): Promise<string[]> =>
  page
    .locator('#updates > article .permalink time')
    .evaluateAll((times) => times.map((time) => time.textContent));

test('every time is told by the newsroom’s clock, the reader’s own or the place’s, and what comes by it too', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site, 1, { zone: 'America/New_York', placeZone: 'Asia/Ho_Chi_Minh' });
  const reader = await openReader(browser, site.url + path, { timezoneId: 'America/Los_Angeles' });
  const { page } = reader;
  await site.clock('2019-02-28T05:05:00Z');
  const post = await site.call(`POST ${path}/updates`, { markdown: 'After midnight.' });
  await reaches(page, post.seq);
  const newsroom = await timesOf(page);
  assert.deepEqual(newsroom, ['Feb. 28, 12:05 a.m. ET', '10:55 p.m. ET']);
  const standing = await mainOf(page);
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator('[data-clock][aria-pressed=true]', { hasText: name }).waitFor();
  };

  await choose('Yours');
  assert.deepEqual(await timesOf(page), ['Feb. 27, 9:05 p.m. PT', '7:55 p.m. PT']);
  assert.equal(await page.getByRole('button', { name: 'Yours' }).getAttribute('aria-pressed'), 'true');
  await choose('Where it happened');
  assert.deepEqual(await timesOf(page), [
    'Feb. 28, 12:05 p.m. Vietnam time',
    'Feb. 28, 10:55 a.m. Vietnam time',
  ]);

  // It is remembered, and what comes is told by it.
  await page.reload();
  await page.locator('#updates time', { hasText: 'Vietnam' }).first().waitFor();
  await site.clock('2019-03-10T06:59:00Z');
  const before = await site.call(`POST ${path}/updates`, { markdown: 'Before the clocks go forward.' });
  await site.clock('2019-03-10T07:30:00Z');
  const after = await site.call(`POST ${path}/updates`, { markdown: 'After.' });
  for (const { seq } of [before, after]) await reaches(page, seq);
  assert.deepEqual((await timesOf(page)).slice(0, 2), [
    'March 10, 2:30 p.m. Vietnam time',
    'March 10, 1:59 p.m. Vietnam time',
  ]);
  await choose('Newsroom');
  assert.deepEqual((await timesOf(page)).slice(0, 2), ['March 10, 3:30 a.m. ET', 'March 10, 1:59 a.m. ET']);
  await choose('Yours');
  assert.deepEqual((await timesOf(page)).slice(0, 2), ['March 9, 11:30 p.m. PT', 'March 9, 10:59 p.m. PT']);
  await choose('Newsroom');
  assert.match(standing, /Feb\. 28/);
  const fresh = await openReader(browser, site.url + path);
  assert.equal(await mainOf(page), await mainOf(fresh.page));
  assert.deepEqual(reader.faults, []);
});

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test('the script tells a clock as the server does, in every language', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  for (const lang of ['en', 'de', 'es', 'fr', 'pt', 'vi', 'ko', 'ar']) {
    const zones = { zone: 'America/New_York', placeZone: 'Europe/Berlin' };
    const { path } = await openNight(site, 1, { headline: `Night ${lang}`, lang, ...zones });
    const { page, context } = await openReader(browser, site.url + path);
    const time = page.locator('.times .latest time');
    const title = (await time.getAttribute('title')) ?? '';
    await page.locator('[data-clock=place]').click();
    await page.locator('[data-clock=place][aria-pressed=true]').waitFor();
    const told = (await time.textContent()) ?? '';
    assert.ok(plain(title).includes(plain(told)), `${lang}: ${told} in ${title}`);
    await context.close();
  }
});

test('the way on brings the next page where it stands: nothing read moves, focus is on what came, edits reach it', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, ids } = await openNight(site, 110);
  const reader = await openReader(browser, site.url + path);
  const { page } = reader;
  const onward = page.locator('.pages .onward');
  await onward.scrollIntoViewIfNeeded();
  await startReading(page);
  await onward.click();
  await onUpdate(page, ids[59]!);
  assert.equal(await page.locator('#updates > article').count(), 100);
  assert.equal(new URL(page.url()).search, '');
  await onward.click();
  await onUpdate(page, ids[9]!);
  assert.equal(await page.locator('#updates > article').count(), 110);
  assert.ok(await onward.isHidden());
  await startReading(page);
  const edit = await site.call(`PATCH /updates/${ids[4]}`, { markdown: 'Update 5, rewritten.' });
  const post = await site.call(`POST ${path}/updates`, { markdown: 'Something new.' });
  for (const { seq } of [edit, post]) await reaches(page, seq);
  assert.ok((await moved(page)) <= 1);
  await page.locator(`#u-${ids[4]}`, { hasText: 'rewritten' }).waitFor({ state: 'attached' });
  const shown = await page
    .locator('#updates > article')
    .evaluateAll((all) => all.map(({ id }) => id.slice(2)));
  assert.deepEqual(shown, [post.id, ...ids.toReversed()]);

  // What the reader brought in stays, also where the whole page is asked for anew.
  await site.call(`PATCH ${path}`, { slug: 'longer-night' });
  await page.waitForURL(`${site.url}/stories/longer-night`);
  assert.ok((await moved(page)) <= 1);
  assert.equal(await page.locator('#updates > article').count(), 111);
  assert.deepEqual(reader.faults, []);
});

test('an address of an update that stands on another page by now leads to it there', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, ids } = await openNight(site, 60);
  const { page } = await openReader(browser, `${site.url}${path}#u-${ids[3]}`);
  await page.locator(`#u-${ids[3]}`).waitFor();
  assert.equal(await page.locator('#updates > article').first().getAttribute('id'), `u-${ids[3]}`);
  assert.equal(new URL(page.url()).hash, `#u-${ids[3]}`);
});
