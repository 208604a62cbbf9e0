import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { openHouse, type House } from './night/house.ts';
import { iim, photo, UTF8, withIim } from '../../support/pictures.ts';
import { listen, moved, openReader, startReading, type ReaderPage } from '../reader.ts';
import { watch } from './desk.ts';
import {
  accept,
  bodyOf,
  entry,
  go,
  goToStory,
  invite,
  kept,
  LAPTOP,
  openAt,
  PHONE,
  pickZone,
  write,
  type Desk,
} from './night/people.ts';

const READER_PHONE = { viewport: { width: 360, height: 740 } };

/** The night of the summit, minute by minute, played by people with browsers: what each is to see, they see. */
/** Says what was looked for, and not the whole page it was looked for in. */
const shows = (html: string, words: RegExp): void => assert.ok(words.test(html), `the page shows ${words}`);
const hides = (html: string, words: RegExp): void =>
  assert.ok(!words.test(html), `the page does not show ${words}`);

suite('a real night', { timeout: 300_000 }, () => {
  let house: House;
  let browser: Browser;
  let operator: Desk;
  let editor: Desk;
  let second: Desk;
  let reporter: Desk;
  let storyId = '';
  let slug = '';
  let readers: Record<'top' | 'phone' | 'plain' | 'heard', ReaderPage>;
  let hear: () => Promise<string[]>;
  let reading = '';

  before(async () => {
    house = await openHouse();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await house?.[Symbol.asyncDispose]();
  });

  test('22:40 a fresh machine answers, its first admin comes in by the printed link and invites three', async () => {
    const front = await fetch(house.url);
    assert.equal(front.status, 200);
    assert.doesNotMatch(await front.text(), /<article/, 'no sample story');
    const link = /(http\S+\/desk\/welcome\/\S+)/.exec(house.server.told())?.[1];
    assert.ok(link, house.server.told());
    operator = await openAt(browser, link, LAPTOP, 'Olga Petri', 'olga@night.test');
    await accept(operator);
    const again = await openAt(browser, link, LAPTOP, '', '');
    await again.page.getByRole('heading', { name: 'This link was used already' }).waitFor();
    await again.context.close();
    const links = {
      editor: await invite(operator, 'Edda Lang', 'edda@night.test', 'editor'),
      second: await invite(operator, 'Elias Wolf', 'elias@night.test', 'editor'),
      reporter: await invite(operator, 'Rosa Dinh', 'rosa@night.test', 'reporter'),
    };
    editor = await openAt(browser, links.editor, LAPTOP, 'Edda Lang', 'edda@night.test');
    second = await openAt(browser, links.second, LAPTOP, 'Elias Wolf', 'elias@night.test');
    reporter = await openAt(browser, links.reporter, PHONE, 'Rosa Dinh', 'rosa@night.test');
    for (const desk of [editor, second, reporter]) await accept(desk);
  });

  test('22:50 the editor writes the story: a statement through a translator, a time beside its place’s, a photo that needs its words', async () => {
    await house.clock('22:50');
    const { page } = editor;
    await page
      .getByRole('button', { name: /New story|Start a story/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Headline' }).waitFor();
    storyId = /stories\/([\w-]+)/.exec(page.url())?.[1] ?? '';
    assert.ok(storyId);
    await pickZone(page, 'Newsroom’s zone', 'America/New_York');
    await pickZone(page, 'Zone of the place', 'Asia/Ho_Chi_Minh');
    await page.getByRole('textbox', { name: 'Headline' }).focus();
    await page.keyboard.type('Leaders Meet in Hanoi, a Deal in Sight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Both sides prepare a signing.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('A signing ceremony is planned for 2 a.m. ET on Thursday.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('“If I was not willing to do that, I would not be here right now.”');
    await page.locator('.statement-offer').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'Who said it' }).waitFor();
    await page.keyboard.type('Kim Jong-un');
    await page.getByLabel('Through an interpreter').check();
    await page.keyboard.press('Enter');
    // TODO marks

    const jpeg = withIim(await photo(1200, 800), [
      iim('charset', UTF8),
      iim('credit', 'Evan Vucci/AP'),
      iim('caption', 'The two leaders at their hotel.'),
    ]);
    await page
      .locator('.photo-field input[type=file]')
      .setInputFiles({ name: 'hanoi.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('.photo-words .text-field input')?.value === 'Evan Vucci/AP',
    );
    await page.getByRole('button', { name: 'Open the story' }).click();
    await page.locator('.photo-alt.field-wrong').waitFor();
    assert.match((await page.getByRole('textbox', { name: 'Lead' }).textContent()) ?? '', /signing ceremony/);
    assert.equal((await fetch(`${house.url}/stories/leaders-meet-in-hanoi-a-deal-in-sight`)).status, 404);
    await page.getByLabel('What the photo shows').fill('Two men shake hands before a row of flags.');
  });

  test('22:55 the story is published: LIVE, whole without a script, its address fixed', async () => {
    await house.clock('22:55');
    const { page } = editor;
    await page.getByRole('textbox', { name: 'Lead' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Write through' }).waitFor();
    slug = 'leaders-meet-in-hanoi-a-deal-in-sight';
    const html = await (await fetch(`${house.url}/stories/${slug}`)).text();
    shows(html, /Live/);
    shows(html, /Evan Vucci\/AP/);
    shows(html, /Kim Jong-un/);
    shows(html, /interpreter/);
    shows(html, /coverageStartTime/);
    hides(html, /coverageEndTime/);
  });

  test('23:10 four readers arrive, and the desk counts them without a cookie', async () => {
    await house.clock('23:10');
    const address = `${house.url}/stories/${slug}`;
    readers = {
      top: await openReader(browser, address, { timezoneId: 'Europe/London' }),
      phone: await openReader(browser, address, { ...READER_PHONE, timezoneId: 'America/Los_Angeles' }),
      plain: await openReader(browser, address, { javaScriptEnabled: false }),
      heard: await openReader(browser, address),
    };
    hear = await listen(readers.heard.page);
    await readers.phone.page.evaluate(() => document.querySelector('.lead p:last-child')?.scrollIntoView());
    reading = await startReading(readers.phone.page);
    for (const { context } of Object.values(readers)) assert.deepEqual(await context.cookies(), []);
    await editor.page
      .locator('.readers-now')
      .getByText('3 readers now, 3 with the latest')
      .waitFor({ state: 'attached' });
  });

  test('23:58 the reporter files in a tunnel; the phone kills the browser; text and queue are there again', async () => {
    await house.clock('23:58');
    await goToStory(reporter, storyId);
    await reporter.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await reporter.context.setOffline(true);
    await write(reporter, 'Kim says he would consider giving up the weapons, CNN reports.', 'Kim speaks');
    await reporter.page.getByRole('button', { name: 'File', exact: true }).click();
    await kept(reporter).waitFor();
    await reporter.page.close();
    reporter.page = await reporter.context.newPage();
    reporter.wrongs = watch(reporter.page, house.url);
    await reporter.page.goto(`${house.url}/desk/stories/${storyId}`);
    await kept(reporter).waitFor();
    await go(reporter, 'Stream');
    await entry(reporter, 'Kim speaks').getByRole('button', { name: 'Open' }).click();
    await bodyOf(reporter).filter({ hasText: 'Kim says he would consider' }).waitFor();
  });

  test('0:05 the network is back, the first answer is cut: one filed draft on the editor’s desk', async () => {
    await house.clock('0:05');
    let cut = 0;
    await reporter.context.route('**/desk/api/drafts', async (route) => {
      if (route.request().method() !== 'POST' || cut > 0) return route.fallback();
      cut += 1;
      // The server commits, and its answer never comes.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await reporter.context.setOffline(false);
    await entry(editor, 'Kim says he would consider').waitFor();
    await go(reporter, 'Stream');
    await entry(reporter, 'Kim says he would consider').getByText('Filed').waitFor();
    assert.equal(cut, 1);
    assert.equal(await editor.page.locator('.stream').getByText('Kim says he would consider').count(), 1);
  });

  test('0:05 the editor publishes by key: readers have it within a second, nothing that is read moves', async () => {
    const { page } = editor;
    await entry(editor, 'Kim says he would consider').getByRole('button', { name: 'Open' }).click();
    await bodyOf(editor).filter({ hasText: 'Kim says he would consider' }).waitFor();
    await bodyOf(editor).focus();
    const pressed = Date.now();
    await page.keyboard.press('Control+Enter');
    await readers.top.page.getByText('Kim says he would consider').first().waitFor();
    console.log(`from the key to a reader's screen: ${Date.now() - pressed} ms`);
    await readers.phone.page.getByText('1 new update').waitFor();
    assert.ok((await moved(readers.phone.page)) <= 1, `what was read stayed: ${reading}`);
    assert.match(await readers.phone.page.title(), /^\(1\)/);
    await readers.heard.page.waitForFunction(
      () => (globalThis as unknown as { said: string[] }).said.length > 0,
    );
    assert.deepEqual(await hear(), ['New update, Feb. 28, 12:05 a.m. ET: Kim speaks']);
    await readers.plain.page.reload();
    await readers.plain.page.getByText('Kim says he would consider').first().waitFor();
    const time = readers.top.page.locator('#updates article time').first();
    assert.match((await time.textContent()) ?? '', /12:05 a\.m\. ET/);
  });
});
