import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStory } from '../../../src/commands/open-story.ts';
import type { Filing } from '../../../src/desk/console/offline/queue-item.ts';
import { newId } from '../../../src/domain/id.ts';
import { freePort } from '../../support/free-port.ts';
import { launchBrowser } from '../browser.ts';
import { betweenDesk } from './between-desk.ts';
import { openDesk } from './desk.ts';
import { eventually } from '../../support/eventually.ts';
import { openHarness } from './together-page.ts';

const FLAGS = ['--disable-features=LocalNetworkAccessChecks'];
const WITHIN = { polling: 50, timeout: 30_000 };

const someDraft = (): string => newId(new Date().toISOString());
const stands = (page: Page, draftId: string, state: string): Promise<unknown> =>
  page.waitForFunction(
    ([id, wanted]) => window.together.standing(id!).state === wanted,
    [draftId, state],
    WITHIN,
  );

test('a browser that keeps nothing for pages: what is typed is told to be saved nowhere, and filing is refused with the words in place', async () => {
  await using browser = await launchBrowser(FLAGS);
  const url = `http://127.0.0.1:${await freePort()}`;
  const context = await browser.newContext();
  await context.addInitScript(() => {
    // As in a private window that shuts its stores; it runs in the page, so all of it stands here.
    // oxlint-disable-next-line consistent-function-scoping
    const shut = (): never => {
      throw new DOMException('shut', 'SecurityError');
    };
    Object.defineProperty(IDBFactory.prototype, 'open', { value: shut });
    Object.defineProperty(window, 'localStorage', { get: shut });
    Object.defineProperty(window, 'sessionStorage', { get: shut });
  });
  const page = await openHarness(context, url);
  const draftId = someDraft();
  await page.evaluate(async (id) => {
    await window.together.open(id, 'rosa');
    window.together.types(id, 'Nowhere but here');
  }, draftId);
  await stands(page, draftId, 'not-kept');
  const filing = JSON.parse(
    `{"key":"k","draftId":"${draftId}","storyId":"${draftId}","kind":"update","updateId":null,"then":"file"}`,
  ) as Filing;
  const filed = await page.evaluate(async (asked) => {
    try {
      await window.together.file(asked, 'rosa');
      return 'filed';
    } catch {
      return 'refused';
    }
  }, filing);
  assert.equal(filed, 'refused');
  assert.equal(await page.evaluate((id) => window.together.title(id), draftId), 'Nowhere but here');
});

test('what the browser threw away while the page was open is put back with the next key', async () => {
  await using browser = await launchBrowser(FLAGS);
  const url = `http://127.0.0.1:${await freePort()}`;
  const context = await browser.newContext();
  const page = await openHarness(context, url);
  const draftId = someDraft();
  await page.evaluate(async (id) => {
    await window.together.open(id, 'rosa');
    for (const letter of 'All of it') {
      window.together.types(id, letter);
      await window.together.flush(id);
    }
  }, draftId);
  const storage = await context.newCDPSession(page);
  await storage.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'indexeddb' });
  await page.evaluate(async (id) => {
    window.together.types(id, '!');
    await window.together.flush(id);
  }, draftId);
  await stands(page, draftId, 'offline');
  await page.evaluate((id) => window.together.flush(id), draftId);
  await page.close();
  const after = await openHarness(context, url);
  await after.evaluate((id) => window.together.open(id, 'rosa'), draftId);
  assert.equal(await after.evaluate((id) => window.together.title(id), draftId), 'All of it!');
});

test('a store that another tab keeps from opening does not keep the draft from opening', async () => {
  await using browser = await launchBrowser(FLAGS);
  const url = `http://127.0.0.1:${await freePort()}`;
  const context = await browser.newContext();
  const old = await openHarness(context, url);
  // A tab of an older desk, asleep: it does not let go of its store.
  await old.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('writethru', 0.5 * 2);
        opening.onupgradeneeded = () => undefined;
        opening.onsuccess = () => resolve(Object.assign(window, { held: opening.result }) && null);
      }),
  );
  await old.evaluate(() => {
    // And one that waits to make it another, for as long as the first holds it.
    indexedDB.open('writethru', 2);
  });
  const page = await openHarness(context, url);
  const draftId = someDraft();
  await page.evaluate(async (id) => {
    await window.together.open(id, 'rosa');
    window.together.types(id, 'Written all the same');
  }, draftId);
  await stands(page, draftId, 'not-kept');
  assert.equal(await page.evaluate((id) => window.together.title(id), draftId), 'Written all the same');
});

test('words that are saved nowhere are told at the desk, and one press copies all of them', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.ok(opened.type === 'played');
  await using desk = await openDesk(site, 'editor', { at: `/stories/${opened.story.id}` });
  const { page, context, wrongs } = desk;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  middle.meddle = ({ path }) => (/\/room$|api\/drafts/.test(path) ? 'cut' : null);
  const quota = await context.newCDPSession(page);
  await quota.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 1000 });
  await page.locator('.region-write .sheet-title').fill('First of two');
  await page
    .locator('.region-write')
    .getByRole('textbox', { name: /text/i })
    .last()
    .fill('The water stands at the wall.');
  const banner = page.getByRole('alert').filter({ hasText: 'saved nowhere' });
  await banner.waitFor({ timeout: 30_000 });
  await banner.getByRole('button', { name: 'Copy the words' }).click();
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await eventually(async () => (await copied()).includes('The water stands at the wall.'));
  assert.match(await copied(), /^First of two/);
  wrongs.length = 0;
});
