import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { openDesk, PHONE } from './desk.ts';
import { aNight } from './story-night.ts';

let site: DeskSite;
before(async () => {
  site = await deskSite();
});
after(() => site[Symbol.asyncDispose]());

const lines = (page: Page): Locator => page.locator('.lines .line');

test('the activity list is narrowed to one person, one day, one story', async () => {
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  const ines = await site.as('editor');
  await ines.ask('PUT /authors', { body: { name: 'Ines Duarte', role: 'Night editor', bio: null } });
  await using desk = await openDesk(site, ines, { at: '/activity' });
  const { page } = desk;
  await lines(page).filter({ hasText: 'retracted an update' }).waitFor();
  await page.getByLabel('Who').selectOption({ label: ines.person.name });
  await lines(page).filter({ hasText: 'retracted an update' }).waitFor({ state: 'detached' });
  await lines(page).filter({ hasText: 'recorded an author' }).waitFor();
  await page.getByLabel('Day', { exact: true }).fill('2001-01-01');
  await page.getByRole('heading', { name: 'Nothing was done then' }).waitFor();
  await page.goto(`${site.url}/desk/activity?story=${storyId}`);
  await lines(page).filter({ hasText: 'retracted an update' }).waitFor();
  assert.equal(await lines(page).filter({ hasText: 'recorded an author' }).count(), 0);
  await page.getByLabel('Kind').selectOption({ label: 'Published' });
  await lines(page).filter({ hasText: 'retracted an update' }).waitFor({ state: 'detached' });
  await lines(page).filter({ hasText: 'Lunch is off' }).waitFor();
  assert.equal(
    await lines(page).filter({ hasText: 'Lunch is back on' }).count(),
    0,
    'what was retracted has no words',
  );
  await page.getByLabel('Kind').selectOption({ label: 'Everything' });
  await page.getByLabel('Story').selectOption({ label: 'All stories' });
  await lines(page).filter({ hasText: 'recorded an author' }).waitFor();
  await lines(page)
    .filter({ hasText: 'Lunch is off' })
    .getByRole('link', { name: 'Lunch is off' })
    .first()
    .click();
  await page.locator('.entry:focus', { hasText: 'Lunch is off' }).waitFor();
});

test('a discarded draft is brought back from the trash, on a phone', async () => {
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  const { id } = await putDraft(site.newsroom, {
    storyId,
    createdBy: rosa.person.id,
    status: 'trashed',
    trashedBy: rosa.person.id,
    trashedAt: site.newsroom.clock.now(),
    content: updateContent('A motorcade that was none.', { title: 'A motorcade' }),
  });
  await using desk = await openDesk(site, rosa, { at: '/trash', width: PHONE.width });
  const entry = lines(desk.page).filter({ hasText: 'A motorcade' });
  await entry.getByText(`discarded by ${rosa.person.name}`).waitFor();
  await entry.getByRole('button', { name: 'Bring back' }).click();
  await desk.page.getByRole('heading', { name: 'Nothing is in the trash' }).waitFor();
  assert.equal((await rosa.ask(`GET /drafts/${id}`)).body.status, 'draft');
});

test('what is published and what is being written is found by its words, and leads there', async () => {
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  await putDraft(site.newsroom, {
    storyId,
    createdBy: rosa.person.id,
    content: updateContent('The pool report names a heron.', { title: 'Seen from the bridge' }),
  });
  await using desk = await openDesk(site, rosa, { at: '/search' });
  const { page } = desk;
  const words = page.getByRole('main').getByRole('searchbox');
  await words.fill('heron');
  await page.keyboard.press('Enter');
  const draft = lines(page).filter({ hasText: 'Seen from the bridge' });
  await draft.getByText('Draft', { exact: true }).waitFor();
  await draft.locator('mark', { hasText: 'heron' }).waitFor();
  await words.fill('lunch');
  await page.keyboard.press('Enter');
  await lines(page).filter({ hasText: 'Lunch is off' }).first().getByText('Published').waitFor();
  await words.fill('nothing like this');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Nothing with “nothing like this”' }).waitFor();
  await words.fill('heron');
  await page.keyboard.press('Enter');
  await draft.getByRole('link', { name: 'Seen from the bridge' }).click();
  await page.locator('.ProseMirror', { hasText: 'The pool report names a heron.' }).waitFor();
});
