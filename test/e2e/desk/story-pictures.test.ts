import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { eventually } from '../../support/eventually.ts';
import { photo } from '../../support/pictures.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const sheet = (page: Page) => page.locator('.region-write .sheet');
const banner = (page: Page, words: string) => sheet(page).locator('.refusal .banner', { hasText: words });
const entry = (page: Page, words: string) => page.locator('.region-stream .entry', { hasText: words });

/** Drops a file on the first words of the text. */
async function drop(page: Page, bytes: Buffer): Promise<void> {
  await sheet(page)
    .locator('.ProseMirror')
    .evaluate((text, base64) => {
      const held = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      held.items.add(new File([content], 'motorcade.jpg', { type: 'image/jpeg' }));
      const { left, top } = text.querySelector('p')!.getBoundingClientRect();
      const at = { clientX: left + 30, clientY: top + 8 };
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

/** A story with two drafts, the first of them on the sheet, and what lets its pictures arrive. */
async function aSlowNight(site: DeskSite) {
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const [cars, lights] = [updateContent('Cars leave the hotel.'), updateContent('The lights are out.')];
  const given = { storyId, createdBy: ada.person.id };
  const { id } = await putDraft(site.newsroom, { ...given, content: { ...cars, title: 'Cars' } });
  await putDraft(site.newsroom, { ...given, content: { ...lights, title: 'Lights' } });
  const editor = await openDesk(site, ada, { at: `/stories/${storyId}?draft=${id}` });
  const arrive = Promise.withResolvers<void>();
  await editor.page.route('**/desk/api/media*', async (route) => {
    await arrive.promise;
    await route.continue();
  });
  await sheet(editor.page).locator('.saved-saved').waitFor();
  return { ada, storyId, id, editor, arrive: arrive.resolve };
}

const tab = (page: Page, name: string) =>
  page.locator('.sheet-tab').getByRole('button', { name, exact: true });

test('a picture goes on when its sheet is put away, is seen on its way when it is opened again, and stands there once', async () => {
  await using site = await deskSite();
  const { ada, storyId, id, arrive, ...night } = await aSlowNight(site);
  await using editor = night.editor;
  const { page } = editor;
  await drop(page, await photo());
  await sheet(page).locator('.upload').waitFor();
  await tab(page, 'Put away “Cars”').click();
  await sheet(page).locator('.upload').waitFor({ state: 'detached' });
  // What lacks a picture is held back meanwhile, as if its sheet lay open.
  await entry(page, 'Cars leave').getByRole('button', { name: 'Publish', exact: true }).click();
  await entry(page, 'Cars leave').getByText('One picture is still on its way.').waitFor();
  await entry(page, 'Cars leave').getByRole('button', { name: 'Open', exact: true }).click();
  await sheet(page).locator('.upload progress').waitFor();
  await banner(page, 'One picture is still on its way.').waitFor();
  await tab(page, 'New update').click();
  await sheet(page).locator('.upload').waitFor({ state: 'detached' });
  const arrived = page.waitForResponse((response) => response.url().includes('/desk/api/media'));
  arrive();
  assert.equal((await arrived).status(), 201);
  await eventually(async () => JSON.stringify((await ada.ask(`GET /drafts/${id}`)).body).includes('/media/'));
  await tab(page, 'Cars').click();
  const description = sheet(page).getByRole('textbox', { name: 'Description' });
  await description.fill('Three black cars at a gate.');
  assert.equal(await sheet(page).locator('.upload').count(), 0);
  await banner(page, 'One picture is still on its way.').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await entry(page, 'Cars leave').locator('.badge-published').waitFor();
  const { body: story } = await ada.ask(`GET /stories/${storyId}`);
  const update = story.updates.find((one: { id: string }) => one.id === id);
  const blocks = (update.body.content as { type: string }[]).map(({ type }) => type);
  assert.deepEqual(blocks.slice(0, 2), ['paragraph', 'image']);
  assert.equal(blocks.filter((type) => type === 'image').length, 1);
});

test('one that arrives when its sheet lies open again stands there once, and can be undone', async () => {
  await using site = await deskSite();
  const { arrive, ...night } = await aSlowNight(site);
  await using editor = night.editor;
  const { page } = editor;
  await drop(page, await photo());
  await sheet(page).locator('.upload').waitFor();
  await tab(page, 'New update').click();
  await sheet(page).locator('.upload').waitFor({ state: 'detached' });
  await tab(page, 'Cars').click();
  await sheet(page).locator('.upload').waitFor();
  arrive();
  await sheet(page).getByRole('textbox', { name: 'Description' }).waitFor();
  const figure = sheet(page).locator('.ProseMirror figure');
  assert.equal(await figure.count(), 1);
  assert.equal(await sheet(page).locator('.upload').count(), 0);
  await sheet(page).locator('.ProseMirror').focus();
  await page.keyboard.press('Control+z');
  await figure.waitFor({ state: 'detached' });
});

test('whoever closes the tab while a picture is on its way is asked, and nobody when it has arrived', async () => {
  await using site = await deskSite();
  const { arrive, ...night } = await aSlowNight(site);
  await using editor = night.editor;
  const { page } = editor;
  await sheet(page).locator('.ProseMirror').click();
  await drop(page, await photo());
  await sheet(page).locator('.upload').waitFor();
  await tab(page, 'New update').click();
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  await closing;
  await tab(page, 'Cars').click();
  arrive();
  await sheet(page).getByRole('textbox', { name: 'Description' }).waitFor();
  const gone = page.waitForEvent('close');
  page.on('dialog', () => assert.fail('nothing would be lost'));
  await page.close({ runBeforeUnload: true });
  await gone;
});
