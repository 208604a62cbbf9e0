import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putDraft, topContent } from '../../support/desk-drafts.ts';
import { deskSite } from '../../support/desk-site.ts';
import { drawn, openDesk } from './desk.ts';
import { aNight, until } from './story-night.ts';

test('a new headline over an old lead is warned of until the top is written through; a line is bound to its update', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const top = page.locator('.region-top');
  site.newsroom.clock.pass(1);
  await top.getByRole('button', { name: 'Write through' }).click();
  await top.locator('.top-headline').fill('No Deal');
  await top.getByRole('button', { name: 'Add a line' }).click();
  await page.keyboard.type('The working lunch was called off.');
  await top.getByLabel('Update that line 1 rests on').selectOption({ index: 2 });
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'Publish top' }).click();
  await page.locator('.story-name h1', { hasText: 'No Deal' }).waitFor();
  await top.locator('.banner', { hasText: 'The lead is older than the headline.' }).waitFor();
  site.newsroom.clock.pass(1);
  // One way to it: the warning’s own.
  await top.getByRole('button', { name: 'Write through' }).click();
  await top.locator('.ProseMirror').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The talks broke up without a deal.');
  await top.locator('.saved-saved').waitFor();
  await page.keyboard.press('Control+Enter');
  await top.locator('.top-lead-stands', { hasText: 'broke up without a deal' }).waitFor();
  assert.equal(await top.locator('.banner').count(), 0);
  await top.getByRole('button', { name: 'Every headline so far' }).click();
  const history = page.getByRole('dialog').locator('.history > li');
  await history.first().waitFor();
  assert.equal(await history.count(), 3);
});

test('whoever writes in the lead before the newsroom has answered is not led to the headline when it does', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const top = page.locator('.region-top');
  // The draft is there by the news of it; its answer is held back until the writer is at work.
  const atWork = Promise.withResolvers<void>();
  await page.route('**/desk/api/drafts', async (route) => {
    const answer = await route.fetch();
    await atWork.promise;
    await route.fulfill({ response: answer });
  });
  const answered = page.waitForResponse((response) => response.url().endsWith('/desk/api/drafts'));
  await top.getByRole('button', { name: 'Write through' }).click();
  await top.locator('.ProseMirror').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('The talks ');
  atWork.resolve();
  await (await answered).finished();
  // The story is asked for anew, and drawn.
  await page.waitForLoadState('networkidle');
  await drawn(page);
  await page.keyboard.type('have ended. ');
  await top.locator('.ProseMirror', { hasText: 'The talks have ended. The two leaders' }).waitFor();
  assert.equal(
    await top.locator('.top-headline').inputValue(),
    'Leaders Meet in Hanoi, and a Deal Is in Sight',
  );
});

test('retracting asks why, shows what rests on it, and blocks the line until it is rewritten', async () => {
  await using site = await deskSite();
  const { storyId, updates } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const top = page.locator('.region-top');
  await top.getByRole('button', { name: 'Write through' }).click();
  await top.getByRole('button', { name: 'Add a line' }).click();
  await page.keyboard.type('The working lunch was called off.');
  await top.getByLabel('Update that line 1 rests on').selectOption(updates.lunch);
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'Publish top' }).click();
  await top.locator('.so-far-stands').waitFor();
  await page.locator(`[data-entry="${updates.lunch}"]`).focus();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The working lunch was called off.').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('button', { name: 'Retract' }).click();
  await dialog.getByText('Say why: readers are told.').waitFor();
  await dialog.getByLabel('Why?').fill('The lunch took place after all.');
  await dialog.getByRole('button', { name: 'Retract' }).click();
  await page.locator('.entry-retracted', { hasText: 'The lunch took place after all.' }).waitFor();
  await top.locator('.so-far-orphan').waitFor();
  await top.getByRole('button', { name: 'Write through' }).first().click();
  await top.locator('.summary-orphan .banner', { hasText: 'The lunch took place after all.' }).waitFor();
  await top.locator('.saved-saved, .saved-state').first().waitFor();
  await top.getByRole('button', { name: 'Publish top' }).click();
  await top.locator('.banner').nth(1).waitFor();
  await top.getByRole('button', { name: 'Remove line 1' }).click();
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'Publish top' }).click();
  await top.locator('.standing-top').waitFor();
});

test('a story is opened from its top; what is lacking gets the focus and nothing typed is lost', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await putDraft(site.newsroom, {
    kind: 'top',
    createdBy: ada.person.id,
    content: topContent('', 'They meet at nine.'),
  });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator('.top-sheet').waitFor();
  await page.locator('.region-top').getByRole('button', { name: 'Open the story' }).click();
  await page.locator('.top-headline:focus').waitFor();
  await page.keyboard.type('Leaders Meet');
  await page.locator('.region-top .saved-saved').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.state-switch .badge-live').waitFor();
  assert.equal(await page.locator('.standing-top .top-lead-stands').innerText(), 'They meet at nine.');
});

test('a top that another published leaves the screen of whoever has no words of their own in it', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  await using second = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const [top, theirs] = [editor, second].map(({ page }) => page.locator('.region-top'));
  await top!.getByRole('button', { name: 'Write through' }).click();
  await theirs!.locator('.top-headline').waitFor();
  await top!.locator('.top-headline').fill('No Deal');
  const headline = theirs!.locator('.top-headline');
  await until(async () => (await headline.inputValue()) === 'No Deal', 'the headline is there');
  await second.context.setOffline(true);
  // A letter that is taken back is a change the newsroom has not, and no word.
  await theirs!.locator('.top-dek').click();
  await second.page.keyboard.type('x');
  await second.page.keyboard.press('Backspace');
  await top!.locator('.saved-saved').waitFor();
  await top!.getByRole('button', { name: 'Publish top' }).click();
  await top!.locator('.standing-top').waitFor();
  await second.context.setOffline(false);
  await theirs!.locator('.standing-top').waitFor();
  assert.equal(await theirs!.locator('.top-sheet').count(), 0);
  // The browser notes that there was no network.
  second.wrongs.length = 0;
});
