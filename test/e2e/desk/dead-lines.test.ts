import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStory } from '../../../src/commands/open-story.ts';
import { betweenDesk } from './between-desk.ts';
import { openDesk } from './desk.ts';

const WITHIN = { timeout: 30_000 };
/** Longer than any line may be silent, ms: `live.ts` and `room-link.ts` say how long. */
const SILENCE = 50_000;

/** Lets that much time pass in the page, once its clock is ours. */
const passes = (page: Page, ms: number): Promise<void> => page.clock.fastForward(ms);

test('lines that bring nothing any more are noticed and put up again, the desk’s and the draft’s', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.ok(opened.type === 'played');
  await using desk = await openDesk(site, 'editor', { kept: true });
  const { page } = desk;
  await page.clock.install();
  await page.goto(`${site.url}/desk/stories/${opened.story.id}`);
  const title = page.locator('.region-write .sheet-title');
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
  const [draft] = await drafts.list({ storyId: opened.story.id, statuses: ['draft'], limit: 2 });
  assert.equal(draft?.content.title, 'Before and after');
  assert.ok(lines.includes('room') && lines.includes('live'), lines.join());
});

test('a portal’s page is taken for no answer: the desk opens from what it read, what was filed waits, and goes out once', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.ok(opened.type === 'played');
  const { id: storyId } = opened.story;
  await using desk = await openDesk(site, 'editor', { kept: true, at: `/stories/${storyId}` });
  const { page, wrongs } = desk;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WITHIN);
  await page.reload();
  await page.locator('.region-write .sheet-title').waitFor(WITHIN);
  const portal = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Welcome to the hotel</h1>',
  };
  middle.meddle = ({ path }) => (path.endsWith('/room') ? 'cut' : portal);
  await page.reload();
  await page.locator('.region-write .sheet-title').waitFor(WITHIN);
  assert.equal(await page.getByText('Welcome to the hotel').count(), 0);
  await page.locator('.region-write .sheet-title').fill('From the hotel');
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
    snapshot?.updates.map(({ title }) => title),
    ['From the hotel'],
  );
  wrongs.length = 0;
});
