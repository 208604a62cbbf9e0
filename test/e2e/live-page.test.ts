import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';
import { assertInOrder, listen, mainOf, moved, openReader, reaches, startReading } from './reader.ts';
import { openSite, type Site } from './site.ts';

const LEAD = Array.from({ length: 9 }, (_, n) => `Paragraph ${n + 1} of what is known. `.repeat(8)).join(
  '\n\n',
);

/** A story with a lead as long as a phone's screen or two, and three updates. */
async function openNight(site: Site): Promise<{ slug: string; updates: string[] }> {
  const { slug } = await site.call('POST /stories', {
    headline: 'Summit Opens in Hanoi',
    dek: 'Two leaders meet.',
    lead: { markdown: LEAD },
    byline: ['Ruth Vale'],
    section: 'World',
    placeZone: 'Asia/Ho_Chi_Minh',
  });
  const updates: string[] = [];
  for (const n of [1, 2, 3]) {
    const { id } = await site.call(`POST /stories/${slug}/updates`, {
      markdown: `Update ${n} of the evening.`,
    });
    updates.push(id);
  }
  const summary = [{ text: 'The lunch is said to be back on.', updateId: updates[1] }];
  await site.call(`PATCH /stories/${slug}`, { summary });
  return { slug, updates };
}

type Heard = { said: string[] };

test('everything that happens reaches open pages, moves nothing that is read, and ends as a fresh page would be', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug, updates } = await openNight(site);
  const [first, second, third] = updates as [string, string, string];
  const address = `${site.url}/stories/${slug}`;

  const top = await openReader(browser, address);
  const scrolled = await openReader(browser, address, { viewport: { width: 390, height: 780 } });
  const away = await openReader(browser, address);
  const readers = [top, scrolled];
  const said = await listen(top.page);
  await scrolled.page
    .locator('.lead .body > p')
    .last()
    .evaluate((lead) => lead.scrollIntoView({ block: 'end' }));
  assert.match(await startReading(scrolled.page), /^Paragraph \d/);
  await away.context.setOffline(true);

  /** Both pages show it, and the scrolled one has not moved. */
  const bothShow = async (selector: string, text: string | RegExp): Promise<void> => {
    for (const { page } of readers)
      await page.locator(selector, { hasText: text }).first().waitFor({ state: 'attached' });
    const by = await moved(scrolled.page);
    assert.ok(by <= 1, `what is being read moved ${by} px`);
  };
  const bar = scrolled.page.locator('#bar');
  /** A screen reader at the top has been told of it. */
  const hears = (words: string): Promise<unknown> =>
    top.page.waitForFunction((due) => (globalThis as unknown as Heard).said.join('\n').includes(due), words);

  await site.clock('2019-02-28T05:05:00Z');
  const post = await site.call(`POST /stories/${slug}/updates`, {
    title: 'Lunch in doubt',
    markdown:
      'Kim says he would consider it.\n\n> I would not be here otherwise.\n> — Kim Jong Un, leader, CNN',
    author: 'Ruth Vale',
  });
  await bothShow(`#u-${post.id}`, 'Feb. 28, 12:05 a.m. ET');
  await bothShow('.times .latest', 'Lunch in doubt');
  assert.equal(await bar.textContent(), '1 new update');
  assert.equal(await scrolled.page.title(), '(1) Summit Opens in Hanoi | Writethru');
  assert.ok(await top.page.locator('#bar').isHidden(), 'at the very top it is read as it appears');
  assert.equal(await top.page.title(), 'Summit Opens in Hanoi | Writethru');
  await hears('New update, Feb. 28, 12:05 a.m. ET: Lunch in doubt');

  await site.clock('2019-02-28T05:10:00Z');
  await site.call(`PATCH /updates/${third}`, {
    markdown: 'Update 3 of the evening. It has grown a second sentence.',
  });
  await bothShow(`#u-${third}`, /second sentence.*Edited Feb\. 28, 12:10 a\.m\. ET/);

  await site.clock('2019-02-28T05:45:00Z');
  await site.call(`POST /updates/${post.id}/corrections`, {
    was: 'Kim said it.',
    is: 'Trump said it.',
    note: 'The speakers were mixed up.',
    markdown: 'Trump says he would consider it.',
  });
  await bothShow(`#u-${post.id} .correction`, /12:45 a\.m\. ET.*Kim said it\..*Trump said it\./);
  await hears('Correction to the update of Feb. 28, 12:05 a.m. ET');

  await site.clock('2019-02-28T06:31:00Z');
  await site.call(`PATCH /stories/${slug}`, { headline: 'Summit Ends Early' });
  await bothShow('h1', 'Summit Ends Early');
  await hears('New headline: Summit Ends Early');
  assert.equal(await scrolled.page.title(), '(1) Summit Ends Early | Writethru');

  await site.clock('2019-02-28T06:44:00Z');
  await site.call(`POST /updates/${second}/retraction`, { reason: 'Our source was mistaken.' });
  await bothShow(`#u-${second}.retracted`, /Retracted Feb\. 28, 1:44 a\.m\. ET.*mistaken/);
  await hears('The update of 10:55 p.m. ET was retracted');
  await bothShow('.so-far .withdrawn', 'rested on an update retracted Feb. 28, 1:44 a.m. ET');

  await site.call(`PUT /updates/${first}/pin`);
  await bothShow('.pinned', 'Update 1 of the evening.');
  await site.call(`PATCH /updates/${first}`, { keyEvent: true });
  await bothShow('.key-events', 'Update 1 of the evening.');
  await site.call(`PATCH /updates/${post.id}`, { title: 'Lunch very much in doubt', small: true });
  await bothShow(`#u-${post.id} .title`, 'Lunch very much in doubt');
  assert.equal(await bar.textContent(), '1 new update', 'a small edit counts nowhere');

  await site.clock('2019-02-28T06:50:00Z');
  const last = await site.call(`POST /stories/${slug}/updates`, { markdown: 'No agreement was reached.' });
  await bothShow(`#u-${last.id}`, 'No agreement was reached.');
  await scrolled.page.waitForFunction(() => document.title.startsWith('(2) '));
  assert.equal(await bar.textContent(), '2 new updates');

  await site.call(`PATCH /stories/${slug}`, { state: 'paused', pausedUntil: '2019-02-28T12:00:00Z' });
  await bothShow('.state.paused', 'Paused until Feb. 28, 7 a.m. ET');

  await away.context.setOffline(false);
  const fresh = await openReader(browser, address);
  const seq = Number(await fresh.page.locator('body').getAttribute('data-seq'));
  const expected = await mainOf(fresh.page);
  for (const { page } of [...readers, away]) {
    await reaches(page, seq);
    assert.equal(await mainOf(page), expected);
  }

  await bar.click();
  await scrolled.page.waitForFunction((id) => {
    const box = document.getElementById(id)!.getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight / 2;
  }, `u-${post.id}`);

  await hears('This story is paused');
  const heard = (await said()).join('\n');
  assert.doesNotMatch(heard, /very much in doubt/, 'a small edit is announced to no one');

  for (const reader of [...readers, fresh]) await assertInOrder(reader, site.url);
  // Being offline is itself an error the browser tells of.
  await assertInOrder({ ...away, faults: [] }, site.url);
});
