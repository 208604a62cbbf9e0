import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';
import { assertInOrder, mainOf, openReader, reaches } from './reader.ts';
import { openSite, type Site } from './site.ts';
import { seeded } from '../support/seeded.ts';

/** Things that happen in a night. */
const HAPPENINGS = 60;

/** An editor who does whatever comes to mind; gives the place of what was done. */
function restlessEditor(site: Site, path: string, next: () => number) {
  const standing: string[] = [];
  const pick = (): string => standing[Math.floor(next() * standing.length)]!;
  const words = (): string => `Words ${Math.floor(next() * 1e6)}. `.repeat(1 + Math.floor(next() * 12));
  const posts = async () => {
    const post = await site.call(`POST ${path}/updates`, {
      markdown: words(),
      ...(next() < 0.5 && { title: words().slice(0, 40) }),
      ...(next() < 0.3 && { keyEvent: true }),
    });
    standing.push(post.id);
    return post;
  };
  const retracts = () => {
    const [id] = standing.splice(Math.floor(next() * standing.length), 1);
    return site.call(`POST /updates/${id}/retraction`, { reason: words() });
  };
  const happenings = [
    posts,
    posts,
    posts,
    () => site.call(`PATCH /updates/${pick()}`, { markdown: words() }),
    () => site.call(`PATCH /updates/${standing[0]}`, { markdown: words(), small: true }),
    () => site.call(`POST /updates/${pick()}/corrections`, { was: words(), is: words(), markdown: words() }),
    () => site.call(`POST ${path}/corrections`, { was: words(), is: words() }),
    () => site.call(`PATCH /updates/${pick()}`, { keyEvent: next() < 0.7 }),
    () => site.call(`PUT /updates/${pick()}/pin`),
    () => site.call(`PATCH ${path}`, { headline: words().slice(0, 60), dek: words() }),
    () => site.call(`PATCH ${path}`, { lead: { markdown: `${words()}\n\n${words()}` } }),
    () =>
      site.call(`PATCH ${path}`, {
        summary: [pick(), pick()].map((updateId) => ({ text: words(), updateId })),
      }),
    () => site.call(`PATCH ${path}`, { state: next() < 0.5 ? 'paused' : 'live' }),
  ];
  return async (): Promise<number> => {
    const happening = standing.length < 3 ? posts : happenings[Math.floor(next() * happenings.length)]!;
    if (standing.length > 6 && next() < 0.1) return (await retracts()).seq;
    return (await happening()).seq;
  };
}

test('whatever happens in a night, pages that were open through it are as a fresh page is', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', {
    headline: 'Any Night',
    lead: { markdown: 'It begins.' },
  });
  const address = `${site.url}/stories/${slug}`;
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const does = restlessEditor(site, `/stories/${slug}`, seeded(seed));

  const top = await openReader(browser, address);
  const oldest = await openReader(browser, `${address}?order=oldest`, {
    viewport: { width: 390, height: 780 },
  });
  const away = await openReader(browser, address);
  let seq = 0;
  for (let n = 0; n < HAPPENINGS; n += 1) {
    if (n === 20) await away.context.setOffline(true);
    seq = Math.max(seq, await does());
  }
  await away.context.setOffline(false);

  const fresh = await openReader(browser, address);
  const freshOldest = await openReader(browser, `${address}?order=oldest`);
  for (const { page } of [top, oldest, away]) await reaches(page, seq);
  const told = `run with SEED=${seed} to see it again`;
  assert.equal(await mainOf(top.page), await mainOf(fresh.page), told);
  assert.equal(await mainOf(away.page), await mainOf(fresh.page), told);
  assert.equal(await mainOf(oldest.page), await mainOf(freshOldest.page), told);
  for (const reader of [top, fresh]) await assertInOrder(reader, site.url);
});
