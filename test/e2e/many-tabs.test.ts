import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { mainOf, openReader, reaches } from './reader.ts';
import { openSite, type Site } from './site.ts';

async function openStory(site: Site, headline: string): Promise<string> {
  const { slug } = await site.call('POST /stories', { headline, lead: { markdown: 'It has begun.' } });
  return `/stories/${slug}`;
}

async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Streams the server holds open. */
async function streams(site: Site): Promise<number> {
  const metrics = await (await fetch(`${site.url}/metrics`)).text();
  const open = [...metrics.matchAll(/^writethru_streams_open(?:\{[^}]*\})? (\d+)/gm)].map(([, n]) =>
    Number(n),
  );
  assert.ok(open.length > 0, 'the server tells how many streams are open');
  return open.reduce((sum, n) => sum + n, 0);
}

async function streamsBecome(site: Site, due: number): Promise<void> {
  for (let open = await streams(site); open !== due; open = await streams(site)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a tab says it is: in front, or behind others. */
async function turn(page: Page, to: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, to);
}

test('seven tabs on one story share one stream; who keeps it may close, and nothing is lost or doubled', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'One Night');
  const context = await browser.newContext();
  const tabs: Page[] = [];
  for (let n = 0; n < 7; n += 1) tabs.push(await openTab(context, site.url + path));
  await streamsBecome(site, 1);
  for (let left = 7; left > 3; left -= 2) {
    const post = await site.call(`POST ${path}/updates`, { markdown: `With ${left} tabs open.` });
    for (const tab of tabs) await reaches(tab, post.seq);
    assert.equal(await streams(site), 1);
    const [keeper] = tabs.splice(0, 1);
    const closing = keeper!.close();
    // While nobody keeps the line, too.
    const between = await site.call(`POST ${path}/updates`, { markdown: 'Between two keepers.' });
    await closing;
    await tabs.splice(1, 1)[0]!.close();
    for (const tab of tabs) await reaches(tab, between.seq);
    await streamsBecome(site, 1);
  }
  const fresh = await openTab(await browser.newContext(), site.url + path);
  for (const tab of tabs) assert.equal(await mainOf(tab), await mainOf(fresh));
});

test('seven tabs on seven stories all live, on four streams at most', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const context = await browser.newContext();
  const paths: string[] = [];
  const tabs: Page[] = [];
  for (let n = 1; n <= 7; n += 1) {
    const path = await openStory(site, `Story ${n}`);
    paths.push(path);
    tabs.push(await openTab(context, site.url + path));
  }
  await streamsBecome(site, 4);
  for (const [at, path] of paths.entries()) {
    const { seq } = await site.call(`POST ${path}/updates`, { markdown: `On story ${at + 1}.` });
    await reaches(tabs[at]!, seq);
    assert.ok((await streams(site)) <= 4);
  }
  // Room that is given up is taken by who had to ask.
  await tabs[0]!.close();
  await streamsBecome(site, 4);
});

test('tabs of the front page share a stream as well, and a tab that missed something asks for it', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'First Story');
  const context = await browser.newContext();
  const tabs = [];
  for (let n = 0; n < 3; n += 1) tabs.push(await openTab(context, site.url));
  await streamsBecome(site, 1);
  await site.call(`POST ${path}/updates`, { markdown: 'It goes on.' });
  for (const tab of tabs) await tab.getByText('It goes on.').waitFor();

  const keeper = await openTab(context, site.url + path);
  const late = await openTab(context, site.url + path);
  const first = await site.call(`POST ${path}/updates`, { markdown: 'Heard by one.' });
  for (const tab of [keeper, late]) await reaches(tab, first.seq);
  await late.evaluate((id) => {
    document.getElementById(`u-${id}`)!.remove();
    document.body.dataset['seq'] = `${Number(document.body.dataset['seq']) - 1}`;
  }, first.id);
  const second = await site.call(`POST ${path}/updates`, { markdown: 'Heard by both.' });
  for (const tab of [keeper, late]) await reaches(tab, second.seq);
  await late.locator(`#u-${first.id}`).waitFor({ state: 'attached' });
  assert.equal(await mainOf(late), await mainOf(keeper));
  assert.equal(await streams(site), 2);
});

test('where the tab that keeps the line has fallen asleep, another takes it over', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'Sleepy Night');
  const context = await browser.newContext();
  const sleeper = await openTab(context, site.url + path);
  await streamsBecome(site, 1);
  await sleeper.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  const awake = await openTab(context, site.url + path);
  const first = await site.call(`POST ${path}/updates`, { markdown: 'Unheard.' });
  await reaches(awake, first.seq);
  const second = await site.call(`POST ${path}/updates`, { markdown: 'Heard.' });
  for (const tab of [sleeper, awake]) await reaches(tab, second.seq);
  assert.equal(await streams(site), 1);
});

test('a tab that was hidden for long lets go of its stream, and catches up when it is looked at', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'Long Night');
  const { page } = await openReader(browser, site.url + path, {}, (tab) => tab.clock.install());
  await streamsBecome(site, 1);
  await turn(page, 'hidden');
  await page.clock.fastForward('05:01');
  await streamsBecome(site, 0);
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'While it was hidden.' });
  await page.clock.runFor('10:00');
  assert.equal(await streams(site), 0);
  assert.notEqual(await page.locator('body').getAttribute('data-seq'), `${seq}`);
  await turn(page, 'visible');
  await reaches(page, seq);
  await streamsBecome(site, 1);
  assert.equal(await page.locator('#status').textContent(), '');
});

test('a hidden tab that lets go of the line leaves it to one that is looked at', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'Handed On');
  const context = await browser.newContext();
  const keeper = await context.newPage();
  // Its five minutes pass in one second; all else in it takes the time it takes.
  await keeper.addInitScript(() => {
    const wait = setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (act: () => void, ms: number) => wait(act, ms === 300_000 ? 1000 : ms),
    });
  });
  await keeper.goto(site.url + path);
  await streamsBecome(site, 1);
  const other = await openTab(context, site.url + path);
  const takesOver = other.waitForRequest((request) => request.url().includes('/live'));
  await turn(keeper, 'hidden');
  await takesOver;
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'To who looks.' });
  await reaches(other, seq);
  await streamsBecome(site, 1);
  assert.notEqual(await keeper.locator('body').getAttribute('data-seq'), `${seq}`);
  await turn(keeper, 'visible');
  await reaches(keeper, seq);
  await streamsBecome(site, 1);
});

test('where tabs cannot know of each other, as on plain http, each keeps a stream of its own', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'Plain Night');
  const context = await browser.newContext();
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  const tabs = [await openTab(context, site.url + path), await openTab(context, site.url + path)];
  await streamsBecome(site, 2);
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'To each.' });
  for (const tab of tabs) await reaches(tab, seq);
});

test('an ended story that is looked at asks seldom for corrections, and for its stream when it goes on', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const path = await openStory(site, 'Ended Night');
  const { id } = await site.call(`POST ${path}/updates`, { markdown: 'Forty.' });
  const reader = await openReader(browser, site.url + path, {}, (tab) => tab.clock.install());
  const { page, requests } = reader;
  await streamsBecome(site, 1);
  const ended = await site.call(`PATCH ${path}`, { state: 'ended' });
  await reaches(page, ended.seq);
  await streamsBecome(site, 0);
  const before = requests.length;
  await page.clock.runFor('05:00');
  assert.equal(requests.length, before, 'nothing is asked within five minutes');
  const correction = await site.call(`POST /updates/${id}/corrections`, { was: 'Forty', is: 'Fourteen' });
  // In steps within which an answer is not given up.
  while (requests.length === before) await page.clock.runFor('00:20');
  await reaches(page, correction.seq);
  await turn(page, 'hidden');
  const asked = requests.length;
  await page.clock.runFor('02:00:00');
  assert.equal(requests.length, asked, 'nobody looks');
  const goesOn = await site.call(`PATCH ${path}`, { state: 'live' });
  await turn(page, 'visible');
  await reaches(page, goesOn.seq);
  await streamsBecome(site, 1);
  const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'It goes on.' });
  await reaches(page, seq);
});
