import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const sheet = (page: Page) => page.locator('.region-write .sheet');
const publishButton = (page: Page) => page.locator('.region-write .publish-bar .button-primary').first();

for (const width of [360, 1280])
  test(`what was published is said with the time, clear of the button, and leads on to readers and to an edit: ${width} px`, async () => {
    await using site = await deskSite();
    const { storyId } = await aNight(site);
    await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}`, width });
    const { page, context } = editor;
    await sheet(page).locator('.ProseMirror').click();
    await page.keyboard.type('Cars leave the hotel.');
    await sheet(page).locator('.saved-saved').waitFor();
    await page.keyboard.press('Control+Enter');
    const toast = page.locator('.toast', { hasText: /^Published \d+:\d\d/ });
    await toast.waitFor();
    await toast.hover();
    const [said, pressed] = [await toast.boundingBox(), await publishButton(page).boundingBox()];
    assert.ok(said && pressed && said.y + said.height <= pressed.y, 'the toast stands over Publish');
    assert.equal(await toast.getByRole('button', { name: 'Undo' }).count(), 0);
    const shown = context.waitForEvent('page');
    await toast.getByRole('link', { name: 'See it' }).click();
    const readers = await shown;
    await readers.getByText('Cars leave the hotel.').first().waitFor();
    await readers.close();
    await toast.getByRole('button', { name: 'Edit' }).click();
    await sheet(page).locator('.published-beside', { hasText: 'Cars leave' }).waitFor();
  });

test('a correction is called one on its button; where nothing was changed that is said, and nothing asked', async () => {
  await using site = await deskSite();
  const { storyId, updates } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator(`[data-entry="${updates.lunch}"]`).focus();
  await page.keyboard.press('x');
  const text = sheet(page).locator('.ProseMirror', { hasText: 'working lunch' });
  await text.click();
  await publishButton(page).getByText('Publish correction…').waitFor();
  await sheet(page).locator('.saved-saved').waitFor();
  await page.keyboard.press('Control+Enter');
  const unchanged = sheet(page).locator('.banner', { hasText: 'Nothing was changed.' });
  await unchanged.waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' It was laid for two.');
  await unchanged.waitFor({ state: 'detached' });
  await sheet(page).locator('.saved-saved').waitFor();
  await page.keyboard.press('Control+Enter');
  const how = page.getByRole('dialog');
  await how.getByRole('radio', { name: /^Edit/ }).check();
  await how.getByRole('button', { name: /^Publish/ }).click();
  await page.locator('.toast', { hasText: /^Edited/ }).waitFor();
});
