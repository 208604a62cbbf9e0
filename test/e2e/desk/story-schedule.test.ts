import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openClerk } from '../../../src/desk/clerk.ts';
import { draftAtHead } from '../../../src/desk/draft-at-head.ts';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

test('an edit that changes a number is scheduled as a correction, shows so in the stream, and goes out as one', async () => {
  await using site = await deskSite();
  const { storyId, slug, updates } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator(`[data-entry="${updates.hotels}"]`).focus();
  await page.keyboard.press('e');
  const sheet = page.locator('.region-write .sheet');
  await sheet.locator('.ProseMirror', { hasText: 'by 2 percent' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(
    'Both leaders are back at their hotels. Share prices in Seoul are falling by 3 percent.',
  );
  await sheet.locator('.saved-saved').waitFor();
  await sheet.getByRole('button', { name: 'Other ways to send it' }).click();
  await page.getByRole('menuitem', { name: 'Schedule…' }).click();
  const dialog = page.getByRole('dialog');
  const correction = dialog.getByRole('radio', { name: 'Correction' });
  await correction.waitFor();
  assert.ok(await correction.isChecked());
  await dialog.getByText('Proposed: a number').waitFor();
  assert.match(await dialog.getByLabel('What it said').inputValue(), /2 percent/);
  assert.match(await dialog.getByLabel('What is right').inputValue(), /3 percent/);
  await dialog.getByLabel('What is right').fill('');
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await dialog.getByText('Say what is right.').waitFor();
  await dialog.getByLabel('What is right').fill('falling by 3 percent');
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const line = page.locator('.entry-scheduled', { hasText: 'falling by 3 percent' });
  await line.locator('.chip', { hasText: 'Correction' }).waitFor();
  await line.locator('.entry-corrections ins', { hasText: 'falling by 3 percent' }).waitFor();
  // Asked again, what was chosen stands there.
  await line.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Schedule…' }).click();
  assert.equal(await dialog.getByLabel('What is right').inputValue(), 'falling by 3 percent');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const { newsroom } = site;
  newsroom.clock.pass(30);
  const contentAtHead = draftAtHead(newsroom.storage);
  const clerk = openClerk({ newsroom, contentAtHead, onFault: (fault) => assert.fail(String(fault)) });
  await clerk.look();
  await clerk.close();
  await page.locator(`[data-entry="${updates.hotels}"] .entry-words`, { hasText: 'by 3 percent' }).waitFor();
  const corrections = await newsroom.storage.corrections(storyId);
  assert.ok(corrections.some(({ is }) => is === 'falling by 3 percent'));
  assert.match(await (await fetch(`${site.url}/stories/${slug}`)).text(), /falling by 3 percent/);
});
