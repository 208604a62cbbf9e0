import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { changeState } from '../../../src/commands/change-state.ts';
import { perform } from '../../../src/commands/perform.ts';
import { eventually } from '../../support/eventually.ts';
import { keptAnswers } from './desk.ts';
import { keptDesk, WITHIN, type KeptDesk } from './kept-desk.ts';

/** Longer than any line may be silent, ms: `live.ts` and `room-link.ts` say how long. */
const SILENCE = 50_000;

/** Lets that much time pass in the page, once its clock is ours. */
const passes = (page: Page, ms: number): Promise<void> => page.clock.fastForward(ms);

/**
 * From now on no answer comes: loaded anew, the desk shows this all the same. A draft's own line stands: the browser says so each
 * time one breaks, and at any moment.
 */
async function opensCutOff({ middle, page }: KeptDesk, shown: Locator): Promise<void> {
  middle.meddle = ({ path }) => (path.endsWith('/room') ? null : 'cut');
  await page.reload();
  await shown.waitFor(WITHIN);
}

test('lines that bring nothing any more are noticed and put up again, the desk’s and the draft’s', async () => {
  await using desk = await keptDesk();
  const { site, middle, page, storyId } = desk;
  await page.clock.install();
  const title = await desk.toStory();
  await title.fill('Before');
  await page.locator('.region-write .saved-saved').waitFor(WITHIN);
  const lines: string[] = [];
  middle.meddle = ({ path }) => {
    if (/\/live$|\/room$/.test(path)) lines.push(path.split('/').at(-1)!);
    return null;
  };
  // No byte comes, and nothing says so: no end, no reset.
  middle.deaden();
  await title.fill('Before and after');
  await passes(page, SILENCE);
  await passes(page, SILENCE);
  await page.locator('.region-write .saved-saved').waitFor(WITHIN);
  const { drafts } = site.newsroom.storage;
  const [draft] = await drafts.list({ storyId, statuses: ['draft'], limit: 2 });
  assert.equal(draft?.content.title, 'Before and after');
  await eventually(async () => lines.includes('room') && lines.includes('live'));
});

test('what is told while one question finds no way is asked for again, though nothing more is told', async () => {
  await using desk = await keptDesk();
  const { site, middle, page, storyId } = desk;
  await desk.toStory();
  // Through the worker, which has it kept.
  await page.getByText('Live', { exact: true }).first().waitFor(WITHIN);
  let cutAt = Infinity;
  middle.meddle = ({ method, path }) => {
    if (method !== 'GET' || path !== `/desk/api/stories/${storyId}`) return null;
    cutAt = performance.now();
    return 'cut';
  };
  await perform(site.newsroom, { actor: 'test', story: { id: storyId }, verbs: [changeState('ended')] });
  // Each thing that was told has been asked about.
  await eventually(async () => performance.now() - cutAt > 700);
  middle.meddle = () => null;
  await page.getByText('Ended', { exact: true }).first().waitFor(WITHIN);
});

test('an answer torn in the midst takes nothing from what is kept: the desk opens from that', async () => {
  await using desk = await keptDesk();
  const { site, middle, page, storyId, wrongs } = desk;
  const title = await desk.toStory();
  let torn = 0;
  middle.meddle = ({ method, path }) => {
    if (method !== 'GET' || !/\/desk\/api\/(?:session|stories)/.test(path)) return null;
    torn += 1;
    return 'torn';
  };
  await perform(site.newsroom, { actor: 'test', story: { id: storyId }, verbs: [changeState('ended')] });
  await eventually(async () => torn > 1);
  await page.reload();
  await title.waitFor(WITHIN);
  await opensCutOff(desk, title);
  wrongs.length = 0;
});

test('where no answer comes at all, and no word that none will, the desk opens from what it read', async () => {
  await using desk = await keptDesk();
  const { middle, page, wrongs } = desk;
  const title = await desk.toStory();
  const gate = Promise.withResolvers<void>();
  middle.meddle = () => ({ hold: gate.promise });
  await page.reload();
  await title.waitFor(WITHIN);
  await title.fill('Written into the silence');
  gate.resolve();
  middle.meddle = () => null;
  await page.locator('.region-write .saved-saved').waitFor(WITHIN);
  wrongs.length = 0;
});

test('a newsroom that is heard is waited for, however slow it is: nothing old is shown in its place', async () => {
  await using desk = await keptDesk();
  const { site, middle, page, storyId } = desk;
  await desk.toStory();
  await page.getByText('Live', { exact: true }).first().waitFor(WITHIN);
  const address = `/desk/api/stories/${storyId}`;
  await eventually(async () => (await keptAnswers(page)).includes(address));
  let old = 0;
  page.on('response', (response) => {
    if (response.url().endsWith(address) && response.headers()['x-from-cache']) old += 1;
  });
  // Longer than one that is not heard would be waited for.
  middle.meddle = ({ path }) => (path === address ? { hold: pause(5000) } : null);
  await perform(site.newsroom, { actor: 'test', story: { id: storyId }, verbs: [changeState('ended')] });
  await page.getByText('Ended', { exact: true }).first().waitFor(WITHIN);
  assert.equal(old, 0);
});

test('whatever page answers in the newsroom’s place, the desk opens from what it read, and keeps that', async () => {
  await using desk = await keptDesk();
  const { middle, page, wrongs } = desk;
  const title = await desk.toStory();
  for (const status of [401, 403, 502, 511]) {
    const headers = { 'content-type': 'text/html' };
    middle.meddle = () => ({ status, headers, body: '<h1>Not the newsroom</h1>' });
    await page.reload();
    await title.waitFor(WITHIN);
    await opensCutOff(desk, title);
  }
  wrongs.length = 0;
});

test('an answer that comes after a later one is not kept in its place', async () => {
  await using desk = await keptDesk();
  const { site, middle, page, storyId, wrongs } = desk;
  await desk.toStory();
  await page.getByText('Live', { exact: true }).first().waitFor(WITHIN);
  const address = `/desk/api/stories/${storyId}`;
  const gate = Promise.withResolvers<void>();
  let asked = 0;
  middle.meddle = ({ path }) => {
    if (path !== address) return null;
    asked += 1;
    return asked === 1 ? { hold: gate.promise } : null;
  };
  await page.evaluate((at) => {
    Object.assign(window, { late: fetch(at, { cache: 'no-store' }).then((answer) => answer.text()) });
  }, address);
  await eventually(async () => asked === 1);
  await perform(site.newsroom, { actor: 'test', story: { id: storyId }, verbs: [changeState('ended')] });
  await page.getByText('Ended', { exact: true }).first().waitFor(WITHIN);
  gate.resolve();
  await page.evaluate(() => (window as unknown as { late: Promise<string> }).late);
  await opensCutOff(desk, page.getByText('Ended', { exact: true }).first());
  wrongs.length = 0;
});

/** What this device keeps to be sent. */
const queued = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('writethru').addEventListener('success', ({ target }) => {
          const { result: db } = target as IDBOpenDBRequest;
          const count = db.transaction('queue').objectStore('queue').count();
          count.addEventListener('success', () => {
            db.close();
            resolve(count.result);
          });
        });
      }),
  );

test('what was published on a line that says nothing goes out though the tab is closed before the answer; once', async () => {
  await using desk = await keptDesk();
  const { site, context, middle, page, storyId } = desk;
  const title = await desk.toStory();
  const publish = page.locator('.region-write').getByRole('button', { name: /^Publish/ });
  await title.fill('On a good line');
  await page.locator('.region-write .saved-saved').waitFor(WITHIN);
  await publish.first().click();
  await page.locator('.stream').getByText('On a good line').waitFor(WITHIN);
  await eventually(async () => (await queued(page)) === 0);
  await title.fill('Into the silence');
  await page.locator('.region-write .saved-saved').waitFor(WITHIN);
  const gate = Promise.withResolvers<void>();
  middle.meddle = ({ path }) => (path.includes('/desk/api/drafts') ? { hold: gate.promise } : null);
  await publish.first().click();
  await eventually(async () => (await queued(page)) === 1);
  await page.close();
  middle.meddle = () => null;
  gate.resolve();
  const again = await context.newPage();
  await again.goto(`${site.url}/desk`);
  const titles = async (): Promise<(string | null)[]> =>
    (await site.newsroom.storage.snapshot(storyId, { order: 'oldest', limit: Infinity }))!.updates.map(
      (update) => update.title,
    );
  await eventually(async () => (await titles()).length === 2);
  await eventually(async () => (await queued(again)) === 0);
  assert.deepEqual(await titles(), ['On a good line', 'Into the silence']);
});

test('a portal’s page is taken for no answer: the desk opens from what it read, what was filed waits, and goes out once', async () => {
  await using desk = await keptDesk();
  const { site, middle, page, storyId, wrongs } = desk;
  const title = await desk.toStory();
  const portal = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Welcome to the hotel</h1>',
  };
  middle.meddle = ({ path }) => (path.endsWith('/room') ? 'cut' : portal);
  await page.reload();
  await title.waitFor(WITHIN);
  assert.equal(await page.getByText('Welcome to the hotel').count(), 0);
  await title.fill('From the hotel');
  await page
    .locator('.region-write')
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  const queue = page.getByRole('region', { name: 'Kept on this device' });
  await queue.waitFor(WITHIN);
  await queue.getByRole('button', { name: 'Try now' }).click();
  await queue.getByText('will send').waitFor(WITHIN);
  assert.equal(await queue.getByText('could not go out').count(), 0);
  middle.meddle = () => null;
  await queue.getByRole('button', { name: 'Try now' }).click();
  await queue.waitFor({ ...WITHIN, state: 'detached' });
  const snapshot = await site.newsroom.storage.snapshot(storyId, { order: 'oldest', limit: Infinity });
  assert.deepEqual(
    snapshot?.updates.map((update) => update.title),
    ['From the hotel'],
  );
  wrongs.length = 0;
});
