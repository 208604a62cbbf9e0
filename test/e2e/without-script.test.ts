import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';
import { openFullStory } from './full-story.ts';
import { openReader } from './reader.ts';
import { openSite } from './site.ts';

test('without script everything that needs none is used: order, pages, update and back, records, author, hand-on, fold', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug, words, plain, corrected, retracted } = await openFullStory(site);
  for (let n = 1; n <= 50; n += 1)
    await site.call(`POST /stories/${slug}/updates`, { markdown: words.evening(n) });
  const reader = await openReader(browser, `${site.url}/`, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const { page } = reader;
  const link = (name: string) => page.getByRole('link', { name }).first();
  const firstId = (): Promise<string | null> => page.locator('#updates > article').first().getAttribute('id');

  // From the front page into the story.
  await link(words.headlines[0]).click();
  await page.waitForURL(`**/stories/${slug}`);
  const shown = (await page.locator('main').innerText()).toLowerCase();
  for (const text of [words.headlines[0], words.deks[0], words.says[0]!, words.author, words.evening(50)])
    assert.ok(shown.includes(text.toLowerCase()), text);

  // Every link on the page leads to a page, or into this one.
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
  for (const href of new Set(hrefs.filter((one) => one.startsWith(site.url)))) {
    const { pathname, search, hash } = new URL(href);
    assert.equal((await fetch(site.url + pathname + search)).status, 200, href);
    if (hash && pathname === `/stories/${slug}`) assert.equal(await page.locator(hash).count(), 1, hash);
  }

  // The order, and a page further.
  const newest = await firstId();
  await link('Oldest first').click();
  assert.equal(await firstId(), `u-${corrected}`);
  await link('Newest first').click();
  assert.equal(await firstId(), newest);
  await link('Older updates').click();
  assert.equal(await page.locator(`#u-${retracted}.retracted`, { hasText: words.reason }).count(), 1);

  // An update on its own page, and into the story at its place.
  await page.locator(`#u-${plain} .permalink`).click();
  await page.waitForURL(`**/updates/${plain}`);
  await page.locator('.into a').click();
  await page.waitForURL(`**#u-${plain}`);
  assert.ok(await page.locator(`#u-${plain}`).isVisible());

  // A summary's line leads to what it rests on.
  await page.goto(`${site.url}/stories/${slug}`);
  await page.locator('.so-far a').first().click();
  assert.ok(await page.locator(`#u-${plain}`).isVisible());

  // A story is filtered by a form, and what was chosen is taken off by a link.
  await page.goto(`${site.url}/stories/${slug}`);
  await page.locator('.filters summary').click();
  await page.getByRole('checkbox').check();
  await page.locator('.filters button').click();
  await page.waitForURL('**?*only=key#updates-heading');
  assert.deepEqual(await page.locator('#updates > article').evaluateAll((all) => all.map(({ id }) => id)), [
    `u-${plain}`,
    `u-${corrected}`,
  ]);
  await page.locator('.found .all').click();
  await page.waitForURL(`**/stories/${slug}#updates-heading`);

  // All stories are searched by a form.
  await page.goto(`${site.url}/search`);
  await page.getByRole('main').getByRole('searchbox').fill('stairs');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?*q=stairs*');
  assert.ok((await page.locator('main a[href*="/updates/"], main a[href*="/stories/"]').count()) > 0);

  // The pinned update is folded by the browser alone.
  await page.goto(`${site.url}/stories/${slug}`);
  await page.locator('.pinned summary').click();
  assert.equal(await page.locator('.pinned').getAttribute('open'), null);

  // Handing on needs a link and a mail.
  assert.ok((await page.locator('.hand-on .address').getAttribute('href'))?.endsWith(`/stories/${slug}`));
  assert.match((await page.locator('a.mail').getAttribute('href')) ?? '', /^mailto:\?subject=.+&body=http/);

  await link(words.author).click();
  await page.waitForURL('**/authors/*');
  assert.ok(await link(words.headlines[0]).isVisible());
  for (const record of ['corrections', 'history']) {
    assert.equal((await page.goto(`${site.url}/stories/${slug}/${record}`))?.status(), 200);
    assert.ok((await page.locator('main').innerText()).length > 50, record);
  }

  // What is not there leads on.
  assert.equal((await page.goto(`${site.url}/stories/none`))?.status(), 404);
  await link(words.headlines[0]).click();
  await page.waitForURL(`**/stories/${slug}`);
  assert.deepEqual(
    reader.faults.filter((fault) => !fault.includes('404')),
    [],
  );
  assert.deepEqual(await reader.context.cookies(), []);
});
