import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Request } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { mainOf, openReader, reaches } from './reader.ts';
import { openSite, type Site } from './site.ts';

/** A story with something of everything a page can show. */
async function openNight(site: Site): Promise<{ slug: string; retracted: string; corrected: string }> {
  const { slug } = await site.call('POST /stories', {
    headline: 'River Over the Wall',
    dek: 'The lower town is being cleared.',
    lead: {
      markdown:
        'Water came over the flood wall at nine.\n\n> We are going door to door.\n> — Ana Reis, fire chief, Radio Norte',
    },
    byline: ['Ruth Vale'],
    credit: 'Jonas Weil',
    section: 'World',
  });
  const post = async (body: object): Promise<string> =>
    (await site.call(`POST /stories/${slug}/updates`, body)).id;
  const corrected = await post({
    title: 'Forty houses',
    markdown: 'Forty houses are under water.',
    keyEvent: true,
  });
  const retracted = await post({ markdown: 'The dam has broken.' });
  await post({ markdown: 'The mayor speaks at ten.', analysis: true, author: 'Ruth Vale' });
  await site.call(`POST /updates/${corrected}/corrections`, {
    was: 'Forty',
    is: 'Fourteen',
    markdown: 'Fourteen houses are under water.',
  });
  await site.call(`POST /updates/${retracted}/retraction`, { reason: 'The dam stands.' });
  await site.call(`PUT /updates/${corrected}/pin`);
  await site.call(`PATCH /stories/${slug}`, {
    summary: [{ text: 'Fourteen houses are flooded', updateId: corrected }],
  });
  return { slug, retracted, corrected };
}

test('without script the page is whole: text, summary, updates, correction, stub, share links, the other order', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug, retracted } = await openNight(site);
  const { page } = await openReader(browser, `${site.url}/stories/${slug}`, { javaScriptEnabled: false });
  const text = (await page.locator('main').textContent()) ?? '';
  for (const words of [
    'River Over the Wall',
    'The lower town',
    'We are going door to door.',
    'Ana Reis',
    'Fourteen houses',
    'Forty',
    'The dam stands.',
    'The mayor speaks',
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(!text.includes('The dam has broken'));
  assert.ok((await page.locator('a[href^="mailto:"]').count()) > 0);
  const first = (): Promise<string | null> => page.locator('#updates > article').first().getAttribute('id');
  const newest = await first();
  await page.getByRole('link', { name: 'Oldest first' }).click();
  assert.notEqual(await first(), newest);
  const stub = await page.goto(`${site.url}/stories/${slug}/updates/${retracted}`);
  assert.equal(stub?.status(), 200);
  assert.match((await page.locator('main').textContent()) ?? '', /Retracted .*The dam stands\./);
  assert.equal((await page.goto(`${site.url}/stories/none`))?.status(), 404);
});

test('when the server is gone the page says so; when it is back it says that, and has what was missed', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await openNight(site);
  const reader = await openReader(browser, `${site.url}/stories/${slug}`);
  const status = reader.page.locator('#status');
  await site.server.kill();
  await status.filter({ hasText: 'Connection lost' }).waitFor();
  await site.server.start();
  const post = await site.call(`POST /stories/${slug}/updates`, { markdown: 'The wall is being raised.' });
  await status.filter({ hasText: 'Connected again' }).waitFor();
  await reader.page.locator(`#u-${post.id}`).waitFor({ state: 'attached' });
  await reaches(reader.page, post.seq);
  const fresh = await openReader(browser, `${site.url}/stories/${slug}`);
  assert.equal(await mainOf(reader.page), await mainOf(fresh.page));
});

const isStream = (request: Request): boolean => request.url().includes('/live');

test('an ended story says so on the open page, and asks the server for no stream any more', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await openNight(site);
  const reader = await openReader(browser, `${site.url}/stories/${slug}`, {}, (page) => page.clock.install());
  const streams = (): number => reader.requests.filter((request) => request.includes('/live')).length;
  // The server ends the stream, or the page lets go of it first.
  const closed = Promise.race([
    reader.page.waitForEvent('requestfinished', isStream),
    reader.page.waitForEvent('requestfailed', isStream),
  ]);
  closed.catch(() => undefined);
  await site.call(`PATCH /stories/${slug}`, { state: 'ended' });
  await reader.page.locator('.state.ended').first().waitFor({ state: 'attached' });
  await closed;
  await reader.page.clock.runFor('05:00');
  assert.equal(streams(), 1);
  assert.equal(await reader.page.locator('#status').textContent(), '');
});

test('an ended story that is looked at again has what was corrected since', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug, corrected } = await openNight(site);
  await site.call(`PATCH /stories/${slug}`, { state: 'ended' });
  const reader = await openReader(browser, `${site.url}/stories/${slug}`);
  const { seq } = await site.call(`POST /updates/${corrected}/corrections`, {
    was: 'Fourteen',
    is: 'Sixteen',
  });
  await reader.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await reaches(reader.page, seq);
  await reader.page.locator(`#u-${corrected}`, { hasText: 'Sixteen' }).waitFor();
  assert.ok(reader.requests.every((request) => !request.includes('/live')));
});
