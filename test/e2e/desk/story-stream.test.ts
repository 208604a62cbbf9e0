import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { paragraphs } from '../../../src/domain/document.ts';
import { newId } from '../../../src/domain/id.ts';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { editorAt } from '../../support/desk.ts';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

const entry = (page: Page, words: string) => page.locator('.region-stream .entry', { hasText: words });
const LONG = 'The motorcades have left the hotel by the lake. '.repeat(60);

for (const width of [1280, 360])
  test(`the first press under long words does what the button says, ${width} px wide; all of them are shown when asked for`, async () => {
    await using site = await deskSite();
    const rosa = await site.as('reporter');
    const { storyId } = await aNight(site);
    const of = { storyId, createdBy: rosa.person.id };
    await putDraft(site.newsroom, { ...of, content: updateContent(LONG, { title: 'On the road' }) });
    await putDraft(site.newsroom, { ...of, content: updateContent(LONG, { title: 'At the gate' }) });
    await using desk = await openDesk(site, 'editor', { width, at: `/stories/${storyId}` });
    const { page } = desk;
    const press = (name: string, words: string): Promise<void> => {
      const button = entry(page, words).getByRole('button', { name, exact: true });
      return width < 600 ? button.tap() : button.click();
    };
    if (width < 600) await page.locator('.story-tab', { hasText: 'Stream' }).tap();
    await press('Publish', 'On the road');
    await entry(page, 'On the road').locator('.badge-published').waitFor();
    const words = entry(page, 'At the gate').locator('.entry-clamp');
    const cut = (await words.boundingBox())!.height;
    assert.ok(cut <= 13 * 16 + 1, `${cut} px`);
    await press('Show all', 'At the gate');
    await entry(page, 'At the gate').getByRole('button', { name: 'Show less' }).waitFor();
    assert.ok((await words.boundingBox())!.height > cut);
    await press('Open', 'At the gate');
    await page.locator('.region-write .ProseMirror', { hasText: 'The motorcades' }).waitFor();
  });

test('pictures in the stream load where nobody has scrolled to them', async () => {
  await using site = await deskSite();
  const { storyId, slug } = await aNight(site);
  const editor = editorAt(site.newsroom);
  const src = '/icon.svg';
  const image = { type: 'image', attrs: { src, alt: 'The gate', width: 640, height: 480 } };
  const body = { type: 'doc' as const, content: [...(paragraphs([LONG]).content ?? []), image] };
  for (let at = 0; at < 6; at += 1) await editor.posts(slug, '', { body });
  await using desk = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  await desk.page.locator('.entry-words img').first().waitFor({ state: 'attached' });
  await desk.page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.entry-words img')].every(
      ({ loading, complete }) => loading === 'eager' && complete,
    ),
  );
});

test('E on what was filed opens it; the list of keys has the stream’s and the editor’s own', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  await using desk = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = desk;
  await entry(page, 'No agreement').focus();
  await page.keyboard.press('e');
  await page.locator('.region-write .ProseMirror:focus', { hasText: 'no agreement was reached' }).waitFor();
  await entry(page, 'No agreement').focus();
  await page.keyboard.press('?');
  const list = await page.getByRole('dialog').innerText();
  for (const key of ['Tab', 'F8', 'Backspace', 'F10', '↩'])
    assert.ok(list.includes(key), `${key} in ${list}`);
  assert.match(list, /While you write/);
});

test('the kinds of entries stand in one line whatever its width, and each entry counts once', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  for (const width of [1280, 1920]) {
    await using desk = await openDesk(site, 'editor', { width, at: `/stories/${storyId}` });
    const { page } = desk;
    const line = page.locator('.region-stream .region-head');
    await line.waitFor();
    assert.ok((await line.boundingBox())!.height < 60, `${width} px`);
    if (width > 1280) continue;
    const kinds = line.getByRole('combobox', { name: 'Which entries are shown' });
    assert.deepEqual(await kinds.locator('option').allInnerTexts(), [
      'All 5',
      'Drafts 1',
      'Filed 1',
      'Published 1',
      'Corrected 1',
      'Retracted 1',
    ]);
    await kinds.selectOption('filed');
    await page.waitForFunction(() => document.querySelectorAll('.region-stream .entry').length === 1);
  }
});

test('a published update keeps the name of its writer; the desk says who published it', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const ada = await site.as('editor');
  const { storyId, slug } = await aNight(site);
  await using phone = await openDesk(site, rosa, { at: `/stories/${storyId}` });
  await using desk = await openDesk(site, ada, { at: `/stories/${storyId}` });
  await phone.page.locator('.region-write .ProseMirror').click();
  await phone.page.keyboard.type('Seoul shares are falling.');
  const author = phone.page.locator('.draft-author input');
  assert.equal(await author.getAttribute('placeholder'), rosa.person.name);
  await phone.page.keyboard.press('Control+Enter');
  const line = entry(desk.page, 'Seoul shares are falling.');
  await line.getByRole('button', { name: 'Publish' }).click();
  const by = `${rosa.person.name} · published by ${ada.person.name}`;
  await line.locator('.entry-by', { hasText: by }).waitFor();
  const page = await (await fetch(`${site.url}/stories/${slug}`)).text();
  assert.ok(page.includes(rosa.person.name));
});

test('what a pasted post says of its hours and its author stays with it until it is out, and after', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId, slug } = await aNight(site);
  const now = site.newsroom.clock.now();
  const hours = ['05:05', '06:30', '06:35'];
  const items = hours.map((hour) => ({
    id: newId(now),
    at: `2019-02-28T${hour}:00.000Z`,
    title: `Written at ${hour}`,
    body: paragraphs(['Things are getting strange in Hanoi.']),
    author: hour === '05:05' ? 'Rafi Schwartz' : '',
  }));
  // In no order of their own.
  const mixed = [items[1], items[0], items[2]];
  await ada.ask(`POST /stories/${storyId}/pastes/acceptance`, { body: { items: mixed } });
  await using desk = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = desk;
  const titles = page.locator('.entry-draft .entry-title');
  await titles.first().waitFor();
  assert.deepEqual(
    await titles.allInnerTexts(),
    hours.toReversed().map((hour) => `Written at ${hour}`),
  );
  const first = entry(page, 'Written at 05:05');
  await first.getByText('written 12:05 a.m. ET').waitFor();
  await first.getByRole('button', { name: 'Open' }).click();
  await page.getByText('Written Feb. 28, 2019, 12:05 a.m. ET.').waitFor();
  await page.getByRole('button', { name: 'Put it in the text' }).click();
  await first.getByText('Feb. 28, 2019, 12:05 a.m. ET: Things are').waitFor();
  await page.locator('.saved-saved').waitFor();
  for (const hour of ['05:05', '06:30']) {
    const line = entry(page, `Written at ${hour}`);
    await line.getByRole('button', { name: 'Publish' }).click();
    await line.locator('.badge-published').waitFor();
    await line.getByText('written 1').waitFor();
  }
  const shown = await (await fetch(`${site.url}/stories/${slug}`)).text();
  assert.ok(shown.includes('Rafi Schwartz'));
  assert.ok(shown.includes('12:05 a.m. ET: Things are'));
  // Who took it in did not write it.
  assert.ok(!shown.includes(ada.person.name));
});
