import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { editUpdate } from '../../../src/commands/edit-update.ts';
import { paragraphs } from '../../../src/domain/document.ts';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { deskSite } from '../../support/desk-site.ts';
import { editorAt } from '../../support/desk.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const sheet = (page: Page) => page.locator('.region-write .sheet');
const entry = (page: Page, words: string) => page.locator('.region-stream .entry', { hasText: words });

test('what is embargoed is refused with both times, and the way on is to schedule it', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const { newsroom } = site;
  const until = new Date(Date.parse(newsroom.clock.now()) + 240_000).toISOString();
  const content = updateContent('No agreement was reached, the White House says.');
  await putDraft(newsroom, {
    storyId,
    createdBy: ada.person.id,
    status: 'filed',
    embargoUntil: until,
    content,
  });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  await entry(page, 'No agreement').getByRole('button', { name: 'Publish' }).click();
  const banner = entry(page, 'No agreement').locator('.banner', { hasText: 'Embargoed until' });
  await banner.waitFor();
  assert.match(await banner.innerText(), /ET \(.*Vietnam time\)\. It is .* now/);
  await banner.getByRole('button', { name: /^Schedule for/ }).click();
  await entry(page, 'No agreement').locator('.badge-scheduled').waitFor();
  assert.equal(await banner.count(), 0);
});

test('two publish the same draft: one update goes out, and the second is told who was first', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const content = updateContent('Both leaders are at the airport.');
  const { id } = await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  await using first = await openDesk(site, ada, { at: `/stories/${storyId}?draft=${id}` });
  await using second = await openDesk(site, 'editor', { at: `/stories/${storyId}?draft=${id}` });
  for (const { page } of [first, second]) await sheet(page).locator('.saved-saved').waitFor();
  await Promise.all(
    [first, second].map(async ({ page }) => {
      await sheet(page).locator('.ProseMirror').click();
      await page.keyboard.press('Control+Enter');
    }),
  );
  const told = await Promise.race(
    [first, second].map(async (one) => {
      await sheet(one.page).locator('.banner', { hasText: 'published this at' }).waitFor();
      return one;
    }),
  );
  await entry(told.page, 'at the airport').locator('.badge-published').waitFor();
  assert.equal(await entry(told.page, 'at the airport').count(), 1);
  await told.page.getByRole('button', { name: 'Put away', exact: true }).click();
  await told.page.locator('.region-write .ProseMirror').waitFor();
});

test('where another published what one has open, nothing is to be pressed in vain: it is edited, or kept as a new draft', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const other = await site.as('editor');
  const content = updateContent('Both leaders are at the airport.');
  const { id } = await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}?draft=${id}` });
  const { page } = editor;
  await sheet(page).locator('.saved-saved').waitFor();
  const published = await other.ask(`POST /drafts/${id}/publication`, { body: { version: 1 } });
  assert.equal(published.status, 200);
  await sheet(page).locator('.banner', { hasText: 'published this at' }).waitFor();
  await page.locator('.publish-bar .button-primary:disabled').first().waitFor();
  await sheet(page).getByRole('button', { name: 'Edit what is published' }).click();
  await sheet(page).locator('.published-beside', { hasText: 'at the airport' }).waitFor();
});

test('words typed with no network into a draft that went out meanwhile are kept, and offered as an edit', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const content = updateContent('Both leaders are at the airport.');
  const { id } = await putDraft(site.newsroom, { storyId, createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}?draft=${id}`, kept: true });
  const { page, context } = editor;
  await sheet(page).locator('.saved-saved').waitFor();
  await context.setOffline(true);
  await sheet(page).locator('.ProseMirror').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Two hours early.');
  const other = await site.as('editor');
  const published = await other.ask(`POST /drafts/${id}/publication`, { body: { version: 1 } });
  assert.equal(published.status, 200);
  await context.setOffline(false);
  await sheet(page).locator('.banner', { hasText: 'What you typed since is still here.' }).waitFor();
  await page.locator('.publish-bar .button-primary:disabled').first().waitFor();
  await page.getByRole('button', { name: 'Keep mine as a new draft' }).waitFor();
  await page.getByRole('button', { name: 'Keep mine as an edit' }).click();
  await page.locator('.published-beside ins', { hasText: 'Two hours early.' }).waitFor();
});

test('an edit over an update that moved on opens both side by side, and overwrites nothing', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId, updates } = await aNight(site);
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator(`[data-entry="${updates.lunch}"]`).focus();
  await page.keyboard.press('e');
  const text = sheet(page).locator('.ProseMirror', { hasText: 'working lunch' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Mine.');
  await sheet(page).locator('.saved-saved').waitFor();
  const theirs = { body: paragraphs(['The working lunch is off, CNN reports. Theirs.']) };
  await editorAt(site.newsroom).onUpdate(updates.lunch, editUpdate(updates.lunch, theirs));
  await entry(page, 'Theirs.').waitFor();
  await text.click();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await sheet(page).getByRole('button', { name: 'Look at both' }).click();
  const merge = page.getByRole('dialog', { name: 'Two versions' });
  await merge.locator('.merge-side').first().getByText('Theirs.').waitFor();
  await merge.locator('.merge-side').last().getByText('Mine.').waitFor();
  await merge.locator('.ProseMirror').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Theirs as well.');
  await merge.getByRole('button', { name: 'Done: mine is on top of theirs' }).click();
  await merge.waitFor({ state: 'detached' });
  await sheet(page).locator('.saved-saved').waitFor();
  await text.click();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await entry(page, 'Mine. Theirs as well.').locator('.badge-published, .badge-corrected').waitFor();
});
