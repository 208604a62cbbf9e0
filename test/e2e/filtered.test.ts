import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { mainOf, openReader, reaches, type ReaderPage } from './reader.ts';
import { openSite } from './site.ts';

/** As a fresh load of the same address is; the count above the list comes with the page, within seconds. */
async function becomesFresh({ page, context }: ReaderPage): Promise<void> {
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  const due = await mainOf(fresh);
  await fresh.close();
  for (let tries = 0; tries < 100 && (await mainOf(page)) !== due; tries += 1) await page.waitForTimeout(100);
  assert.equal(await mainOf(page), due, page.url());
}

const shown = (page: Page): Promise<string[]> =>
  page.locator('#updates > article').evaluateAll((all) => all.map(({ id }) => id.slice(2)));

const said = (words: string, outlet: string): string => `> ${words}\n> — A Speaker, minister, ${outlet}`;

test('a filtered page lives by its filter: what belongs comes, what no longer does goes, the rest is not spoken of', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', {
    headline: 'Filtered',
    lead: { markdown: 'It begins.' },
  });
  const path = `/stories/${slug}`;
  const post = (body: object) => site.call(`POST ${path}/updates`, body);
  const first = await post({ markdown: 'Plain words.', author: 'Ruth Vale' });
  const second = await post({ markdown: said('We will see.', 'Radio Norte'), keyEvent: true });

  const open = (query: string): Promise<ReaderPage> => openReader(browser, `${site.url}${path}${query}`);
  const key = await open('?only=key');
  const author = await open('?author=Ruth+Vale');
  const outlet = await open('?outlet=radio+norte');
  const words = await open('?q=lunch');
  const oldest = await open('?only=key&order=oldest');
  const all = [key, author, outlet, words, oldest];
  assert.deepEqual(await shown(key.page), [second.id]);
  assert.deepEqual(await shown(author.page), [first.id]);

  const third = await post({ markdown: 'The lunch is off.', keyEvent: true, author: 'Ruth Vale' });
  for (const { page } of all) await reaches(page, third.seq);
  assert.deepEqual(await shown(key.page), [third.id, second.id]);
  assert.deepEqual(await shown(oldest.page), [second.id, third.id]);
  assert.deepEqual(await shown(author.page), [third.id, first.id]);
  assert.deepEqual(await shown(outlet.page), [second.id]);
  assert.equal(await outlet.page.locator('#bar').isHidden(), true);
  assert.equal(await outlet.page.title(), 'Filtered | Writethru');
  for (const reader of all) await becomesFresh(reader);

  // Of a question in words the server alone knows the answer: what stands is not taken away before it was asked.
  const edit = await site.call(`PATCH /updates/${third.id}`, { markdown: 'The lunch is off, we hear.' });
  await words.page.locator(`#u-${third.id}`, { hasText: 'we hear' }).waitFor();
  await reaches(words.page, edit.seq);
  await site.call(`PATCH /updates/${second.id}`, { keyEvent: false });
  const named = await site.call(`PATCH /updates/${first.id}`, {
    markdown: said('The lunch was cold.', 'Radio Norte'),
  });
  for (const { page } of all) await reaches(page, named.seq);
  assert.deepEqual(await shown(key.page), [third.id]);
  for (const reader of all) await becomesFresh(reader);
  assert.deepEqual(await shown(outlet.page), [second.id, first.id]);
  assert.deepEqual(await shown(words.page), [third.id, first.id]);

  const gone = await site.call(`POST /updates/${third.id}/retraction`, { reason: 'It was on.' });
  for (const { page } of all) await reaches(page, gone.seq);
  for (const reader of all) await becomesFresh(reader);
  for (const { faults } of all) assert.deepEqual(faults, []);
});
