import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { StoriesWire, StoryWire } from '../../../src/desk/shared/wire.ts';
import { deskSite, type SignedIn } from '../../support/desk-site.ts';
import { eventually } from '../../support/eventually.ts';
import { openDesk, watch, type OpenDesk } from './desk.ts';

const WITHIN = { timeout: 60_000 };

const topOf = (page: Page) => page.locator('.region-top');
const queueOf = (page: Page) => page.getByRole('region', { name: 'Kept on this device' });

type Tunnel = Disposable & {
  /** Closes the tab, and opens the desk in another. */
  reopened(at: string): Promise<Page>;
};

/** The desk as a phone keeps it, with no network from now on. That there is none is no wrong. */
async function intoTheTunnel({ page, context, wrongs }: OpenDesk, address: string): Promise<Tunnel> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WITHIN);
  await page.reload();
  await page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor(WITHIN);
  await context.setOffline(true);
  const all = [wrongs];
  return {
    async reopened(at) {
      await page.close();
      const again = await context.newPage();
      all.push(watch(again, address));
      await again.goto(`${address}/desk${at}`);
      return again;
    },
    [Symbol.dispose]() {
      const left = all.flat().filter((wrong) => !wrong.includes('ERR_INTERNET_DISCONNECTED'));
      wrongs.splice(0, wrongs.length, ...left);
    },
  };
}

/** Begins a story by the key, with a headline and a lead. */
async function beginStory(page: Page, headline: string): Promise<void> {
  await page.keyboard.press('n');
  await topOf(page).locator('.top-headline').fill(headline);
  await topOf(page).locator('.ProseMirror').click();
  await page.keyboard.type('The barrier holds for now.');
  await topOf(page).getByText('Kept on this device').waitFor(WITHIN);
}

async function writeFirst(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Write (the first|another) update/ }).click();
  await page.locator('.region-write .ProseMirror').click();
  await page.keyboard.type(words);
  await page.locator('.region-write .saved-state').getByText('Kept on this device').waitFor(WITHIN);
}

const storiesOf = async (who: SignedIn): Promise<StoriesWire['items']> =>
  ((await who.ask('GET /stories')).body as StoriesWire).items;
const storyOf = async (who: SignedIn, id: string): Promise<StoryWire> =>
  (await who.ask(`GET /stories/${id}`)).body as StoryWire;

test('a story begun and opened in a tunnel is there after the tab was closed, and goes out once, before its update', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  await using desk = await openDesk(site, ada, { kept: true });
  const { page, context } = desk;
  using tunnel = await intoTheTunnel(desk, site.url);
  await beginStory(page, 'River over its banks');
  await writeFirst(page, 'Two streets are closed.');
  await page.keyboard.press('Control+Enter');
  await topOf(page)
    .getByRole('checkbox', { name: /Two streets are closed/ })
    .waitFor(WITHIN);
  await topOf(page).getByRole('button', { name: 'Open the story' }).click();
  await topOf(page).getByText('is opened as soon as there is a network').waitFor(WITHIN);
  await queueOf(page).getByText('2 kept on this device, will send').waitFor(WITHIN);
  const storyId = /[0-9a-f-]{36}/.exec(page.url())![0];

  const again = await tunnel.reopened('');
  const waits = again.getByRole('list', { name: 'Kept on this device' });
  await waits.getByText('Kept here, will send').waitFor(WITHIN);
  await waits.getByRole('link', { name: 'River over its banks' }).click();
  await topOf(again).getByText('is opened as soon as there is a network').waitFor(WITHIN);
  assert.equal(await topOf(again).locator('.top-headline').inputValue(), 'River over its banks');
  await topOf(again).getByText('The barrier holds for now.').waitFor();
  await again.locator('.stream').getByText('Two streets are closed.').waitFor(WITHIN);
  await queueOf(again).locator('summary').click();
  assert.deepEqual(await queueOf(again).locator('.queue-label').allInnerTexts(), [
    'River over its banks',
    'Two streets are closed.',
  ]);
  await queueOf(again).getByText('To open the story').waitFor();

  await context.setOffline(false);
  await queueOf(again).waitFor({ ...WITHIN, state: 'detached' });
  await again.locator('.state-switch .badge-live').waitFor(WITHIN);
  await topOf(again).locator('.top-headline-stands').waitFor(WITHIN);
  const stories = await storiesOf(ada);
  assert.deepEqual(
    stories.map(({ id, headline, state, updateCount }) => [id, headline, state, updateCount]),
    [[storyId, 'River over its banks', 'live', 1]],
  );
  const { updates, drafts, top } = await storyOf(ada, storyId);
  assert.match(JSON.stringify(top?.lead), /The barrier holds for now\./);
  assert.deepEqual([updates.length, drafts.length], [1, 0]);
  assert.match(updates[0]!.html, /Two streets are closed\./);
  const events = await site.newsroom.storage.events(storyId, 0, 10);
  assert.equal(events.length, 2, 'opened, then posted, once each');
  await again.locator('.stream').getByText('Two streets are closed.').waitFor(WITHIN);
  await again.getByRole('link', { name: 'Stories' }).first().click();
  await again.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
  assert.equal(await again.getByRole('list', { name: 'Kept on this device' }).count(), 0);
});

test('a headline that is refused is told at its field; its update waits for it, and both go out once it is mended', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  await using desk = await openDesk(site, ada, { kept: true });
  const { page, context } = desk;
  using _ = await intoTheTunnel(desk, site.url);
  await beginStory(page, 'Far too long. '.repeat(40));
  await topOf(page).getByRole('button', { name: 'Open the story' }).click();
  await topOf(page).getByText('is opened as soon as there is a network').waitFor(WITHIN);
  await writeFirst(page, 'Two streets are closed.');
  await page.keyboard.press('Control+Enter');
  await queueOf(page).getByText('2 kept on this device, will send').waitFor(WITHIN);
  const storyId = /[0-9a-f-]{36}/.exec(page.url())![0];
  await context.setOffline(false);
  await queueOf(page).getByText('One could not go out').waitFor(WITHIN);
  await topOf(page).locator('.top-headline[aria-invalid="true"]').waitFor(WITHIN);
  assert.deepEqual((await storyOf(ada, storyId)).updates, []);
  assert.equal(await queueOf(page).locator('.queue-entry').count(), 2, 'its update waits for it');
  await topOf(page).locator('.top-headline').fill('River over its banks');
  await topOf(page).locator('.saved-saved').waitFor(WITHIN);
  await topOf(page).getByRole('button', { name: 'Open the story' }).click();
  await queueOf(page).waitFor({ ...WITHIN, state: 'detached' });
  await eventually(async () => (await storyOf(ada, storyId)).updates.length === 1);
  const { top, updates, drafts } = await storyOf(ada, storyId);
  assert.equal(top?.headline, 'River over its banks');
  assert.match(updates[0]!.html, /Two streets are closed\./);
  assert.equal(drafts.length, 0);
});

test('a story taken out of the queue keeps its words, and is a draft in the newsroom once there is a network', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  await using desk = await openDesk(site, ada, { kept: true });
  const { page, context } = desk;
  using tunnel = await intoTheTunnel(desk, site.url);
  await beginStory(page, 'River over its banks');
  await writeFirst(page, 'Two streets are closed.');
  await page.keyboard.press('Control+Enter');
  await topOf(page)
    .getByRole('checkbox', { name: /Two streets are closed/ })
    .waitFor(WITHIN);
  await topOf(page).getByRole('button', { name: 'Open the story' }).click();
  await topOf(page).getByRole('button', { name: 'Do not send' }).click();
  await queueOf(page).waitFor({ ...WITHIN, state: 'detached' });
  await page.getByText('2 not sent. The words are still in the drafts.').waitFor(WITHIN);
  const again = await tunnel.reopened('');
  await again.getByRole('link', { name: 'River over its banks' }).click();
  await again.locator('.stream').getByText('Two streets are closed.').waitFor(WITHIN);
  const storyId = /[0-9a-f-]{36}/.exec(again.url())![0];
  await context.setOffline(false);
  await eventually(async () => {
    const { status, body } = await ada.ask(`GET /stories/${storyId}`);
    return status === 200 && (body as StoryWire).drafts.length === 2;
  });
  const { state, drafts } = await storyOf(ada, storyId);
  assert.equal(state, 'unpublished');
  assert.deepEqual(drafts.map(({ kind, status }) => `${kind} ${status}`).toSorted(), [
    'top draft',
    'update draft',
  ]);
});

test('what a reporter files of a story begun in a tunnel waits in the newsroom for an editor, whatever was filed first', async () => {
  await using site = await deskSite();
  const [rosa, ada] = [await site.as('reporter'), await site.as('editor')];
  await using desk = await openDesk(site, rosa, { kept: true });
  const { page, context } = desk;
  using tunnel = await intoTheTunnel(desk, site.url);
  await beginStory(page, 'River over its banks');
  await writeFirst(page, 'Two streets are closed.');
  await page.keyboard.press('Control+Enter');
  await queueOf(page).getByText('Kept on this device, will send').waitFor(WITHIN);
  await topOf(page).getByRole('button', { name: 'File the top' }).click();
  await queueOf(page).getByText('2 kept on this device, will send').waitFor(WITHIN);
  const storyId = /[0-9a-f-]{36}/.exec(page.url())![0];
  const again = await tunnel.reopened('/activity');
  await queueOf(again).getByText('2 kept on this device, will send').waitFor(WITHIN);
  await context.setOffline(false);
  await queueOf(again).waitFor({ ...WITHIN, state: 'detached' });
  const { state, drafts } = await storyOf(ada, storyId);
  assert.equal(state, 'unpublished');
  assert.deepEqual(drafts.map(({ kind, status }) => `${kind} ${status}`).toSorted(), [
    'top filed',
    'update filed',
  ]);
  assert.deepEqual(drafts.map(({ content }) => content.title).toSorted(), ['', 'River over its banks']);
});
