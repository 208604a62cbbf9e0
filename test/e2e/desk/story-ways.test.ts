import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../../src/domain/id.ts';
import { putDraft, topContent, updateContent } from '../../support/desk-drafts.ts';
import { editorAt } from '../../support/desk.ts';
import { deskSite } from '../../support/desk-site.ts';
import { drawn, openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

test('a link leads to the draft, the update or the note it names: also to an update far down, and to what went out since', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const { storyId, slug } = await aNight(site, rosa.person);
  const ada = await site.as('editor');
  const editor = editorAt(site.newsroom);
  const far = await editor.posts(slug, 'The first of many.');
  for (let at = 0; at < 90; at += 1) await editor.posts(slug, `Update number ${at}.`);
  const noteId = newId(site.newsroom.clock.now());
  await rosa.ask(`POST /stories/${storyId}/notes`, { body: { id: noteId, text: 'Who has the tape?' } });
  const of = { storyId, createdBy: ada.person.id };
  const draft = await putDraft(site.newsroom, { ...of, content: updateContent('Ready to go out.') });
  const at = `/stories/${storyId}`;

  await using first = await openDesk(site, ada, { at: `${at}?update=${far}&show=filed` });
  await first.page.locator(`[data-entry="${far}"]:focus`, { hasText: 'The first of many.' }).waitFor();
  await first.page.waitForFunction(() => location.search === '');

  await using second = await openDesk(site, ada, { at: `${at}?note=${noteId}` });
  await second.page.locator(`[data-note="${noteId}"]:focus`, { hasText: 'Who has the tape?' }).waitFor();

  await using third = await openDesk(site, ada, { at: `${at}?draft=${draft.id}` });
  await third.page.locator('.region-write .ProseMirror:focus', { hasText: 'Ready to go out.' }).waitFor();
  await third.page.locator('.saved-saved').waitFor();
  await third.page.keyboard.press('Control+Enter');
  await third.page.locator(`[data-entry="${draft.id}"] .badge-published`).waitFor();
  await third.page.reload();
  await third.page.locator(`[data-entry="${draft.id}"]:focus`).waitFor();

  const top = await putDraft(site.newsroom, {
    ...of,
    kind: 'top',
    baseVersion: 1,
    content: topContent('No'),
  });
  await using fourth = await openDesk(site, ada, { at: `${at}?draft=${top.id}`, width: 360 });
  await fourth.page.locator('.region-top .top-headline:focus').waitFor();
});

test('by keyboard alone the focus is never lost: what goes leaves it to what takes its place', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('[data-entry]')?.textContent ?? '');
  await page.locator('.region-write .ProseMirror:focus').waitFor();
  await page.keyboard.press('Alt+2');
  await page.locator('[data-entry]:focus', { hasText: 'No agreement' }).waitFor();
  await page.keyboard.press('j');
  await page.locator('[data-entry]:focus', { hasText: 'Motorcades' }).waitFor();
  await page.keyboard.press('#');
  await page.locator('[data-entry]', { hasText: 'Motorcades' }).waitFor({ state: 'detached' });
  await page.locator('[data-entry]:focus', { hasText: 'Retracted' }).waitFor();
  await page.keyboard.press('u');
  await page.locator('[data-entry]', { hasText: 'Motorcades' }).waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  // Published from its line: the button goes, the line stands where it stood.
  await page.locator('[data-entry]:focus', { hasText: 'No agreement' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? '', /Publish/);
  await page.keyboard.press('Enter');
  await page.locator('[data-entry]', { hasText: 'No agreement' }).locator('.badge-published').waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  assert.match(await focused(), /No agreement/);
  // A dialog gives the focus back to what it was asked from.
  await page.keyboard.press('Alt+2');
  await page.locator('[data-entry]:focus').waitFor();
  await page.keyboard.press('r');
  await page.locator('dialog textarea:focus').waitFor();
  await page.keyboard.type('It was another day.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('[data-entry]:focus, [data-entry] :focus').first().waitFor();
  await page.keyboard.press('h');
  await page.locator('dialog .dialog-body:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-entry]:focus, [data-entry] :focus').first().waitFor();
  await page.keyboard.press('Alt+3');
  await page.locator('.region-top :focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.region-top .top-headline').waitFor();
  await page.keyboard.press('Alt+2');
  await page.locator('[data-entry]:focus').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL(/\/desk\/?$/);
});

test('a sheet that is ready takes the focus from nobody who has gone elsewhere by then', async () => {
  await using site = await deskSite();
  const { storyId, updates } = await aNight(site);
  await using editor = await openDesk(site, 'editor');
  const { page } = editor;
  // Somebody quick: at the line in the very moment in which the sheet is drawn.
  await page.addInitScript((id) => {
    const watched = new MutationObserver(() => {
      const line = document.querySelector<HTMLElement>(`[data-entry="${id}"]`);
      if (!line || !document.querySelector('.region-write .ProseMirror')) return;
      watched.disconnect();
      line.focus();
    });
    watched.observe(document, { childList: true, subtree: true });
  }, updates.lunch);
  await page.goto(`${site.url}/desk/stories/${storyId}`);
  await page.locator('.region-write .ProseMirror').waitFor();
  await drawn(page);
  await page.locator(`[data-entry="${updates.lunch}"]:focus`).waitFor();
  await page.keyboard.press('x');
  await page.locator('.region-write .ProseMirror:focus', { hasText: 'working lunch' }).waitFor();
});

test('where a sheet went out the focus is called back from nobody who has gone elsewhere by then', async () => {
  await using site = await deskSite();
  const { storyId, updates } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator('.region-write .ProseMirror').click();
  await page.keyboard.type('Cars leave the hotel.');
  await page.locator('.region-write .saved-saved').waitFor();
  // Somebody quick: between the frame in which the focus is seen to be lost, and the one in which it is given back.
  await page.evaluate((id) => {
    const frame = requestAnimationFrame;
    const goesOn = (): void => {
      const line = document.querySelector<HTMLElement>(`[data-entry="${id}"]`);
      if (document.activeElement !== document.body || !line) return;
      line.focus();
      window.requestAnimationFrame = frame;
    };
    window.requestAnimationFrame = (act) =>
      frame((at) => {
        act(at);
        // In the same turn: on a machine that is busy the next frame comes before any timer.
        goesOn();
      });
  }, updates.lunch);
  await page.keyboard.press('Control+Enter');
  await page.locator('.toast', { hasText: /^Published/ }).waitFor();
  await page.locator(`[data-entry="${updates.lunch}"]:focus`).waitFor();
  await drawn(page, 3);
  assert.equal(await page.locator(`[data-entry="${updates.lunch}"]:focus`).count(), 1);
});

test('in a draft that goes out by itself a reporter reads why nothing can be written, and writes on once it is off', async () => {
  await using site = await deskSite();
  const [rosa, ada] = [await site.as('reporter'), await site.as('editor')];
  const { storyId } = await aNight(site, rosa.person);
  const content = updateContent('Sanders speaks at ten.');
  const { id } = await putDraft(site.newsroom, { storyId, createdBy: rosa.person.id, content });
  await using phone = await openDesk(site, rosa, { width: 360, at: `/stories/${storyId}?draft=${id}` });
  const sheet = phone.page.locator('.region-write .sheet');
  await sheet.locator('.saved-saved').waitFor();
  const publishAt = new Date(Date.parse(site.newsroom.clock.now()) + 600_000).toISOString();
  const asked = { body: { version: 1, publishAt } };
  assert.equal((await ada.ask(`PUT /drafts/${id}/schedule`, asked)).status, 200);
  await sheet.locator('.banner', { hasText: 'It goes out by itself 1:56 a.m. ET' }).waitFor();
  await sheet.locator('.ProseMirror[contenteditable="false"]').waitFor();
  assert.equal((await ada.ask(`DELETE /drafts/${id}/schedule?version=2`)).status, 200);
  await sheet.locator('.ProseMirror[contenteditable="true"]').waitFor();
});

test('what waits on the device stands in the stream with its words', async () => {
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
  await page.locator('.region-write .sheet-title').fill('In the tunnel');
  await page.locator('.region-write .ProseMirror').click();
  await page.keyboard.type('Kim says he would consider it.');
  await page.locator('.publish-bar .button-primary').first().tap();
  await page.locator('.story-tab', { hasText: 'Stream' }).tap();
  const kept = page.locator('.entry-kept', { hasText: 'In the tunnel' });
  await kept.locator('.entry-words', { hasText: 'Kim says he would consider it.' }).waitFor();
  assert.equal(await kept.getByText('No words yet').count(), 0);
});
