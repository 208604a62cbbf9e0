import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeInBothSchemes } from '../axe.ts';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const FLASH = `Update, 12:05 a.m. ET: Kim said he would consider giving up the weapons.

Update, 1:30 a.m. ET: The working lunch was called off.`;

test('a note names a colleague by @, and the handover stands on top for the next shift', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using other = await openDesk(site, 'reporter', { at: `/stories/${storyId}` });
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator('.sheet .ProseMirror').waitFor();
  await page.keyboard.press('Alt+4');
  await page.locator('.note-field textarea:focus').waitFor();
  await page.keyboard.type('Can you look, @ros');
  await page.locator('.naming-picked').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('please?');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note .mention', { hasText: `@${other.person?.name}` }).waitFor();
  // Counted until it is in sight: then it is read.
  const bell = other.page.locator('.top-bar .icon-button-count');
  await bell.waitFor();
  await other.page.locator('.aside-tab', { hasText: 'Talk' }).click();
  await bell.waitFor({ state: 'detached' });
  await page.locator('.note-field textarea').fill('The signing is off. Wait for the White House.');
  await page.getByLabel('For the next shift').check();
  await page.getByRole('button', { name: 'Say it' }).click();
  await page.locator('.handover', { hasText: 'The signing is off.' }).waitFor();
  await other.page.locator('.aside-tab', { hasText: 'Talk' }).click();
  await other.page.locator('.handover', { hasText: 'The signing is off.' }).waitFor();
});

test('a flat post that is pasted becomes drafts with their times, one by one or all; nothing is published', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.getByRole('button', { name: 'More for this story' }).click();
  await page.getByRole('menuitem', { name: 'Paste a wire flash or a post…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The post').fill(FLASH);
  await dialog.getByLabel('Day it was published').fill('2019-02-28');
  await dialog.getByRole('button', { name: 'Read it' }).click();
  await dialog.locator('.pasted-head p:focus', { hasText: '2 updates' }).waitFor();
  await page.getByRole('status').filter({ hasText: '2 updates' }).first().waitFor({ state: 'attached' });
  await dialog.locator('.pasted-line').nth(1).waitFor();
  assert.match(await dialog.locator('.pasted-line').first().innerText(), /12:05 a\.m\. ET/);
  await dialog.locator('.pasted-line').first().getByRole('button', { name: 'Take' }).click();
  await dialog.getByRole('button', { name: 'Taken' }).waitFor();
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await dialog.waitFor({ state: 'detached' });
  for (const words of ['consider giving up', 'was called off'])
    await page.locator('.entry-draft', { hasText: words }).waitFor();
});

test('day 2 ends one story and opens the next', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.getByRole('button', { name: 'More for this story' }).click();
  await page.getByRole('menuitem', { name: 'Continue as day 2…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Headline of the next day').fill('The Day After No Deal');
  await page.keyboard.press('Enter');
  await page.locator('.story-name h1', { hasText: 'The Day After No Deal' }).waitFor();
  await page.getByRole('link', { name: 'Day before' }).click();
  await page.locator('.state-switch .badge-ended').waitFor();
});

test('scheduling tells both clocks, and an hour that does not exist', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site, ada.person);
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  const line = page.locator('.entry', { hasText: 'No agreement' });
  await line.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Schedule…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date').fill('2019-03-10');
  await dialog.getByLabel('Time').fill('02:30');
  await dialog.getByText('That hour does not exist').waitFor();
  assert.ok(await dialog.getByRole('button', { name: 'Schedule' }).isDisabled());
  await dialog.getByLabel('Date').fill('2019-02-28');
  await dialog.getByLabel('Time').fill('01:50');
  await dialog.getByText('1:50 p.m. Vietnam time').waitFor();
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await line.locator('.badge-scheduled').waitFor();
});

test('nothing on the screen stands in the way of anybody, at both widths and in both schemes', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site, ada.person);
  for (const width of [1280, 360]) {
    await using desk = await openDesk(site, ada, { at: `/stories/${storyId}`, width });
    await desk.page.locator('.sheet .ProseMirror').waitFor();
    assert.deepEqual(await axeInBothSchemes(desk.page), [], `${width}`);
    for (const tab of width === 360 ? ['Stream', 'Top', 'Talk'] : []) {
      await desk.page.locator('.story-tab', { hasText: tab }).tap();
      assert.deepEqual(await axeInBothSchemes(desk.page), [], tab);
    }
    const { scrollWidth, clientWidth } = await desk.page.evaluate(() => document.documentElement);
    assert.equal(scrollWidth, clientWidth);
  }
});
