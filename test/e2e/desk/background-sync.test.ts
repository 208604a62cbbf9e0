import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { keptDesk, WITHIN, type KeptDesk } from './kept-desk.ts';

/** An update filed while the newsroom is away; what the browser does once it has a network: it wakes the worker. */
async function filed(
  { site, middle, page, context, toStory }: KeptDesk,
  other: Page,
): Promise<() => Promise<void>> {
  const title = await toStory();
  const wakes = await workerOf(await context.newCDPSession(other), site.url);
  middle.meddle = () => 'cut';
  await title.fill('Filed in the tunnel');
  await page
    .locator('.region-write')
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'Kept on this device' }).waitFor(WITHIN);
  await page.close();
  return wakes;
}

/** Chromium's own hand on it: as when the network comes back. */
async function workerOf(cdp: CDPSession, origin: string): Promise<() => Promise<void>> {
  const known = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours) resolve(ours.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await known;
  return async () => {
    const tag = 'writethru-queue';
    await cdp.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag, lastChance: false });
  };
}

const titles = async ({ site, storyId }: KeptDesk): Promise<(string | null)[]> =>
  (await site.newsroom.storage.snapshot(storyId, { order: 'oldest', limit: Infinity }))!.updates.map(
    ({ title }) => title,
  );

test('what waits goes out once the network is back, though no tab of the desk is open', async () => {
  await using desk = await keptDesk();
  const { site, middle, storyId } = desk;
  const other = await desk.context.newPage();
  await other.goto(`${site.url}/healthz`);
  const wakes = await filed(desk, other);
  desk.wrongs.length = 0;
  middle.meddle = () => null;
  await wakes();
  await eventually(async () => (await titles(desk)).length > 0);
  assert.deepEqual(await titles(desk), ['Filed in the tunnel']);
  // Woken once more, it has nothing to send.
  await wakes();
  const again = await desk.context.newPage();
  await again.goto(`${site.url}/desk/stories/${storyId}`);
  await again.locator('.stream').getByText('Filed in the tunnel').waitFor(WITHIN);
  assert.equal(await again.getByRole('region', { name: 'Kept on this device' }).count(), 0);
  assert.deepEqual(await titles(desk), ['Filed in the tunnel']);
});

test('a tab that opens while the worker sends does not send it too', { timeout: 120_000 }, async () => {
  await using desk = await keptDesk();
  const { site, middle, storyId } = desk;
  const other = await desk.context.newPage();
  await other.goto(`${site.url}/healthz`);
  const wakes = await filed(desk, other);
  desk.wrongs.length = 0;
  // The worker's answer is on its way while the tab opens.
  const gate = Promise.withResolvers<void>();
  const sending = Promise.withResolvers<void>();
  let sent = 0;
  middle.meddle = ({ method, path }) => {
    if (method !== 'POST' || !/\/publication$|\/api\/drafts$/.test(path)) return null;
    sent += 1;
    sending.resolve();
    return { hold: gate.promise };
  };
  void wakes();
  await sending.promise;
  const tab = await desk.context.newPage();
  await tab.goto(`${site.url}/desk/stories/${storyId}`);
  await tab.getByRole('region', { name: 'Kept on this device' }).waitFor(WITHIN);
  gate.resolve();
  await tab.getByRole('region', { name: 'Kept on this device' }).waitFor({ ...WITHIN, state: 'detached' });
  assert.equal(sent, 1);
  assert.deepEqual(await titles(desk), ['Filed in the tunnel']);
});
