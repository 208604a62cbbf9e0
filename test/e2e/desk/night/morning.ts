import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openReaders } from '../../../../bench/readers/open-readers.ts';
import { holdingBack } from '../../../support/holding-back.ts';
import { openReader } from '../../reader.ts';
import { instantOf } from './house.ts';
import { addressOf, idOf, storyOf, type Night } from './night.ts';
import {
  bodyOf,
  entry,
  go,
  goToStory,
  hides,
  newUpdate,
  pressIn,
  publishTop,
  say,
  shows,
  write,
  writeThrough,
} from './people.ts';

/** Who read besides, at 1:55. Ten thousand are the benches’ (`npm run bench`), from a key to a screen too. */
const CROWD = 1000;

const text = async (address: string): Promise<string> => (await fetch(address)).text();

const motorcades = (page: Page): Locator => page.getByText('Motorcades leave for the airport.').first();

const articles = (page: Page): Promise<string[]> =>
  page.locator('#updates > article').evaluateAll((all) => all.map(({ id }) => id));

/** Everything readers and programs can be given of a story. */
const outputs = (night: Night): string[] => [
  addressOf(night),
  `${addressOf(night)}.json`,
  `${addressOf(night)}/feed.xml`,
  `${addressOf(night)}/feed.atom`,
  `${addressOf(night)}/feed.json`,
  `${addressOf(night)}/history`,
  `${addressOf(night)}/corrections`,
  `${addressOf(night)}/events.json?after=0`,
  `${night.house.url}/`,
  `${night.house.url}/feed.xml`,
  `${night.house.url}/search?q=lunch`,
  `${night.house.url}/search?q=sanctions`,
  `${night.house.url}/news-sitemap.xml`,
];

async function nowhere(night: Night, words: RegExp): Promise<void> {
  for (const address of outputs(night)) {
    const answer = await fetch(address);
    assert.ok(!words.test(await answer.text()), `${address} does not have ${words}`);
  }
}

/** From the wrong update to the reader who comes back: 1:40 to 9:15 a.m. */
export function morning(night: Night): void {
  test('1:44 a wrong update is taken back: its stub says why, its words are nowhere, the line that rests on it is blocked', async () => {
    const { house, editor, readers } = night;
    await house.clock('1:40');
    await pressIn(editor, 'c');
    await write(editor, 'Lunch is back on, says a guard at the gate.', 'Lunch is back on');
    await editor.page.keyboard.press('Control+Enter');
    await readers.top.page.getByText('says a guard at the gate').first().waitFor();
    night.ids['wrong'] = await idOf(night, 'a guard at the gate');
    await writeThrough(editor);
    await editor.page.getByRole('button', { name: 'Add a line' }).click();
    await editor.page.getByRole('textbox', { name: 'Line 2 of the story so far' }).fill('Lunch is on again.');
    await editor.page.getByLabel('Update that line 2 rests on').selectOption(night.ids['wrong']);
    await editor.page.locator('.top-sheet .saved-saved').waitFor();
    await publishTop(editor);
    await readers.top.page.getByText('Lunch is on again.').first().waitFor();

    await house.clock('1:44');
    await entry(editor, 'says a guard at the gate').focus();
    await editor.page.keyboard.press('r');
    const dialog = editor.page.getByRole('dialog');
    await dialog.getByLabel('Why?').fill('The guard spoke of another day.');
    await dialog.getByRole('button', { name: 'Retract', exact: true }).press('Enter');
    await readers.top.page.getByText('The guard spoke of another day.').first().waitFor();
    const permalink = await fetch(`${addressOf(night)}/updates/${night.ids['wrong']}`);
    assert.equal(permalink.status, 200);
    shows(await permalink.text(), /The guard spoke of another day/);
    await nowhere(night, /guard at the gate/);
    hides(await text(addressOf(night)), /Lunch is on again/);
    await writeThrough(editor);
    await editor.page.getByText('This line rests on an update that was retracted').first().waitFor();
    await editor.page.getByRole('button', { name: 'Remove line 2' }).click();
    await editor.page.locator('.top-sheet .saved-saved').waitFor();
    await publishTop(editor);
  });

  test('1:46 embargoed to 1:50: nobody publishes it before, by no way, and its words are nowhere', async () => {
    const { house, editor, reporter } = night;
    await house.clock('1:46');
    await go(reporter, 'Write');
    await newUpdate(reporter);
    await write(reporter, 'No agreement was reached, the press secretary says; the teams will meet again.');
    await bodyOf(reporter)
      .filter({ hasText: 'No agreement was reached, the press secretary says' })
      .waitFor();
    await reporter.page.locator('.region-write .saved-saved').waitFor();
    await reporter.page.getByRole('button', { name: 'Other ways to send it' }).tap();
    await reporter.page.getByRole('menuitem', { name: 'Embargo…' }).tap();
    const dialog = reporter.page.getByRole('dialog');
    await dialog.getByLabel('Date').fill('2019-02-28');
    await dialog.getByLabel('Time').fill('01:50');
    await dialog.getByRole('button', { name: 'Embargo', exact: true }).tap();
    await reporter.page.getByRole('button', { name: 'File', exact: true }).tap();
    for (const badge of ['Embargoed', 'Filed'])
      await entry(editor, 'No agreement was reached').getByText(badge, { exact: true }).waitFor();
    await entry(editor, 'No agreement was reached').getByRole('button', { name: 'Open' }).click();
    await bodyOf(editor).filter({ hasText: 'No agreement was reached' }).focus();
    await editor.page.keyboard.press('Control+Enter');
    await editor.page
      .locator('.region-write .banner', { hasText: /Embargoed until .*1:50.*It is .*1:46/ })
      .waitFor();
    const id = await entry(editor, 'No agreement was reached').getAttribute('data-entry');
    const draftId = (id ?? '').replace(/^\w+:/, '');
    assert.equal((await house.api(`GET /updates/${draftId}`)).status, 404);
    assert.equal((await fetch(`${addressOf(night)}/updates/${draftId}`)).status, 404);
    await nowhere(night, /No agreement was reached/);
    await editor.page.getByRole('button', { name: /Schedule for/ }).click();
    await entry(editor, 'No agreement was reached').getByText('Scheduled').first().waitFor();
  });

  test('1:50 the server is killed over the hour and started again: it goes out once, every reader has it once', async () => {
    const { house, readers } = night;
    await house.clock('1:49:59', false);
    await house.server.kill();
    await house.server.start();
    await house.clock('1:50:10');
    await readers.top.page.getByText('No agreement was reached').first().waitFor({ timeout: 30_000 });
    const told = (await storyOf(night)).updates.filter((update) => update.text?.includes('No agreement'));
    assert.equal(told.length, 1);
    assert.ok(told[0]!.at >= '2019-02-28T06:50:10', told[0]!.at);
    assert.equal(
      await readers.top.page.locator('#updates > article', { hasText: 'No agreement was reached' }).count(),
      1,
    );
    night.ids['secretary'] = told[0]!.id;
    await entry(night.editor, 'No agreement was reached').getByText('Went out late').waitFor();
  });

  test('1:55 one reader’s network is cut, another’s proxy holds streams back; a thousand more read: the editor goes on, all pages end equal to the log', async () => {
    const { house, editor, browser, readers } = night;
    await house.clock('1:55');
    await using proxy = await holdingBack(house.url);
    const through = `${proxy.url}/stories/${night.slug}`;
    const behind = await openReader(browser, through, {}, (page) => page.clock.install());
    const crowd = await openReaders(house.url, `/stories/${night.slug}/live`, CROWD);
    await readers.top.context.setOffline(true);
    await pressIn(editor, 'c');
    await write(editor, 'Motorcades leave for the airport.');
    await editor.page.locator('.region-write .saved-saved').waitFor();
    const pressed = performance.now();
    await editor.page.keyboard.press('Control+Enter');
    await motorcades(readers.heard.page).waitFor();
    house.tellLatency(performance.now() - pressed);
    const { lost, doubled, disordered } = await crowd.had(1);
    assert.deepEqual({ lost, doubled, disordered }, { lost: 0, doubled: 0, disordered: 0 });
    await house.clock('1:56');
    await readers.top.context.setOffline(false);
    await motorcades(readers.top.page).waitFor({ timeout: 45_000 });
    // It asks every few seconds, by a clock of its own.
    await behind.page.clock.runFor('00:12');
    await motorcades(behind.page).waitFor();
    const fresh = await openReader(browser, addressOf(night));
    for (const { page } of [readers.top, behind])
      assert.deepEqual(await articles(page), await articles(fresh.page));
    assert.deepEqual(behind.faults, []);
    await behind.context.close();
    await fresh.context.close();
  });

  test('2:20 the editor pins by keyboard; the reporter reads the desk on a phone without a sideways scroll', async () => {
    const { house, editor, reporter, readers } = night;
    await house.clock('2:20');
    await entry(editor, 'No agreement was reached').focus();
    await editor.page.keyboard.press('p');
    await readers.top.page
      .locator('.pinned, [data-part=pinned]')
      .getByText('No agreement was reached')
      .first()
      .waitFor();
    await go(reporter, 'Stream');
    await entry(reporter, 'Motorcades leave').waitFor();
    const wide = await reporter.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(wide, 0);
  });

  test('2:50 the press conference: each under their own name, a video as a card until it is clicked', async () => {
    const { house, editor, reporter, readers } = night;
    await house.clock('2:50');
    await go(reporter, 'Write');
    await newUpdate(reporter);
    await write(reporter, 'They wanted the sanctions lifted whole, and he walked away.', 'Press conference');
    await reporter.page.keyboard.press('Enter');
    await say(
      reporter,
      '“Sometimes you have to walk, and this was just one of those times.”',
      'Donald Trump',
    );
    await say(reporter, '“I am still hopeful that the teams will get together soon.”', 'Mike Pompeo');
    await reporter.page.keyboard.type('https://www.bbc.com/news/av/world-asia-47398974');
    await reporter.page.getByRole('button', { name: 'Make it a card' }).waitFor();
    await reporter.page.keyboard.press('Tab');
    await reporter.page.locator('.region-write .saved-saved').waitFor();
    await reporter.page.getByRole('button', { name: 'File', exact: true }).tap();
    await entry(editor, 'Press conference').getByText('Filed').waitFor();
    await entry(editor, 'Press conference').getByRole('button', { name: 'Publish' }).press('Enter');
    const update = readers.top.page.locator('#updates article', { hasText: 'sanctions lifted whole' });
    await update.getByText('Mike Pompeo').waitFor();
    const statements = await update
      .locator('figure.statement')
      .evaluateAll((figures) => figures.map((figure) => figure.textContent ?? ''));
    assert.equal(statements.length, 2);
    shows(statements[0]!, /you have to walk.*Donald Trump/s);
    shows(statements[1]!, /still hopeful.*Mike Pompeo/s);
    assert.deepEqual(
      readers.top.requests.filter((request) => request.includes('bbc.')),
      [],
    );
    night.ids['conference'] = await idOf(night, 'sanctions lifted whole');
  });

  test('2:58 a flat post pasted into a second story is four drafted updates with their times; nothing is public', async () => {
    const { house, reporter, readers } = night;
    await house.clock('2:58');
    await readers.top.page.goto(`${addressOf(night)}?only=key`);
    assert.equal(await readers.top.page.locator('#updates > article').count(), 1);
    await readers.top.page.goto(addressOf(night));
    const before = await text(`${house.url}/`);
    await reporter.page.goto(`${house.url}/desk`);
    await reporter.page
      .getByRole('button', { name: /New story/ })
      .first()
      .click();
    await reporter.page.getByRole('textbox', { name: 'Headline' }).fill('A night in Hanoi, told after');
    await reporter.page.locator('.top-sheet .saved-saved').waitFor();
    await reporter.page.getByRole('button', { name: 'More for this story' }).click();
    await reporter.page.getByRole('menuitem', { name: /Paste a wire flash/ }).click();
    const dialog = reporter.page.getByRole('dialog');
    await dialog.getByLabel('The post').fill(FLAT);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.getByText('4 updates found').waitFor();
    for (const time of [/12:05/, /1:30/, /1:50/, /2:50/]) await dialog.getByText(time).first().waitFor();
    await dialog.getByRole('button', { name: 'Take all 4' }).click();
    await reporter.page.getByText('4 drafts made').first().waitFor();
    assert.equal(await text(`${house.url}/`), before);
  });

  test('3:10 a spelling is mended as a small edit: it says so, and is announced to nobody', async () => {
    const { house, editor, readers } = night;
    await house.clock('3:10');
    const heard = (await night.hear()).length;
    await goToStory(editor, night.storyId);
    await entry(editor, 'The working lunch').focus();
    await editor.page.keyboard.press('e');
    const body = bodyOf(editor).filter({ hasText: 'The working lunch' });
    await body.focus();
    await editor.page.keyboard.press('Control+End');
    await editor.page.keyboard.type('.');
    await editor.page.keyboard.press('Backspace');
    await editor.page.keyboard.type('!');
    await editor.page.locator('.saved-saved').first().waitFor();
    await editor.page.keyboard.press('Control+Enter');
    const dialog = editor.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Small edit' }).check();
    await dialog.getByRole('button', { name: 'Publish small edit' }).press('Enter');
    await readers.heard.page.getByText('Edited 3:10 a.m.').first().waitFor();
    assert.equal((await night.hear()).length, heard);
  });

  test('3:30 the editor ends the story: the badge at once, the stream closed and not asked for again', async () => {
    const { house, editor, readers } = night;
    await house.clock('3:30');
    await editor.page.getByRole('button', { name: 'Live, paused or ended' }).click();
    await editor.page
      .getByRole('menuitemradio', { name: 'Ended…' })
      .or(editor.page.getByRole('menuitem', { name: 'Ended…' }))
      .click();
    await editor.page.getByRole('dialog').getByRole('button', { name: 'End the story' }).press('Enter');
    await readers.top.page.locator('.state.ended').first().waitFor();
    const asked = readers.top.requests.length;
    await readers.top.page.waitForTimeout(3000);
    assert.deepEqual(
      readers.top.requests.slice(asked).filter((request) => request.includes('/live')),
      [],
    );
    shows(await text(addressOf(night)), /coverageEndTime/);
  });

  test('8:00 the reader comes back in Los Angeles: what is new since 9:40 p.m., the first unread, the corrected marked', async () => {
    const { house, readers } = night;
    await house.clock('8:00');
    const page = await readers.phone.context.newPage();
    await page.clock.setSystemTime(instantOf('8:00'));
    await page.goto(addressOf(night));
    const line = page.getByText(/since you left at 9:40/);
    await line.waitFor();
    assert.match((await line.textContent()) ?? '', /4 updates and 1 correction/);
  });

  test('9:15 a correction after the end reaches the tab that is looked at again; nothing went wrong in any browser', async () => {
    const { house, editor, readers } = night;
    await house.clock('9:15');
    await entry(editor, 'sanctions lifted whole').focus();
    await editor.page.keyboard.press('x');
    await bodyOf(editor).filter({ hasText: 'sanctions lifted whole' }).focus();
    await editor.page.keyboard.press('Control+Home');
    await editor.page.keyboard.type('At 2 p.m. in Hanoi: ');
    await editor.page.locator('.saved-saved').first().waitFor();
    await editor.page.keyboard.press('Control+Enter');
    const dialog = editor.page.getByRole('dialog');
    await dialog.getByLabel('What it said').fill('No hour was given.');
    await dialog.getByLabel('What is right').fill('It was at 2 p.m. in Hanoi.');
    await dialog.getByRole('button', { name: 'Publish correction' }).press('Enter');
    await entry(editor, 'At 2 p.m. in Hanoi').getByText('Corrected').first().waitFor();
    await readers.top.page.bringToFront();
    await readers.top.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await readers.top.page.getByText('It was at 2 p.m. in Hanoi.').first().waitFor();
    for (const desk of [night.operator, night.editor, night.second, night.reporter])
      assert.deepEqual(
        desk.wrongs.filter((wrong) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket|503/.test(wrong)),
        [],
      );
  });
}

/** A post that was published flat, with its furniture and four updates through a night. */
const FLAT = `Leaders part in Hanoi

By Rosa Dinh
February 27, 2019, 10:55 p.m. ET

Photo: Jonas Weil/AP

The two leaders sat down for a second day.

Update, 02/28/2019, 12:05 a.m. ET: Kim says he would consider it.

Update, 1:30 a.m. ET: The working lunch is off.

Update, 1:50 a.m. ET: “No agreement was reached at this time,” said Sarah Sanders, the press secretary.

Update, 2:50 a.m. ET: The president walked away.

Share This Story

Get our newsletter`;
