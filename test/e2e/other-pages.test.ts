import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdingBack } from '../support/holding-back.ts';
import { launchBrowser } from './browser.ts';
import { mainOf, moved, openReader, reaches, startReading, type ReaderPage } from './reader.ts';
import { openSite, type Site } from './site.ts';

/** A story with as many updates as asked; their ids, oldest first. */
async function openLongNight(site: Site, updates: number): Promise<{ path: string; ids: string[] }> {
  const { slug } = await site.call('POST /stories', {
    headline: 'Long Night',
    lead: { markdown: 'It has begun.' },
    byline: ['Ruth Vale'],
  });
  const ids: string[] = [];
  for (let n = 1; n <= updates; n += 1) {
    ids.push((await site.call(`POST /stories/${slug}/updates`, { markdown: `Update ${n}.` })).id);
  }
  return { path: `/stories/${slug}`, ids };
}

async function assertFresh({ page, context }: ReaderPage): Promise<void> {
  const standing = await mainOf(page);
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  assert.equal(standing, await mainOf(fresh));
  await fresh.close();
}

test('whichever page of a story is open, what is new comes where it belongs there', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, ids } = await openLongNight(site, 52);
  const address = site.url + path;
  const newest = await openReader(browser, address);
  const older = await openReader(browser, `${address}?page=4`);
  const begun = await openReader(browser, `${address}?order=oldest`);
  const last = await openReader(browser, `${address}?order=oldest&page=51`);
  const all = [newest, older, begun, last];

  const post = await site.call(`POST ${path}/updates`, { markdown: 'Something new.' });
  await site.call(`PATCH /updates/${ids[0]}`, { markdown: 'Update 1, rewritten.' });
  for (const { page } of all) await reaches(page, post.seq + 1);
  for (const reader of all) await assertFresh(reader);

  const shown = ({ page }: ReaderPage): Promise<number> => page.locator(`#u-${post.id}`).count();
  assert.deepEqual(
    [await shown(newest), await shown(older), await shown(begun), await shown(last)],
    [1, 0, 0, 1],
  );
  assert.equal(await newest.page.locator('#updates > article').count(), 50, 'a page stays a page');
  for (const { page } of [older, begun]) {
    assert.equal(await page.locator('#bar').textContent(), '1 new update');
    assert.equal(await page.locator('#bar').getAttribute('href'), path, 'the bar leads to where it stands');
  }
  assert.equal(await begun.page.locator(`#u-${ids[0]}`, { hasText: 'rewritten' }).count(), 1);
});

test('the last page, read from the oldest on, leads on when it is full', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openLongNight(site, 49);
  const reader = await openReader(browser, `${site.url}${path}?order=oldest`);
  await site.call(`POST ${path}/updates`, { markdown: 'The fiftieth.' });
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'The fifty-first.' });
  await reaches(reader.page, seq);
  await assertFresh(reader);
  await reader.page.getByRole('link', { name: 'Newer updates' }).click();
  await reader.page.locator('#updates').getByText('The fifty-first.').waitFor();
});

test('the first update of a story appears where it said there is none', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openLongNight(site, 0);
  const reader = await openReader(browser, site.url + path);
  assert.ok(await reader.page.getByText('No updates yet').isVisible());
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'The first.' });
  await reaches(reader.page, seq);
  assert.ok(await reader.page.getByText('No updates yet').isHidden());
  await assertFresh(reader);
});

test('an open page follows its story to a new address, another zone and another byline', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openLongNight(site, 3);
  await site.call('PUT /authors/bo-lind', { name: 'Bo Lind', role: 'Stringer' });
  const reader = await openReader(browser, site.url + path);
  const { seq } = await site.call(`PATCH ${path}`, { slug: 'longer-night' });
  await reader.page.waitForURL(`${site.url}/stories/longer-night`);
  await reaches(reader.page, seq);
  await assertFresh(reader);
  await site.call('PATCH /stories/longer-night', { zone: 'Europe/Berlin', byline: ['Bo Lind'] });
  await reader.page.getByText('By Bo Lind').waitFor();
  await reader.page.locator('#updates time', { hasText: 'CET' }).first().waitFor();
  await assertFresh(reader);
});

test('an update’s own page follows what becomes of it and of its story', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, ids } = await openLongNight(site, 2);
  const reader = await openReader(browser, `${site.url}${path}/updates/${ids[0]}`);
  await site.call(`PATCH /updates/${ids[0]}`, { title: 'Now with a title' });
  await reader.page.getByText('Now with a title').waitFor();
  await site.call(`PATCH ${path}`, { headline: 'A Longer Night' });
  await site.call(`PATCH ${path}`, { state: 'ended' });
  await reader.page.locator('.state.ended').waitFor();
  await reader.page.locator('h1', { hasText: 'A Longer Night' }).waitFor();
  await reader.page.waitForFunction(() => document.title.endsWith('A Longer Night | Writethru'));
  await assertFresh(reader);
});

test('the front page lives: new stories, new lines, and their order', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const first = await site.call('POST /stories', { headline: 'First Story', lead: { markdown: 'One.' } });
  const reader = await openReader(browser, site.url);
  const { page } = reader;
  const order = (...headlines: string[]): Promise<unknown> =>
    page.waitForFunction(
      (due) => [...document.querySelectorAll('.card h2')].map((h) => h.textContent).join() === due,
      headlines.join(),
    );
  await site.clock('2019-02-28T04:10:00Z');
  await site.call('POST /stories', { headline: 'Second Story', lead: { markdown: 'Two.' } });
  await order('Second Story', 'First Story');
  await site.clock('2019-02-28T04:20:00Z');
  await site.call(`POST /stories/${first.slug}/updates`, { markdown: 'It goes on.' });
  await order('First Story', 'Second Story');
  await page.getByText('It goes on.').waitFor();
  await site.call(`PATCH /stories/${first.slug}`, { state: 'ended' });
  await order('Second Story', 'First Story');
  await page.locator('.state.ended').waitFor();
  await assertFresh(reader);
  assert.deepEqual(reader.faults, []);
});

test('behind a proxy that holds streams back, the page asks instead, and has everything', async () => {
  await using site = await openSite();
  await using proxy = await holdingBack(site.url);
  await using browser = await launchBrowser();
  const { path } = await openLongNight(site, 3);
  const reader = await openReader(browser, proxy.url + path, {}, (page) => page.clock.install());
  const { page } = reader;
  await startReading(page);
  const first = await site.call(`POST ${path}/updates`, { markdown: 'Held back.' });
  await page.clock.runFor('00:12');
  await reaches(page, first.seq);
  const second = await site.call(`POST ${path}/updates`, { markdown: 'And again.' });
  await page.clock.runFor('00:10');
  await reaches(page, second.seq);
  assert.equal(await page.locator('#status').textContent(), '', 'a line that works is not called lost');
  await assertFresh(reader);
});

test('a page from before a backup was restored loads itself anew, once', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openLongNight(site, 2);
  const reader = await openReader(browser, site.url + path);
  let loads = 0;
  reader.page.on('load', () => {
    loads += 1;
  });
  await reader.page.evaluate(() => {
    document.body.dataset['seq'] = '999';
    window.dispatchEvent(new Event('online'));
  });
  await reader.page.waitForFunction(() => document.body.dataset['seq'] === '3');
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'Going on.' });
  await reaches(reader.page, seq);
  assert.equal(loads, 1);
});

test('a reader in the middle of a long page is not moved by whatever comes', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, ids } = await openLongNight(site, 40);
  const reader = await openReader(browser, site.url + path, { viewport: { width: 360, height: 640 } });
  const { page } = reader;
  await page.locator(`#u-${ids[20]}`).evaluate((update) => update.scrollIntoView({ block: 'center' }));
  await startReading(page);
  const long = 'A sentence that goes on for more than a line of a phone. '.repeat(9);
  const happenings: (() => Promise<{ seq: number }>)[] = [
    () => site.call(`POST ${path}/updates`, { markdown: long, title: 'Above' }),
    () =>
      site.call(`PATCH ${path}`, { headline: 'A Headline That Has Grown Much Longer Than It Was Before' }),
    () => site.call(`PATCH /updates/${ids[35]}`, { markdown: long }),
    () => site.call(`PUT /updates/${ids[3]}/pin`),
    () =>
      site.call(`PATCH ${path}`, {
        summary: [{ text: long.slice(0, 300), updateId: ids[2] }],
        dek: long.slice(0, 200),
      }),
    () => site.call(`PATCH /updates/${ids[5]}`, { markdown: long }),
    () => site.call(`POST /updates/${ids[30]}/retraction`, { reason: 'Wrong.' }),
    () => site.call(`POST ${path}/updates`, { markdown: 'Short.' }),
  ];
  for (const happens of happenings) {
    const { seq } = await happens();
    // The pin answers with the seq of its event, as everything does.
    await reaches(page, seq);
    const by = await moved(page);
    assert.ok(by <= 1, `moved ${by} px at ${seq}`);
  }
  assert.equal(await page.locator('#bar').textContent(), '2 new updates');
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#bar')!.hidden);
  await assertFresh(reader);
});
