import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after as atTheEnd, before as atFirst, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { openStory } from '../../../src/commands/open-story.ts';
import { newId } from '../../../src/domain/id.ts';
import type { Filing } from '../../../src/desk/console/offline/queue-item.ts';
import { deskProcesses, type DeskProcesses } from '../../support/desk-processes.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';
import { launchBrowser, launchProfile, type KillableBrowser } from '../browser.ts';
import { openHarness } from './together-page.ts';

/** How long anything may take that is waited for, ms. */
const WITHIN = 60_000;

/** Our page comes from no network, so its own server would be taken for another's on a local one. */
const FLAGS = ['--disable-features=LocalNetworkAccessChecks'];

type Signed = Awaited<ReturnType<DeskProcesses['as']>>;
type Tunnel = AsyncDisposable & {
  desk: DeskProcesses;
  who: Signed;
  storyId: string;
  slug: string;
  url: string;
  browser: KillableBrowser;
  /** Kills the browser and starts it again on the same phone. */
  restart(): Promise<void>;
  page(as?: Signed): Promise<Page>;
};

let house: DeskProcesses;
atFirst(async () => {
  house = await deskProcesses('sqlite');
});
atTheEnd(() => house[Symbol.asyncDispose]());

/** A reporter's phone, and a story of the newsroom it files to. */
async function tunnel(): Promise<Tunnel> {
  const desk = house;
  const [server] = desk.nodes;
  const { url } = server!;
  // A test that failed may have left it killed.
  if (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) await server!.start();
  const who = await desk.as('editor');
  const opened = await openStory(desk.newsroom, { actor: 'test', input: { headline: 'A long tunnel' } });
  assert.ok(opened.type === 'played', JSON.stringify(opened));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-phone-'));
  const phone: Tunnel = {
    desk,
    who,
    storyId: opened.story.id,
    slug: opened.story.slug,
    url,
    browser: await launchProfile(folder, FLAGS),
    async restart() {
      await phone.browser.kill();
      phone.browser = await launchProfile(folder, FLAGS);
    },
    async page(as = who) {
      const { context } = phone.browser;
      await signIn(context, url, as.cookie);
      const page = await openHarness(context, url);
      page.setDefaultTimeout(WITHIN);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await phone.browser.kill();
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return phone;
}

async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=', 2);
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
}

const filingOf = (storyId: string, draftId: string, ending: 'file' | 'publish'): Filing => {
  const asked: Omit<Filing, 'then'> = {
    key: crypto.randomUUID(),
    draftId,
    storyId,
    kind: 'update',
    updateId: null,
  };
  // Named by the contract; nobody awaits it.
  return { ...asked, ...(JSON.parse(`{"then":"${ending}"}`) as Pick<Filing, 'then'>) };
};

/** Writes an update and files it. */
async function files(page: Page, { storyId, who, desk }: Tunnel, words: string, then: 'file' | 'publish') {
  const draftId = newId(desk.newsroom.clock.now());
  const filing = filingOf(storyId, draftId, then);
  await page.evaluate(
    async ([id, personId, text, filed]) => {
      await window.together.open(id, personId, { storyId: filed.storyId, kind: 'update' });
      window.together.types(id, text);
      await window.together.file(filed, personId);
    },
    [draftId, who.person.id, words, filing] as const,
  );
  return draftId;
}

const opensQueue = (page: Page, { who }: Tunnel): Promise<void> =>
  page.evaluate((id) => window.together.openQueue(id), who.person.id);

/** The newsroom has the first draft that is begun, and its answer never comes. Returns how many answers were cut so far. */
async function cutsFirstAnswer(page: Page): Promise<() => number> {
  let cut = 0;
  await page.route('**/desk/api/drafts', async (route) => {
    if (cut > 0) return route.continue();
    cut += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  return () => cut;
}

const sent = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.together.items().length === 0, null, { polling: 100 });

async function titlesOf({ desk, storyId }: Tunnel): Promise<(string | null)[]> {
  const snapshot = await desk.newsroom.storage.snapshot(storyId, { order: 'oldest', limit: Infinity });
  return snapshot!.updates.map(({ title }) => title);
}

test('twenty updates filed in a tunnel, the browser killed, the server restarted: twenty, once each, in order', async () => {
  await using phone = await tunnel();
  const [server] = phone.desk.nodes;
  const before = await phone.page();
  await opensQueue(before, phone);
  await server!.kill();
  const titles = Array.from({ length: 20 }, (_, index) => `Update ${index + 1}`);
  for (const title of titles) await files(before, phone, title, 'publish');
  // What the page knows of its queue is read a moment after it was kept.
  await before.waitForFunction(() => window.together.items().length === 20, null, { polling: 100 });
  await phone.restart();
  const after = await phone.page();
  await opensQueue(after, phone);
  await after.waitForFunction(() => window.together.items().length === 20, null, { polling: 100 });
  await server!.start();
  await after.evaluate(() => window.together.sendNow());
  await sent(after);
  assert.deepEqual(await titlesOf(phone), titles);
});

test('what is typed is there after the browser is killed, and goes out when the newsroom is back', async () => {
  await using phone = await tunnel();
  const [server] = phone.desk.nodes;
  const draftId = newId(phone.desk.newsroom.clock.now());
  const asked = [draftId, phone.who.person.id, { storyId: phone.storyId, kind: 'update' }] as const;
  const before = await phone.page();
  await server!.kill();
  await before.evaluate(async ([id, personId, beginning]) => {
    await window.together.open(id, personId, beginning);
    window.together.types(id, 'Written in the dark');
    await window.together.flush(id);
  }, asked);
  await phone.restart();
  const after = await phone.page();
  await after.evaluate(([id, personId]) => window.together.open(id, personId), asked);
  assert.equal(await after.evaluate((id) => window.together.title(id), draftId), 'Written in the dark');
  await server!.start();
  await after.waitForFunction((id) => window.together.standing(id).state === 'saved', draftId, {
    polling: 100,
  });
  const draft = await phone.desk.newsroom.storage.drafts.find(draftId);
  assert.equal(draft?.content.title, 'Written in the dark');
});

test('an answer that was cut is asked for again, and there is one filed draft, with its words and its hour', async () => {
  await using phone = await tunnel();
  const page = await phone.page();
  const cut = await cutsFirstAnswer(page);
  await opensQueue(page, phone);
  await page.route('**/desk/drafts/**', (route) => route.abort());
  const draftId = await files(page, phone, 'Kim would consider it', 'file');
  await sent(page);
  assert.equal(cut(), 1, 'an answer was cut');
  const { storage } = phone.desk.newsroom;
  const filed = await storage.drafts.list({ storyId: phone.storyId, statuses: ['filed'], limit: 10 });
  assert.deepEqual(
    filed.map(({ id, content }) => [id, content.title]),
    [[draftId, 'Kim would consider it']],
  );
});

test('after hours in a tunnel a first answer that is cut is soon asked for again', async () => {
  await using phone = await tunnel();
  const [server] = phone.desk.nodes;
  const page = await phone.page();
  await page.clock.install();
  await opensQueue(page, phone);
  await server!.kill();
  await files(page, phone, 'Out of the tunnel', 'publish');
  let asked = 0;
  await page.route('**/desk/api/session', (route) => {
    asked += 1;
    return route.continue();
  });
  // As long as it takes for the waits between two tries to be the longest.
  for (let tries = 1; tries <= 8; tries += 1) {
    await page.clock.fastForward(60_000);
    await eventually(async () => asked >= tries);
  }
  await server!.start();
  const cut = await cutsFirstAnswer(page);
  await page.evaluate(() => window.together.sendNow());
  await eventually(async () => cut() === 1);
  await page.waitForFunction(() => window.together.items()[0]?.state === 'waiting', null, { polling: 100 });
  await page.clock.fastForward(1000);
  // Far less than the wait had grown to.
  await page.waitForFunction(() => window.together.items().length === 0, null, {
    polling: 100,
    timeout: 28_000,
  });
  assert.deepEqual(await titlesOf(phone), ['Out of the tunnel']);
});

test('a draft that the newsroom knows is filed with what was written to it in the tunnel', async () => {
  await using phone = await tunnel();
  const [server] = phone.desk.nodes;
  const page = await phone.page();
  await opensQueue(page, phone);
  const { storage, clock } = phone.desk.newsroom;
  const draftId = newId(clock.now());
  const asked = [draftId, phone.who.person.id, { storyId: phone.storyId, kind: 'update' }] as const;
  await page.evaluate(async ([id, personId, beginning]) => {
    await window.together.open(id, personId, beginning);
    window.together.types(id, 'Before');
  }, asked);
  await page.waitForFunction((id) => window.together.standing(id).state === 'saved', draftId, {
    polling: 100,
  });
  await server!.kill();
  const filing = filingOf(phone.storyId, draftId, 'publish');
  await page.evaluate(
    async ([id, personId, filed]) => {
      window.together.types(id, ' and in the tunnel');
      await window.together.file(filed, personId);
    },
    [draftId, phone.who.person.id, filing] as const,
  );
  // The tab is closed: nothing but the queue can bring the words.
  await page.close();
  const after = await phone.page();
  await server!.start();
  await opensQueue(after, phone);
  await after.waitForFunction(() => window.together.items().length === 0, null, { polling: 100 });
  assert.deepEqual(await titlesOf(phone), ['Before and in the tunnel']);
  assert.equal((await storage.drafts.find(draftId))?.status, 'published');
});

test('two tabs have one queue: each update goes out once, in order', async () => {
  await using phone = await tunnel();
  const [server] = phone.desk.nodes;
  const [one, two] = [await phone.page(), await phone.page()];
  await opensQueue(one, phone);
  await opensQueue(two, phone);
  await server!.kill();
  const titles = ['First', 'Second', 'Third', 'Fourth'];
  for (const [index, title] of titles.entries()) {
    await files([one, two][index % 2]!, phone, title, 'publish');
  }
  await two.waitForFunction(() => window.together.items().length === 4, null, { polling: 100 });
  await server!.start();
  await Promise.all([one, two].map((page) => page.evaluate(() => window.together.sendNow())));
  await Promise.all([sent(one), sent(two)]);
  assert.deepEqual(await titlesOf(phone), titles);
});

test('what one person filed is neither shown nor sent while another is signed in', async () => {
  await using phone = await tunnel();
  const [server] = phone.desk.nodes;
  const page = await phone.page();
  await opensQueue(page, phone);
  await server!.kill();
  await files(page, phone, 'Mine', 'publish');
  await server!.start();
  const other = await phone.desk.as('editor');
  const theirs = await phone.page(other);
  await theirs.evaluate((id) => window.together.openQueue(id), other.person.id);
  await theirs.evaluate((id) => window.together.openQueue(id), phone.who.person.id);
  await theirs.waitForFunction(() => window.together.items().length === 1, null, { polling: 100 });
  assert.deepEqual(await titlesOf(phone), []);
  const mine = await phone.page();
  await opensQueue(mine, phone);
  await sent(mine);
  assert.deepEqual(await titlesOf(phone), ['Mine']);
});

test('what the newsroom refuses stays with the reason, and those behind it go', async () => {
  await using phone = await tunnel();
  const page = await phone.page();
  await opensQueue(page, phone);
  const nowhere = { ...phone, storyId: newId(phone.desk.newsroom.clock.now()) };
  await files(page, nowhere, 'To no story', 'file');
  await files(page, phone, 'Goes out', 'publish');
  await page.waitForFunction(() => window.together.items()[0]?.state === 'refused', null, { polling: 100 });
  await page.waitForFunction(() => window.together.items().length === 1, null, { polling: 100 });
  const [item] = await page.evaluate(() => window.together.items());
  assert.ok((item?.reason ?? '').length > 10, JSON.stringify(item));
  assert.deepEqual(await titlesOf(phone), ['Goes out']);
  await page.evaluate((key) => window.together.removeItem(key), item!.key);
  await sent(page);
});

test('a full phone is told, while what was typed can be copied; with room again it is kept', async () => {
  await using browser = await launchBrowser(FLAGS);
  const url = `http://127.0.0.1:${await freePort()}`;
  const page = await openHarness(await browser.newContext(), url);
  const draftId = newId(new Date().toISOString());
  const quota = await page.context().newCDPSession(page);
  await quota.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1000 });
  await page.evaluate(async (id) => {
    await window.together.open(id, 'somebody');
    window.together.types(id, 'x'.repeat(5_000_000));
  }, draftId);
  const stands = (state: string): Promise<unknown> =>
    page.waitForFunction(([id, wanted]) => window.together.standing(id!).state === wanted, [draftId, state], {
      polling: 100,
      timeout: WITHIN,
    });
  await stands('not-kept');
  assert.equal(await page.evaluate((id) => window.together.title(id).length, draftId), 5_000_000);
  const filing = filingOf(newId(new Date().toISOString()), draftId, 'publish');
  // What lies in the store is older than what was written: that would go out.
  await assert.rejects(
    page.evaluate((filed) => window.together.file(filed, 'somebody'), filing),
    /does not keep/,
  );
  await quota.send('Storage.overrideQuotaForOrigin', { origin: url });
  await stands('offline');
});
