import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';
import { openReader, reaches } from './reader.ts';
import { openSite } from './site.ts';

test('a section’s page takes what is filed there, live, and lets go of what is filed elsewhere', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const first = await site.call('POST /stories', { headline: 'Ferry late', section: 'City' });
  const { page, faults } = await openReader(browser, `${site.url}/sections/city`);
  const shown = (): Promise<string[]> => page.locator('#cards h2').allTextContents();

  await site.call('POST /stories', { headline: 'Cup final', section: 'Sport' });
  await site.call('POST /stories', { headline: 'Bridge closed', section: 'City' });
  await page.locator('#cards h2', { hasText: 'Bridge closed' }).waitFor();
  assert.deepEqual(await shown(), ['Bridge closed', 'Ferry late']);

  await site.call(`PATCH /stories/${first.slug}`, { section: 'Sport' });
  await page.locator('#cards h2', { hasText: 'Ferry late' }).waitFor({ state: 'detached' });
  assert.deepEqual(await shown(), ['Bridge closed']);
  assert.deepEqual(faults, []);
});

test('the front page drops its “nothing yet” with the first story, and leads on to those that no longer fit', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { page } = await openReader(browser, site.url);
  assert.equal(await page.locator('main > .none').count(), 1);
  let last = 0;
  for (let n = 1; n <= 41; n += 1) {
    ({ seq: last } = await site.call('POST /stories', { headline: `Story ${n}` }));
  }
  assert.equal(last, 1);
  await reaches(page, 41);
  assert.equal(await page.locator('main > .none').count(), 0);
  assert.equal(await page.locator('#cards > *').count(), 40);
  const onward = page.locator('.pages .onward');
  assert.ok(await onward.isVisible());
  const response = await page.goto(await onward.evaluate((link: HTMLAnchorElement) => link.href));
  assert.equal(response?.status(), 200);
  assert.deepEqual(await page.locator('#cards h2').allTextContents(), ['Story 1']);
});

test('an open story shows who an author is soon after it was recorded, without a new event of the story', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', { headline: 'River', byline: ['Ruth Vale'] });
  const { page, faults } = await openReader(browser, `${site.url}/stories/${slug}`);
  await site.call('PUT /authors/ruth-vale', { name: 'Ruth Vale', role: 'Night editor' });
  await page.locator('.about .role', { hasText: 'Night editor' }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('.byline a[href="/authors/ruth-vale"]').count(), 1);
  assert.deepEqual(faults, []);
});
