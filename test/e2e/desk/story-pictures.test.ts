import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { deskSite } from '../../support/desk-site.ts';
import { photo } from '../../support/pictures.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const sheet = (page: Page) => page.locator('.region-write .sheet');
const banner = (page: Page, words: string) => sheet(page).locator('.refusal .banner', { hasText: words });
const entry = (page: Page, words: string) => page.locator('.region-stream .entry', { hasText: words });

/** Drops a file on the text. */
async function drop(page: Page, bytes: Buffer): Promise<void> {
  await sheet(page)
    .locator('.ProseMirror')
    .evaluate((text, base64) => {
      const held = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      held.items.add(new File([content], 'motorcade.jpg', { type: 'image/jpeg' }));
      const { left, top } = text.getBoundingClientRect();
      const at = { clientX: left + 30, clientY: top + 15 };
      text.dispatchEvent(
        new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true, ...at }),
      );
    }, bytes.toString('base64'));
}

test('a picture that is still on its way holds the update back: published, filed or scheduled', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const content = updateContent('Cars leave the hotel.');
  const { id } = await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}?draft=${id}` });
  const { page } = editor;
  const arrive = Promise.withResolvers<void>();
  await page.route('**/desk/api/media*', async (route) => {
    await arrive.promise;
    await route.continue();
  });
  await sheet(page).locator('.saved-saved').waitFor();
  await sheet(page).locator('.ProseMirror').click();
  await drop(page, await photo());
  await sheet(page).locator('.upload').waitFor();
  const held = banner(page, 'One picture is still on its way.');
  for (const press of ['Control+Enter', 'Control+Shift+Enter']) {
    await page.keyboard.press(press);
    await held.waitFor();
  }
  await entry(page, 'Cars leave').getByRole('button', { name: 'Publish', exact: true }).click();
  await sheet(page).getByRole('button', { name: 'Other ways to send it' }).click();
  await page.getByRole('menuitem', { name: /^Schedule/ }).click();
  await held.waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(await entry(page, 'Cars leave').locator('.badge-published, .badge-filed').count(), 0);
  // Once it stands in the text nothing holds it back but what the picture lacks.
  arrive.resolve();
  const description = sheet(page).getByRole('textbox', { name: 'Description' });
  await description.fill('Three black cars at a gate.');
  await held.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await entry(page, 'Cars leave').locator('.badge-published').waitFor();
  const { body: story } = await ada.ask(`GET /stories/${storyId}`);
  const update = story.updates.find((one: { id: string }) => one.id === id);
  assert.match(JSON.stringify(update.body), /Three black cars at a gate/);
});

test('a picture that was refused is told of where one publishes, and left out when that is said', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}`, width: 360 });
  const { page } = editor;
  await sheet(page).locator('.ProseMirror').tap();
  await page.keyboard.type('Cars leave the hotel.');
  await drop(page, Buffer.from('no picture at all'));
  await sheet(page).locator('.upload-failed').waitFor();
  await sheet(page).locator('.saved-saved').waitFor();
  await page.locator('.publish-bar .button-primary').first().tap();
  await banner(page, 'One picture could not be taken in').waitFor();
  await sheet(page).locator('.upload-failed').waitFor();
  await sheet(page).getByRole('button', { name: 'Send without it' }).tap();
  await page.locator('.story-tab', { hasText: 'Stream' }).tap();
  await entry(page, 'Cars leave').locator('.badge-published').waitFor();
});
