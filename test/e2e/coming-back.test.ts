import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { mainOf, reaches } from './reader.ts';
import { openSite, type Site } from './site.ts';

/** A tab of a reader in Los Angeles, whose own clock shows what the test says. */
async function openTab(context: BrowserContext, address: string, at: string): Promise<Page> {
  const page = await context.newPage();
  await page.clock.install({ time: at });
  await page.goto(address);
  return page;
}

async function openNight(site: Site): Promise<{ path: string; evening: string }> {
  const { slug } = await site.call('POST /stories', {
    headline: 'No Deal Night',
    lead: { markdown: Array.from({ length: 12 }, (_, n) => `Paragraph ${n + 1}. `.repeat(30)).join('\n\n') },
  });
  await site.clock('2019-02-28T05:05:00Z');
  const { id } = await site.call(`POST /stories/${slug}/updates`, {
    markdown: 'Kim says he would. '.repeat(30),
  });
  return { path: `/stories/${slug}`, evening: id };
}

const bar = (page: Page) => page.locator('#bar');

test('who comes back is told what they missed, is led to the first of it, and told no more once it was read', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path, evening } = await openNight(site);
  const context = await browser.newContext({ timezoneId: 'America/Los_Angeles' });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const first = await openTab(context, site.url + path, '2019-02-28T05:40:00Z');
  assert.ok(await bar(first).isHidden(), 'who was never here missed nothing');
  const before = requests.length;
  await first.close({ runBeforeUnload: true });
  assert.equal(requests.length, before, 'nothing is sent');

  await site.clock('2019-02-28T05:45:00Z');
  await site.call(`POST /updates/${evening}/corrections`, {
    was: 'Kim',
    is: 'Trump',
    markdown: 'Trump says he would.',
  });
  const post = async (at: string, markdown: string): Promise<string> => {
    await site.clock(at);
    return (await site.call(`POST ${path}/updates`, { markdown: `${markdown} `.repeat(60) })).id;
  };
  const half = await post('2019-02-28T06:30:00Z', 'The lunch is off.');
  const wrong = await post('2019-02-28T06:40:00Z', 'The lunch is on.');
  await site.call(`POST /updates/${wrong}/retraction`, { reason: 'Our source was mistaken.' });
  const none = await post('2019-02-28T06:50:00Z', 'No agreement.');
  const last = await post('2019-02-28T07:50:00Z', 'They speak to the press.');
  await site.call(`PATCH /updates/${half}`, {
    markdown: 'The lunch is off, we hear. '.repeat(60),
    small: true,
  });

  const back = await openTab(context, site.url + path, '2019-02-28T13:00:00Z');
  await bar(back).filter({ hasText: '3 updates and 1 correction since you left at 9:40 p.m.' }).waitFor();
  assert.equal(await back.title(), 'No Deal Night | Writethru', 'what was missed is not what came');
  const marked = back.locator(`#u-${evening} .correction`);
  assert.equal(await marked.getAttribute('data-since'), 'Corrected since you read it');
  await bar(back).click();
  await back.waitForFunction((id) => document.activeElement?.id === `u-${id}`, half);
  assert.doesNotMatch((await bar(back).textContent()) ?? '', /since/);
  for (const id of [none, last, evening]) {
    await back.locator(`#u-${id}`).evaluate((update) => update.scrollIntoView({ block: 'center' }));
    await back.locator(`#u-${id}`).evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  const fresh = await openTab(await browser.newContext(), site.url + path, '2019-02-28T13:00:00Z');
  await back.evaluate(() => (document.activeElement as HTMLElement).blur());
  assert.equal(await mainOf(back), await mainOf(fresh));
  await back.close({ runBeforeUnload: true });

  const again = await openTab(context, site.url + path, '2019-02-28T15:00:00Z');
  await reaches(again, 1);
  assert.ok(await bar(again).isHidden(), 'it was read');
});

test('who left long ago is told the day; what was not looked at is told again, since the time it was missed from', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site);
  const context = await browser.newContext({ timezoneId: 'America/Los_Angeles' });
  await (await openTab(context, site.url + path, '2019-02-28T05:40:00Z')).close({ runBeforeUnload: true });
  await site.call(`POST ${path}/updates`, { markdown: 'One more.' });
  const told = '1 update since you left on February 27 at 9:40 p.m.';
  for (const at of ['2019-03-02T13:00:00Z', '2019-03-02T15:00:00Z']) {
    const tab = await openTab(context, site.url + path, at);
    await bar(tab).filter({ hasText: told }).waitFor();
    await tab.close({ runBeforeUnload: true });
  }
});

test('who missed more than a page holds is told at least how many', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site);
  const context = await browser.newContext();
  await (await openTab(context, site.url + path, '2019-02-28T05:40:00Z')).close({ runBeforeUnload: true });
  for (let n = 0; n < 55; n += 1) await site.call(`POST ${path}/updates`, { markdown: `Update ${n}.` });
  const back = await openTab(context, site.url + path, '2019-02-28T13:00:00Z');
  await bar(back).filter({ hasText: '50+ updates since you left' }).waitFor();
});

test('a browser that remembers nothing says nothing of it', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site);
  const context = await browser.newContext();
  const faults: string[] = [];
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  for (let times = 0; times < 2; times += 1) {
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(site.url + path);
    const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'It goes on.' });
    await reaches(page, seq);
    await page.keyboard.press('n');
    await page.locator('[data-clock=yours]').click();
    await page.close({ runBeforeUnload: true });
  }
  assert.deepEqual(faults, []);
});

test('what stands there under our name and is not ours breaks no page', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { path } = await openNight(site);
  const faults: string[] = [];
  for (const kept of ['[1, null, {}]', '[[]]', '7', '{}', 'half a [', 'null']) {
    const context = await browser.newContext();
    await context.addInitScript((value) => localStorage.setItem('left', value), kept);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${kept}: ${String(error)}`));
    await page.goto(site.url + path);
    const { seq } = await site.call(`POST ${path}/updates`, { markdown: 'It goes on.' });
    await reaches(page, seq);
    await page.close({ runBeforeUnload: true });
    await context.close();
  }
  assert.deepEqual(faults, []);
});
