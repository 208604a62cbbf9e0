import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

test('a title, a dek and a summary line are looked at like the text: one key settles, one leaves it, and it can be undone', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const title = page.locator('.region-write .sheet-title');
  await title.fill('Signing at 2 pm EDT');
  const card = page.locator('.region-write .field-marks .mark-card', { hasText: 'EDT' });
  await card.getByText('is not in force').waitFor();
  await title.press('Alt+Enter');
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Signing at 2 pm EST');
  await page.locator('.region-write .sheet-title:focus').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Signing at 2 pm EDT');

  const text = page.locator('.region-write .ProseMirror');
  await text.click();
  await page.keyboard.type('They meet at 3 pm EDT.');
  await page.locator('.margin .mark-card', { hasText: 'EDT' }).getByRole('button', { name: /EST/ }).click();
  await page.locator('.region-write .ProseMirror:focus', { hasText: '3 pm EST' }).waitFor();

  const top = page.locator('.region-top');
  await top.getByRole('button', { name: 'Write through' }).click();
  await top.locator('.top-dek').fill('A signing is expected at 2 p.m.');
  const dek = top.locator('.field-marks', { hasText: 'Name the place.' });
  await dek.waitFor();
  await top.getByRole('button', { name: 'Add a line' }).click();
  await page.keyboard.type('Lunch ended at 2 pm EST');
  const line = top.locator('.summary-line .field-marks', { hasText: 'in New York' });
  await line.waitFor();
  await page.keyboard.press('Alt+Backspace');
  await line.waitFor({ state: 'detached' });
  await top.locator('.summary-line textarea:focus').waitFor();
  // Left once, left for good, and for the others: it lies with the words.
  await top.locator('.saved-saved').waitFor();
  await page.reload();
  await dek.waitFor();
  assert.equal(await line.count(), 0);
});
