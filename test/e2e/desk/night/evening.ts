import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../../../support/eventually.ts';
import { iim, photo, UTF8, withIim } from '../../../support/pictures.ts';
import { listen, moved, openReader, startReading } from '../../reader.ts';
import { keptAnswers, watch } from '../desk.ts';
import { instantOf } from './house.ts';
import { addressOf, idOf, type Night } from './night.ts';
import {
  accept,
  bodyOf,
  entry,
  go,
  goToStory,
  hides,
  invite,
  kept,
  LAPTOP,
  openAt,
  PHONE,
  pickZone,
  say,
  shows,
  write,
} from './people.ts';

const READER_PHONE = { viewport: { width: 360, height: 740 } };

/** From the fresh machine to the first update: 10:40 p.m. to 12:40 a.m. */
export function evening(night: Night): void {
  test('22:40 a fresh machine answers; its first admin comes in by the printed link and asks three in', async () => {
    const { house, browser } = night;
    const front = await fetch(house.url);
    assert.equal(front.status, 200);
    hides(await front.text(), /<article/);
    const link = /(http\S+\/desk\/welcome\/\S+)/.exec(house.server.told())?.[1];
    assert.ok(link, house.server.told());
    night.operator = await openAt(browser, link, LAPTOP, 'Olga Petri', 'olga@night.test');
    await accept(night.operator);
    const again = await openAt(browser, link, LAPTOP, '', '');
    await again.page.getByRole('heading', { name: 'This link was used already' }).waitFor();
    await again.context.close();
    const links = {
      editor: await invite(night.operator, 'Edda Lang', 'edda@night.test', 'editor'),
      second: await invite(night.operator, 'Elias Wolf', 'elias@night.test', 'editor'),
      reporter: await invite(night.operator, 'Rosa Dinh', 'rosa@night.test', 'reporter'),
    };
    night.editor = await openAt(browser, links.editor, LAPTOP, 'Edda Lang', 'edda@night.test');
    night.second = await openAt(browser, links.second, LAPTOP, 'Elias Wolf', 'elias@night.test');
    night.reporter = await openAt(browser, links.reporter, PHONE, 'Rosa Dinh', 'rosa@night.test');
    for (const desk of [night.editor, night.second, night.reporter]) await accept(desk);
  });

  test('22:50 the editor writes the story: a statement through a translator, a time beside its place’s, a photo that needs its words', async () => {
    await night.house.clock('22:50');
    const { page } = night.editor;
    await page
      .getByRole('button', { name: /New story|Start a story/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Headline' }).waitFor();
    night.storyId = /stories\/([\w-]+)/.exec(page.url())?.[1] ?? '';
    assert.ok(night.storyId);
    await pickZone(page, 'Newsroom’s zone', 'America/New_York');
    await pickZone(page, 'Zone of the place', 'Asia/Ho_Chi_Minh');
    await page.getByRole('textbox', { name: 'Headline' }).focus();
    await page.keyboard.type('Leaders Meet in Hanoi, a Deal in Sight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Both sides prepare a signing.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('A signing ceremony is planned for 2 a.m. ET on Thursday.');
    await page.keyboard.press('Enter');
    await say(
      night.editor,
      '“If I was not willing to do that, I would not be here right now.”',
      'Kim Jong-un',
      {
        interpreted: true,
      },
    );
    // Beside the typed time stands the place's.
    await page
      .locator('.region-top')
      .getByText(/2:00 p\.m\./)
      .first()
      .waitFor();

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
    assert.equal(
      (await fetch(`${night.house.url}/stories/leaders-meet-in-hanoi-a-deal-in-sight`)).status,
      404,
    );
    await page.getByLabel('What the photo shows').fill('Two men shake hands before a row of flags.');
  });

  test('22:55 the story is published: LIVE, whole without a script, its address fixed', async () => {
    await night.house.clock('22:55');
    const { page } = night.editor;
    await page.getByRole('textbox', { name: 'Lead' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Write through' }).waitFor();
    night.slug = 'leaders-meet-in-hanoi-a-deal-in-sight';
    const html = await (await fetch(addressOf(night))).text();
    for (const shown of [/Live/, /Evan Vucci\/AP/, /Kim Jong-un/, /interpreter/, /coverageStartTime/])
      shows(html, shown);
    for (const form of [/<form/, /Copy link|Share/]) shows(html, form);
    hides(html, /coverageEndTime/);
  });

  test('23:10 four readers arrive, and the desk counts them without a cookie', async () => {
    const { house, browser } = night;
    await house.clock('23:10');
    const address = addressOf(night);
    night.readers = {
      top: await openReader(browser, address, { timezoneId: 'Europe/London' }),
      phone: await openReader(browser, address, { ...READER_PHONE, timezoneId: 'America/Los_Angeles' }),
      plain: await openReader(browser, address, { javaScriptEnabled: false }),
      heard: await openReader(browser, address),
    };
    night.hear = await listen(night.readers.heard.page);
    await night.readers.phone.page.evaluate(() =>
      document.querySelector('.lead p:last-child')?.scrollIntoView(),
    );
    await startReading(night.readers.phone.page);
    for (const { context } of Object.values(night.readers)) assert.deepEqual(await context.cookies(), []);
    await night.editor.page
      .locator('.readers-now')
      .getByText('3 readers now, 3 with the latest')
      .waitFor({ state: 'attached' });
  });

  test('23:58 the reporter files in a tunnel; the phone kills the browser; text and queue are there again', async () => {
    const { house, reporter, storyId } = night;
    await house.clock('23:58');
    await goToStory(reporter, storyId);
    const path = `/desk/api/stories/${storyId}`;
    await eventually(async () => (await keptAnswers(reporter.page)).includes(path));
    await reporter.context.setOffline(true);
    await write(reporter, 'Kim says he would consider giving up the weapons, CNN reports.', 'Kim speaks');
    await reporter.page.keyboard.press('Enter');
    // Whose words these are she mistakes.
    await say(reporter, '“We will see what happens, and I think it will be very good.”', 'Kim Jong-un');
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
    const { house, editor, reporter } = night;
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
    await kept(reporter).waitFor({ state: 'detached' });
    assert.equal(await editor.page.locator('.region-stream .entry').count(), 1);
  });

  test('0:05 the editor publishes by key: readers have it within a second, nothing that is read moves', async () => {
    const { editor, readers } = night;
    const { page } = editor;
    await entry(editor, 'Kim says he would consider').getByRole('button', { name: 'Open' }).click();
    await bodyOf(editor).filter({ hasText: 'Kim says he would consider' }).focus();
    const pressed = performance.now();
    await page.keyboard.press('Control+Enter');
    await readers.top.page.getByText('Kim says he would consider').first().waitFor();
    night.house.tellLatency(performance.now() - pressed);
    await readers.phone.page.getByText('1 new update').waitFor();
    assert.ok((await moved(readers.phone.page)) <= 1, 'what was read stayed where it was');
    assert.match(await readers.phone.page.title(), /^\(1\)/);
    await readers.heard.page.waitForFunction(
      () => (globalThis as unknown as { said: string[] }).said.length > 0,
    );
    assert.deepEqual(await night.hear(), ['New update, Feb. 28, 12:05 a.m. ET: Kim speaks']);
    await readers.plain.page.reload();
    await readers.plain.page.getByText('Kim says he would consider').first().waitFor();
    const time = readers.top.page.locator('#updates article time').first();
    assert.match((await time.textContent()) ?? '', /12:05 a\.m\. ET/);
    night.ids['kim'] = await idOf(night, 'Kim says he would consider');
  });

  test('0:40 a reader goes to what is new, reads it and closes the tab: nothing is sent', async () => {
    await night.house.clock('0:40');
    const { page, requests } = night.readers.phone;
    await page.clock.setSystemTime(instantOf('0:40'));
    await page.getByText('1 new update').click();
    await page.waitForFunction(() => !document.title.startsWith('('));
    const before = requests.length;
    await page.close();
    assert.deepEqual(requests.slice(before), []);
  });
}
