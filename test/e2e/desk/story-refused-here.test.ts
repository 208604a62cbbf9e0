import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { changeState } from '../../../src/commands/change-state.ts';
import { perform } from '../../../src/commands/perform.ts';
import type { DocumentJSON } from '../../../src/domain/document.ts';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { deskSite } from '../../support/desk-site.ts';
import { photo } from '../../support/pictures.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const entry = (page: Page, words: string) => page.locator('.region-stream .entry', { hasText: words });
const publish = (page: Page, words: string) =>
  entry(page, words).getByRole('button', { name: 'Publish', exact: true });

test('a picture without words is refused at the entry that was pressed; the way there ends in the field that lacks them', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const jpeg = { bytes: await photo(), headers: { 'content-type': 'image/jpeg' } };
  const { body: media } = await ada.ask('POST /media', jpeg);
  const words = updateContent('Cars leave the hotel.');
  const attrs = { src: media.src, alt: null, caption: null, credit: null, width: null, height: null };
  const body: DocumentJSON = { ...words.body, content: [...words.body.content, { type: 'image', attrs }] };
  await putDraft(site.newsroom, {
    storyId,
    createdBy: ada.person.id,
    status: 'filed',
    content: { ...words, body },
  });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  await publish(page, 'Cars leave').click();
  const told = entry(page, 'Cars leave').locator('.entry-refused', { hasText: 'must be put right' });
  await told.waitFor();
  await page
    .locator('[role=alert][aria-live]', { hasText: 'must be put right' })
    .waitFor({ state: 'attached' });
  // What lies open in the composer stays as it is.
  assert.equal(await page.locator('.sheet-tab').count(), 0);
  await told.getByRole('button', { name: 'Put it right' }).click();
  const alt = page.locator('.region-write .picture-fields textarea:focus');
  await alt.waitFor();
  await page.keyboard.type('Three black cars at a gate.');
  await told.waitFor({ state: 'detached' });
  await page.locator('.region-write .saved-saved').waitFor();
  await publish(page, 'Cars leave').click();
  await entry(page, 'Cars leave').locator('.badge-published').waitFor();
});

test('a title that is too long is refused on a phone too, and leads from the stream to where it is written', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const content = updateContent('They leave.', { title: 'Airport '.repeat(60) });
  await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { width: 360, at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator('.story-tab', { hasText: 'Stream' }).tap();
  await publish(page, 'Airport').tap();
  await entry(page, 'Airport').getByRole('button', { name: 'Put it right' }).tap();
  await page.locator('.region-write .sheet-title:focus').waitFor();
});

test('an entry of a story that has ended tells so; set live again, it is gone, and it can be put away by hand', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId, slug } = await aNight(site);
  const content = updateContent('Both leaders are at the airport.');
  await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  const actor = `person ${ada.person.id}` as const;
  await perform(site.newsroom, { actor, story: { slug }, verbs: [changeState('ended')] });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  const told = entry(page, 'at the airport').locator('.entry-refused');
  await publish(page, 'at the airport').click();
  await told.getByRole('button', { name: 'Close' }).click();
  await told.waitFor({ state: 'detached' });
  await page.locator('.entry:focus', { hasText: 'at the airport' }).waitFor();
  await publish(page, 'at the airport').click();
  await told.getByRole('button', { name: 'Set live' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set live' }).click();
  await told.waitFor({ state: 'detached' });
  await publish(page, 'at the airport').click();
  await entry(page, 'at the airport').locator('.badge-published').waitFor();
});

test('what another published meanwhile is told to who pressed Publish after them', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const content = updateContent('Both leaders are at the airport.');
  const { id } = await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  const other = await site.as('editor');
  await page.route('**/publication', async (route) => {
    const published = await other.ask(`POST /drafts/${id}/publication`, { body: { version: 1 } });
    assert.equal(published.status, 200);
    await route.continue();
  });
  await publish(page, 'at the airport').click();
  await page.locator('.toast', { hasText: 'published this at' }).waitFor();
  await entry(page, 'at the airport').locator('.badge-published').waitFor();
});
