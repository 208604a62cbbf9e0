import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { newId } from '../../../src/domain/id.ts';
import { freePort } from '../../support/free-port.ts';
import { launchBrowser } from '../browser.ts';
import { openHarness } from './together-page.ts';

const FLAGS = ['--disable-features=LocalNetworkAccessChecks'];
const WITHIN = { polling: 50, timeout: 30_000 };
const BEGINNING = { storyId: newId(new Date().toISOString()), kind: 'update' as const };

async function tab(context: BrowserContext, url: string, draftId: string): Promise<Page> {
  const page = await openHarness(context, url);
  await page.evaluate(([id, beginning]) => window.together.open(id, 'rosa', beginning), [
    draftId,
    BEGINNING,
  ] as const);
  return page;
}

const shows = (page: Page, draftId: string, length: number): Promise<unknown> =>
  page.waitForFunction(
    ([id, wanted]) => window.together.title(id).length === wanted,
    [draftId, length] as const,
    WITHIN,
  );
const title = (page: Page, draftId: string): Promise<string> =>
  page.evaluate((id) => window.together.title(id), draftId);
const sorted = (text: string): string => [...text].toSorted().join('');

test('two tabs of one person see each other’s words with no network, and nothing is there twice or missing when both are closed', async () => {
  await using browser = await launchBrowser(FLAGS);
  // Nothing listens there: there is no newsroom to bring the words across.
  const url = `http://127.0.0.1:${await freePort()}`;
  const context = await browser.newContext();
  const draftId = newId(new Date().toISOString());
  const [one, two] = [await tab(context, url, draftId), await tab(context, url, draftId)];
  const letters = { one: 'abcdefghijklmnopqrstuvwxyz'.repeat(6), two: '0123456789'.repeat(15) };
  const types = (page: Page, words: string): Promise<void> =>
    page.evaluate(
      async ([id, text]) => {
        for (const letter of text!) {
          window.together.types(id!, letter);
          // Each is a change of its own, and the two tabs take turns.
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      },
      [draftId, words],
    );
  await one.bringToFront();
  await types(one, letters.one);
  await two.bringToFront();
  await types(two, letters.two);
  const all = letters.one + letters.two;
  await Promise.all([one, two].map((page) => shows(page, draftId, all.length)));
  assert.equal(await title(one, draftId), await title(two, draftId));
  // At once, in both.
  await Promise.all(
    [one, two].map((page) =>
      page.evaluate((id) => {
        for (let at = 0; at < 50; at += 1) window.together.types(id, '.');
      }, draftId),
    ),
  );
  await Promise.all([one, two].map((page) => shows(page, draftId, all.length + 100)));
  await Promise.all([one, two].map((page) => page.evaluate((id) => window.together.flush(id), draftId)));
  await Promise.all([one.close(), two.close()]);
  const after = await tab(context, url, draftId);
  assert.equal(sorted(await title(after, draftId)), sorted(all + '.'.repeat(100)));
});

test('a tab that is opened beside another has at once what was typed there and not written down yet', async () => {
  await using browser = await launchBrowser(FLAGS);
  const url = `http://127.0.0.1:${await freePort()}`;
  const context = await browser.newContext();
  const draftId = newId(new Date().toISOString());
  const one = await tab(context, url, draftId);
  const quota = await context.newCDPSession(one);
  // The device takes nothing: only the tab itself has the words.
  await quota.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1000 });
  await one.evaluate((id) => window.together.types(id, 'x'.repeat(100_000)), draftId);
  await one.waitForFunction((id) => window.together.standing(id).state === 'not-kept', draftId, WITHIN);
  const two = await tab(context, url, draftId);
  await shows(two, draftId, 100_000);
});

test('another person’s tab hears nothing of it', async () => {
  await using browser = await launchBrowser(FLAGS);
  const url = `http://127.0.0.1:${await freePort()}`;
  const context = await browser.newContext();
  const draftId = newId(new Date().toISOString());
  const one = await tab(context, url, draftId);
  const other = await openHarness(context, url);
  await other.evaluate((id) => window.together.open(id, 'edda'), draftId);
  await one.evaluate((id) => window.together.types(id, 'Mine'), draftId);
  await one.evaluate((id) => window.together.flush(id), draftId);
  const third = await tab(context, url, draftId);
  await shows(third, draftId, 4);
  assert.equal(await title(other, draftId), '');
});
