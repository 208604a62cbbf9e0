import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStory } from '../../../src/commands/open-story.ts';
import { OPEN_STATUSES } from '../../../src/domain/desk/draft.ts';
import type { DeskSite } from '../../support/desk-site.ts';
import { betweenDesk } from './between-desk.ts';
import { keptAnswers, openDesk, type OpenDesk } from './desk.ts';
import { eventually } from '../../support/eventually.ts';

/** What is waited for comes, however busy the machine is. */
const WITHIN = { timeout: 30_000 };

async function aStory({ newsroom }: DeskSite, headline = 'The barrier holds'): Promise<string> {
  const opened = await openStory(newsroom, { actor: 'test', input: { headline } });
  assert.ok(opened.type === 'played');
  return opened.story.id;
}

/** Through the worker, which has what is read kept. */
async function throughWorker({ page }: OpenDesk): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WITHIN);
  await page.reload();
  await page.locator('.desk').waitFor(WITHIN);
}

/** Everything a page can read on this device, as one text. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const told: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const name of await caches.keys()) {
      if (name.startsWith('writethru-shell-')) continue;
      const cache = await caches.open(name);
      for (const request of await cache.keys()) told.push(await (await cache.match(request))!.text());
    }
    const latin1 = new TextDecoder('latin1');
    const store = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('writethru');
      opening.onsuccess = () => resolve(opening.result);
    });
    for (const name of store.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const asking = store.transaction(name).objectStore(name).getAll();
        asking.onsuccess = () => resolve(asking.result);
      });
      told.push(
        JSON.stringify(all, (_, value) => (value instanceof Uint8Array ? latin1.decode(value) : value)),
      );
    }
    store.close();
    return JSON.stringify(told);
  });

async function signsOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

async function comes(site: DeskSite, { context, page }: OpenDesk, who: { cookie: string }): Promise<void> {
  const [name = '', value = ''] = who.cookie.split('=', 2);
  await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  await page.goto(`${site.url}/desk`);
}

test('an answer that arrives while somebody signs out is kept for nobody', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  await aStory(site);
  await using desk = await openDesk(site, 'editor', { kept: true });
  await throughWorker(desk);
  const { page } = desk;
  await eventually(async () => (await keptAnswers(page)).length > 1);
  for (const path of ['/desk/api/stories', '/desk/api/session']) {
    const gate = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    middle.meddle = (request) => {
      if (request.path !== path || request.method !== 'GET') return null;
      asked.resolve();
      return { hold: gate.promise };
    };
    await page.evaluate((at) => {
      Object.assign(window, { late: fetch(at, { cache: 'no-store' }).then((answer) => answer.text()) });
    }, path);
    await asked.promise;
    // The newsroom has answered it to who was signed in; the answer is still on its way.
    const who = await site.as('editor');
    await page.evaluate(() => fetch('/desk/api/session', { method: 'DELETE' }));
    middle.meddle = () => null;
    gate.resolve();
    await page.evaluate(() => (window as unknown as { late: Promise<string> }).late);
    assert.deepEqual(await keptAnswers(page), [], path);
    await comes(site, desk, who);
    await page.locator('.desk').waitFor(WITHIN);
  }
});

test('who signs out on a page that came past the worker, by a forced reload, leaves no answer behind', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  await aStory(site);
  await using desk = await openDesk(site, 'editor', { kept: true });
  await throughWorker(desk);
  const { page, context } = desk;
  await eventually(async () => (await keptAnswers(page)).length > 1);
  const tools = await context.newCDPSession(page);
  await tools.send('Page.reload', { ignoreCache: true });
  await eventually(() => page.evaluate(() => navigator.serviceWorker.controller === null).catch(() => false));
  assert.ok((await keptAnswers(page)).length > 1);
  await page.getByRole('button', { name: /^Menu of/ }).waitFor(WITHIN);
  // No later answer tells the worker that nobody is signed in.
  const never = Promise.withResolvers<void>();
  middle.meddle = ({ method }) => (method === 'DELETE' ? null : { hold: never.promise });
  await signsOut(page);
  // The page may be leaving for the door in the same moment.
  await eventually(() =>
    keptAnswers(page)
      .then(({ length }) => length === 0)
      .catch(() => false),
  );
});

test('who was signed out by the newsroom leaves no answer behind for the next', async () => {
  await using between = await betweenDesk();
  const { site } = between;
  await aStory(site);
  await using desk = await openDesk(site, 'editor', { kept: true });
  await throughWorker(desk);
  const { page, person } = desk;
  await page.getByText('The barrier holds').first().waitFor(WITHIN);
  const { storage, clock } = site.newsroom;
  await storage.people.change({
    writes: [{ write: 'sessions-end', personId: person!.id, at: clock.now() }],
    activity: [],
  });
  await page.evaluate(() => fetch('/desk/api/stories').then((answer) => answer.status));
  await eventually(async () => (await keptAnswers(page)).length === 0);
  await page.reload();
  await page.getByLabel('Email address').waitFor(WITHIN);
  assert.doesNotMatch(await readable(page), /barrier holds|Edda Editor/);
});

test('what the newsroom has leaves the device with who signs out', async () => {
  await using between = await betweenDesk();
  const { site } = between;
  const storyId = await aStory(site);
  await using desk = await openDesk(site, 'editor', { kept: true, at: `/stories/${storyId}` });
  await throughWorker(desk);
  const { page, context } = desk;
  await page.locator('.region-write .sheet-title').fill('Wordsofhers are saved');
  await page.locator('.region-write .saved-saved').waitFor(WITHIN);
  const other = await context.newPage();
  await other.goto(`${site.url}/desk/stories/${storyId}`);
  await other.locator('.desk').waitFor(WITHIN);
  await signsOut(page);
  await page.getByLabel('Email address').waitFor(WITHIN);
  // The other tab goes too.
  await other.getByLabel('Email address').waitFor(WITHIN);
  assert.doesNotMatch(await readable(page), /Wordsofhers|barrier holds|Edda Editor/);
  await page.goBack();
  await page.getByLabel('Email address').waitFor(WITHIN);
});

test('what the newsroom has not is told to who signs out, shown to nobody, and goes out when they come back', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  const storyId = await aStory(site);
  const first = await site.as('editor');
  const next = await site.as('editor');
  await using desk = await openDesk(site, first, { kept: true, at: `/stories/${storyId}` });
  await throughWorker(desk);
  const { page, wrongs } = desk;
  middle.meddle = ({ path }) => (/\/room$|api\/drafts/.test(path) ? 'cut' : null);
  await page.locator('.region-write .sheet-title').fill('Still on the phone');
  await page.locator('.region-write .saved-offline').waitFor(WITHIN);
  await signsOut(page);
  const dialog = page.getByRole('dialog', { name: 'Not everything is with the newsroom yet' });
  await dialog.waitFor(WITHIN);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await signsOut(page);
  // The door is shown at once, and then loaded as a page of its own.
  const left = page.waitForEvent('load', WITHIN);
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await left;
  await page.getByLabel('Email address').waitFor(WITHIN);
  middle.meddle = () => null;
  // Lines that were torn.
  wrongs.length = 0;
  await comes(site, desk, next);
  await page.goto(`${site.url}/desk/stories/${storyId}`);
  await page.locator('.region-write .sheet-title').waitFor(WITHIN);
  assert.equal(await page.getByText('Still on the phone').count(), 0);
  const { drafts } = site.newsroom.storage;
  assert.deepEqual(await drafts.list({ storyId, statuses: OPEN_STATUSES, limit: 9 }), []);
  // Back, at the list of stories: nobody opens the draft.
  await comes(site, desk, await site.as(first.person));
  const isThere = async (): Promise<boolean> =>
    (await drafts.list({ storyId, statuses: OPEN_STATUSES, limit: 9 })).some(
      ({ content }) => content.title === 'Still on the phone',
    );
  await page.goto(`${site.url}/desk/stories/${storyId}`);
  await page.locator('.stream').getByText('Still on the phone').waitFor(WITHIN);
  await eventually(isThere);
});

test('somebody else who signs in sees nothing of what the one before had open', async () => {
  await using between = await betweenDesk();
  const { site } = between;
  const storyId = await aStory(site);
  const next = await site.as('reporter');
  await using desk = await openDesk(site, 'editor', { kept: true, at: `/stories/${storyId}` });
  await throughWorker(desk);
  const { page, context } = desk;
  await page.locator('.region-write .sheet-title').fill('For her eyes');
  const tab = await context.newPage();
  await comes(site, { ...desk, page: tab }, next);
  await tab.locator('.desk').waitFor(WITHIN);
  await page.getByRole('dialog', { name: /signed in in this browser/ }).waitFor(WITHIN);
  assert.equal(await page.locator('.region-write .sheet-title').isVisible(), false);
  assert.equal(await page.getByRole('heading', { name: 'The barrier holds' }).isVisible(), false);
  await page.getByRole('button', { name: /^Go on as/ }).click();
  await page.locator('.desk').waitFor(WITHIN);
});
