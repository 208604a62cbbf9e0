import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Meddling } from '../../support/between.ts';
import { eventually } from '../../support/eventually.ts';
import { keptDesk, WITHIN, type KeptDesk } from './kept-desk.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

type Upgraded = { page: Meddling; worker: Meddling };

/** The desk as a newer server has it: another page, and a worker that keeps just that. */
async function upgraded({ site: { url } }: KeptDesk): Promise<Upgraded> {
  const [page, its] = await Promise.all(
    ['/desk/', '/desk/sw.js'].map(async (at) => (await fetch(url + at)).text()),
  );
  const next = page!.replace('<head>', '<head><meta name="version" content="next" />');
  assert.notEqual(next, page);
  assert.ok(its!.includes(hashOf(page!)), 'the worker knows its page');
  const [version] = /\b[0-9a-f]{16}\b/.exec(its!) ?? [];
  const nextWorker = its!.replace(hashOf(page!), hashOf(next)).replaceAll(version!, 'f'.repeat(16));
  return {
    page: { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: next },
    worker: {
      status: 200,
      headers: { 'content-type': 'text/javascript', 'service-worker-allowed': '/desk' },
      body: nextWorker,
    },
  };
}

/**
 * The worker that stands for the page now, to be ended. Chromium ends an idle one once a newer one is to take over, but none that
 * tools for developers look at, as they do here.
 */
async function worker(page: Page): Promise<{ end(): Promise<unknown> }> {
  const session = await page.context().newCDPSession(page);
  const active = Promise.withResolvers<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const one = versions.find(({ status }) => status === 'activated');
    if (one) active.resolve(one.versionId);
  });
  // Tells of those that are there.
  await session.send('ServiceWorker.enable');
  const versionId = await active.promise;
  return { end: () => session.send('ServiceWorker.stopWorker', { versionId }).catch(() => undefined) };
}

/** The new version takes over from a worker, and this page is loaded by it. */
const takenOver = (page: Page, from: { end(): Promise<unknown> }): Promise<void> =>
  eventually(async () => {
    if ((await versionOf(page).catch(() => null)) === 'next') return true;
    await from.end();
    return false;
  });

const looks = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/desk'))?.update().catch(String));
const versionOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('meta[name="version"]')?.getAttribute('content') ?? null);
const shells = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('writethru-shell-')));

const isPage = (path: string): boolean => /^\/desk(?:\/(?:stories\/[^/]+)?)?$/.test(path);

test('a new version comes whole or not at all; the old page goes on, says so, and starts it with what is typed kept', async () => {
  await using desk = await keptDesk();
  const { middle, page } = desk;
  const next = await upgraded(desk);
  const [former] = await shells(page);
  // Servers are upgraded one by one: this one has the new worker, that one still the old page.
  middle.meddle = ({ path }) => (path === '/desk/sw.js' ? next.worker : null);
  await looks(page);
  await eventually(async () =>
    page.evaluate(async () => !(await navigator.serviceWorker.getRegistration('/desk'))?.installing),
  );
  assert.deepEqual(await shells(page), [former], 'nothing of two versions is kept');
  // Or the new page, and none of its pieces: they are asked of the other one.
  middle.meddle = ({ path }) => {
    if (isPage(path)) return next.page;
    return path.startsWith('/desk/assets/') ? { status: 404, body: '' } : null;
  };
  const title = await desk.toStory();
  assert.equal(await versionOf(page), null, 'the page is of the version whose pieces are here');
  // All of them are upgraded; pieces of the old version are nowhere but here.
  middle.meddle = ({ path }) => {
    if (path === '/desk/sw.js') return next.worker;
    return isPage(path) ? next.page : null;
  };
  await title.fill('Typed while it came');
  await looks(page);
  const banner = page.getByText('A new version of the desk is ready.');
  await banner.waitFor(WITHIN);
  assert.equal(await title.inputValue(), 'Typed while it came');
  const old = await worker(page);
  await page.getByRole('button', { name: 'Start it' }).click();
  await takenOver(page, old);
  await page.locator('.stream').getByText('Typed while it came').waitFor(WITHIN);
});

test('a tab of the old version that stays open has all its pieces, whatever the server has', async () => {
  await using desk = await keptDesk('admin');
  const { site, middle, page, context } = desk;
  await page.reload();
  await page.locator('.desk').waitFor(WITHIN);
  const next = await upgraded(desk);
  let gone = false;
  middle.meddle = ({ path }) => {
    if (path === '/desk/sw.js') return next.worker;
    if (isPage(path)) return next.page;
    return gone && path.startsWith('/desk/assets/') ? { status: 404, body: '' } : null;
  };
  await looks(page);
  await page.getByText('A new version of the desk is ready.').waitFor(WITHIN);
  gone = true;
  // Another tab starts with the new one: its worker stands for both from now on.
  const old = await worker(page);
  const other = await context.newPage();
  await other.goto(`${site.url}/desk`);
  await takenOver(other, old);
  await other.locator('.desk').waitFor(WITHIN);
  assert.equal(await versionOf(page), null, 'nobody is torn out of what they do');
  await page.getByRole('link', { name: 'People' }).first().click();
  await page.getByRole('heading', { name: 'People' }).first().waitFor(WITHIN);
});
