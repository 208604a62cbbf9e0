import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight, until } from './story-night.ts';

const write = async (page: Page, words: string, title = ''): Promise<void> => {
  if (title) await page.locator('.region-write .sheet-title').fill(title);
  await page.locator('.region-write .ProseMirror').click();
  await page.keyboard.type(words);
};
const entry = (page: Page, words: string) => page.locator('.region-stream .entry', { hasText: words });

test('an editor publishes by one key, and writes on at once on an empty sheet; another sees it appear', async () => {
  await using site = await deskSite();
  const { storyId, slug } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  await using other = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  await entry(other.page, 'Lunch is off').waitFor();
  await write(editor.page, 'Seoul shares are falling.', 'Markets');
  await editor.page.locator('.saved-saved').waitFor();
  await editor.page.keyboard.press('Control+Enter');
  await entry(editor.page, 'Seoul shares are falling.').locator('.badge-published').waitFor();
  await entry(other.page, 'Seoul shares are falling.').locator('.badge-published').waitFor();
  await editor.page.locator('.region-write .ProseMirror:focus').waitFor();
  assert.equal(await editor.page.locator('.region-write .ProseMirror').innerText(), '\n');
  const page = await fetch(`${site.url}/stories/${slug}`);
  assert.match(await page.text(), /Seoul shares are falling\./);
});

test('the key that publishes does so from the line on who said it too; that line reads in the stream as far as it is known', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await write(page, '“They are both still here,” said somebody at the gate.');
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Who said it' }).fill('Ana Ruiz');
  await entry(page, '“They are both still here.” — Ana Ruiz').waitFor();
  assert.doesNotMatch(await page.locator('.region-stream').innerText(), /undefined/);
  await page.keyboard.press('Control+Enter');
  await entry(page, 'They are both still here.').locator('.badge-published').waitFor();
});

test('a reporter on a phone files; the editor is told, and publishes it from the stream', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using phone = await openDesk(site, 'reporter', { width: 360, at: `/stories/${storyId}` });
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  await entry(editor.page, 'Lunch is off').waitFor();
  await write(phone.page, 'No agreement was reached.');
  const file = phone.page.locator('.publish-bar .button-primary').first();
  assert.equal((await file.innerText()).trim(), 'File');
  await file.tap();
  await entry(editor.page, 'No agreement was reached.').locator('.badge-filed').waitFor();
  await editor.page.getByRole('status').filter({ hasText: 'filed “Without a title”' }).waitFor();
  await entry(editor.page, 'No agreement was reached.').getByRole('button', { name: 'Publish' }).click();
  await entry(editor.page, 'No agreement was reached.').locator('.badge-published').waitFor();
  await phone.page.locator('.story-tab', { hasText: 'Stream' }).tap();
  await entry(phone.page, 'No agreement was reached.').locator('.badge-published').waitFor();
  const { scrollWidth, clientWidth } = await phone.page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth);
});

test('a changed name is proposed as a correction, with was and is filled in; the same key again sends it', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const line = entry(editor.page, 'Lunch is off');
  await line.focus();
  await editor.page.keyboard.press('e');
  const text = editor.page.locator('.region-write .ProseMirror', { hasText: 'The working lunch is off' });
  await text.click();
  await editor.page.keyboard.press('Control+a');
  await editor.page.keyboard.type(
    'The working lunch is off, NBC reports. The table had been laid for an hour.',
  );
  await editor.page.locator('.published-beside del', { hasText: 'CNN' }).waitFor();
  await editor.page.locator('.saved-saved').waitFor();
  await editor.page.keyboard.press('Control+Enter');
  const dialog = editor.page.getByRole('dialog');
  // Who thinks better of it is back in the text.
  await dialog.waitFor();
  await editor.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await editor.page.locator('.region-write .ProseMirror:focus').waitFor();
  await editor.page.keyboard.press('Control+Enter');
  assert.ok(await dialog.getByRole('radio', { name: 'Correction' }).isChecked());
  assert.match(await dialog.getByLabel('What it said').inputValue(), /CNN/);
  assert.match(await dialog.getByLabel('What is right').inputValue(), /NBC/);
  // From a field of several lines, where Enter alone begins a line.
  await dialog.getByLabel('What is right').press('Control+Enter');
  await entry(editor.page, 'NBC reports').locator('.badge-corrected').waitFor();
  await until(async () => (await site.newsroom.storage.corrections(storyId)).length === 2, 'corrected');
});

test('with no network what is filed is kept here and says so; it goes out once when the network is back', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using phone = await openDesk(site, 'reporter', {
    width: 360,
    at: `/stories/${storyId}`,
    kept: true,
  });
  const { page, context } = phone;
  await page.locator('.region-write .ProseMirror').waitFor();
  await context.setOffline(true);
  await write(page, 'Kim says he would consider it.');
  await page.locator('.publish-bar .button-primary').first().tap();
  await page.locator('.story-tab', { hasText: 'Stream' }).tap();
  await page.locator('.entry-kept', { hasText: 'Kept here, will send' }).waitFor();
  await context.setOffline(false);
  await page.locator('.entry-filed', { hasText: 'Kim says he would consider it.' }).waitFor();
  assert.equal(await page.locator('.entry', { hasText: 'Kim says he would consider it.' }).count(), 1);
});
