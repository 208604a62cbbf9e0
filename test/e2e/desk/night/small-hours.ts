import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, idOf, storyOf, type Night } from './night.ts';
import {
  bodyOf,
  entry,
  fillSpeaker,
  goToStory,
  cutOff,
  pressIn,
  publishTop,
  shows,
  topField,
  wordsOf,
  writeThrough,
  type Desk,
  write,
} from './people.ts';

const text = async (address: string): Promise<string> => (await fetch(address)).text();

const toldWhoWasFirst = ({ page }: Desk): Promise<void> =>
  page
    .getByText(/published this at 1:30/)
    .first()
    .waitFor();

/** From the corrected speaker to the server that was killed: 12:45 to 1:50 a.m. */
export function smallHours(night: Night): void {
  test('0:45 the editor corrects whose words they were: readers see the right speaker and the note at once', async () => {
    const { house, editor, readers } = night;
    await house.clock('0:45');
    const { page } = editor;
    await entry(editor, 'We will see what happens').focus();
    await page.keyboard.press('x');
    await bodyOf(editor).filter({ hasText: 'We will see what happens' }).waitFor();
    await fillSpeaker(editor, 'Kim Jong-un', 'Donald Trump');
    await page.locator('.saved-saved').first().waitFor();
    await bodyOf(editor).focus();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    assert.ok(await dialog.getByRole('radio', { name: 'Correction' }).isChecked());
    await dialog.getByLabel('What it said').fill('The words were Kim Jong-un’s.');
    await dialog.getByLabel('What is right').fill('They were Donald Trump’s.');
    await dialog.getByRole('button', { name: 'Publish correction' }).press('Enter');
    const update = readers.top.page
      .locator(`#u-${night.ids['kim']}, [data-id="${night.ids['kim']}"]`)
      .first();
    await update.getByText('Donald Trump').first().waitFor();
    await update.getByText('They were Donald Trump’s.').waitFor();
    const atom = await text(`${addressOf(night)}/feed.atom`);
    shows(atom, /They were Donald Trump|Donald Trump/);
    const told = (await storyOf(night)).updates.find(({ id }) => id === night.ids['kim']);
    assert.equal(told?.corrections.length, 1);
  });

  test('1:15 two editors write in one draft; one’s network drops; every character of both is there', async () => {
    const { house, editor, second, storyId } = night;
    await house.clock('1:15');
    // Coming anew they hear at once what the newsroom's clock, which jumps here, shows.
    for (const desk of [editor, second]) await goToStory(desk, storyId);
    await pressIn(editor, 'c');
    await write(editor, 'The working lunch and the signing are off, it appears. ');
    await entry(second, 'The working lunch').getByRole('button', { name: 'Open' }).click();
    await bodyOf(second).filter({ hasText: 'The working lunch' }).focus();
    await second.page.keyboard.press('Control+End');
    await editor.page
      .locator('.caret-name, .caret-label', { hasText: 'Elias Wolf' })
      .first()
      .waitFor({ state: 'attached' });
    await second.context.setOffline(true);
    await second.page.keyboard.type('Seoul shares are falling.');
    await editor.page.keyboard.type('An abrupt end, Ripley says. ');
    await second.context.setOffline(false);
    for (const desk of [editor, second]) {
      await bodyOf(desk).filter({ hasText: 'Seoul shares are falling.' }).waitFor();
      await bodyOf(desk).filter({ hasText: 'An abrupt end, Ripley says.' }).waitFor();
    }
    const [one, other] = await Promise.all([editor, second].map(wordsOf));
    assert.equal(one, other);
    for (const written of [
      'The working lunch and the signing are off, it appears.',
      'An abrupt end, Ripley says.',
      'Seoul shares are falling.',
    ])
      assert.ok(one?.includes(written), written);
  });

  test('1:30 both press Publish together: one update, one event, and the second is told who was first', async () => {
    const { house, editor, second } = night;
    await house.clock('1:30');
    const before = (await storyOf(night)).updates.length;
    for (const desk of [editor, second]) await desk.page.locator('.saved-saved').first().waitFor();
    await Promise.all([editor, second].map((desk) => desk.page.keyboard.press('Control+Enter')));
    await entry(editor, 'The working lunch').getByText('Published', { exact: true }).waitFor();
    await entry(second, 'The working lunch').getByText('Published', { exact: true }).waitFor();
    await Promise.race([toldWhoWasFirst(editor), toldWhoWasFirst(second)]);
    assert.equal((await storyOf(night)).updates.length, before + 1);
    night.ids['lunch'] = await idOf(night, 'The working lunch');
  });

  test('1:31 the headline turns, the update is a key event, a line of the story so far rests on it; the desk says the lead is older', async () => {
    const { house, editor, readers } = night;
    await house.clock('1:31');
    const { page } = editor;
    await entry(editor, 'The working lunch').focus();
    await page.keyboard.press('.');
    await entry(editor, 'The working lunch').locator('.chip', { hasText: 'Key event' }).waitFor();
    await writeThrough(editor);
    await topField(editor, 'Headline').fill('No Deal in Hanoi');
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page
      .getByRole('textbox', { name: 'Line 1 of the story so far' })
      .fill('Lunch and signing are off, it appears.');
    await page.getByLabel('Update that line 1 rests on').selectOption(night.ids['lunch']!);
    const card = /card\.png\?v=\w+/.exec(await text(addressOf(night)))?.[0];
    await publishTop(editor);
    await readers.top.page.locator('h1', { hasText: 'No Deal in Hanoi' }).waitFor();
    await readers.top.page.getByText('Lunch and signing are off, it appears.').first().waitFor();
    assert.match(await readers.top.page.title(), /No Deal in Hanoi/);
    assert.notEqual(/card\.png\?v=\w+/.exec(await text(addressOf(night)))?.[0], card);
    assert.equal((await storyOf(night)).headlines.length, 2);
    await page.getByText('The lead is older than the headline.').waitFor();
    await writeThrough(editor);
    const lead = page.getByRole('textbox', { name: 'Lead' });
    await lead.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('The talks have ended without an agreement. ');
    await page.locator('.top-sheet .saved-saved').waitFor();
    await publishTop(editor);
    await page.getByText('The lead is older than the headline.').waitFor({ state: 'detached' });
    await readers.top.page.getByText('The talks have ended without an agreement.').first().waitFor();
    shows(await text(addressOf(night)), /Opening written/);
  });

  test('1:33 both change the headline from the same version: the second is told and loses nothing', async () => {
    const { house, editor, second } = night;
    await house.clock('1:33');
    // What was written through before has left her screen.
    await second.page.locator('.top-sheet').waitFor({ state: 'detached' });
    await writeThrough(editor);
    await topField(editor, 'Headline').waitFor();
    await writeThrough(second);
    await topField(second, 'Headline').waitFor();
    await cutOff(second);
    await topField(second, 'Headline').fill('Talks Collapse in Hanoi');
    const before = (await storyOf(night)).headlines.length;
    await topField(editor, 'Headline').fill('No Deal');
    await editor.page.locator('.top-sheet .saved-saved').waitFor();
    await publishTop(editor);
    await night.readers.top.page.locator('h1', { hasText: /^No Deal$/ }).waitFor();
    await second.context.setOffline(false);
    await second.page.locator('.banner', { hasText: 'Edda Lang published this at 1:33' }).waitFor();
    await second.page
      .getByText('Talks Collapse in Hanoi')
      .or(second.page.locator('.top-headline'))
      .first()
      .waitFor();
    assert.equal((await storyOf(night)).headlines.length, before + 1);
  });
}
