import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putDraft, topContent } from '../../support/desk-drafts.ts';
import { editorAt } from '../../support/desk.ts';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight, until } from './story-night.ts';

const POST = `Leaders Meet in Hanoi

They sat down for a second day of talks.

Update, 12:05 a.m. ET: Kim said he would consider giving up the weapons.

Update, 1:30 a.m. ET: The working lunch was called off.`;

test('a pasted post becomes a top and drafts with their hours; the story is opened with them as it happened', async () => {
  await using site = await deskSite();
  site.newsroom.clock.pass(240);
  const ada = await site.as('editor');
  const content = topContent('', '');
  const { storyId } = await putDraft(site.newsroom, { kind: 'top', createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}` });
  const { page } = editor;
  const top = page.locator('.region-top');
  await top.locator('.top-headline').waitFor();
  await page.getByRole('button', { name: 'More for this story' }).click();
  await page.getByRole('menuitem', { name: 'Paste a wire flash or a post…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea:focus').fill(POST);
  await dialog.getByLabel('Day it was published').fill('2019-02-28');
  await dialog.getByRole('button', { name: 'Read it' }).click();
  await dialog.locator('.pasted-top', { hasText: 'They sat down for a second day' }).waitFor();
  await dialog.locator('.pasted-top button:enabled').waitFor();
  await dialog.getByRole('button', { name: 'Take all 2' }).click();
  await dialog.waitFor({ state: 'detached' });
  await top.locator('.opens-with', { hasText: '12:05' }).waitFor();
  assert.equal(await top.locator('.top-headline').inputValue(), 'Leaders Meet in Hanoi');
  const boxes = top.locator('.opens-with').getByRole('checkbox');
  await until(async () => (await boxes.count()) === 2, 'both drafts are offered');
  assert.ok((await boxes.first().isChecked()) && (await boxes.last().isChecked()));
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'Open the story' }).click();
  await page.locator('.state-switch .badge-live').waitFor();
  const { updates } = (await ada.ask(`GET /stories/${storyId}`)).body;
  assert.deepEqual(
    updates.map(({ at }: { at: string }) => at),
    ['2019-02-28T06:30:00.000Z', '2019-02-28T05:05:00.000Z'],
  );
});

for (const width of [1280, 360])
  test(`at ${width} px a story that is not open asks for its top first; the first update follows and goes out with it`, async () => {
    await using site = await deskSite();
    const ada = await site.as('editor');
    const content = topContent('', '');
    const { storyId } = await putDraft(site.newsroom, { kind: 'top', createdBy: ada.person.id, content });
    await using editor = await openDesk(site, ada, { width, at: `/stories/${storyId}` });
    const { page } = editor;
    const top = page.locator('.region-top');
    await top.getByText('Start here').waitFor();
    assert.equal(await top.getByText('A headline first').count(), 1);
    assert.equal(await page.locator('.ProseMirror').count(), 1);
    await top.locator('.top-headline').fill('Leaders Meet in Hanoi');
    if (width < 600) await page.locator('.story-tab', { hasText: 'Write' }).tap();
    await page.getByRole('button', { name: 'Write the first update' }).click();
    await page.locator('.region-write .ProseMirror').click();
    await page.keyboard.type('They shake hands.');
    await page.locator('.region-write .saved-saved').waitFor();
    await page.keyboard.press('Control+Enter');
    // It leads back to the top, where the story is opened.
    await top.locator('.top-headline:focus').waitFor();
    const joins = top.locator('.opens-with').getByRole('checkbox', { name: /They shake hands/ });
    await joins.waitFor();
    assert.ok(await joins.isChecked());
    await top.getByRole('button', { name: 'Open the story' }).click();
    await page.locator('.state-switch .badge-live').waitFor();
    const { updates, top: stands } = (await ada.ask(`GET /stories/${storyId}`)).body;
    assert.equal(stands.headline, 'Leaders Meet in Hanoi');
    assert.deepEqual(
      updates.map(({ html }: { html: string }) => /They shake hands/.test(html)),
      [true],
    );
  });

test('who goes to the first update before the top is there is not called back to its headline', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const content = topContent('', '');
  const { storyId } = await putDraft(site.newsroom, { kind: 'top', createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada);
  const { page } = editor;
  await page.addInitScript(() => {
    const watched = new MutationObserver(() => {
      const first = document.querySelector<HTMLElement>('.first-update button');
      if (!first) return;
      watched.disconnect();
      Object.assign(window, { before: document.querySelector('.top-headline') === null });
      first.focus();
    });
    watched.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${site.url}/desk/stories/${storyId}`);
  await page.locator('.top-headline').waitFor();
  assert.equal(await page.evaluate(() => Reflect.get(window, 'before')), true);
  await page.locator('.first-update button:focus').waitFor();
});

test('a top that was wrong goes out as a correction: what it said, and what is right', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const top = page.locator('.region-top');
  await top.getByRole('button', { name: 'Write through' }).click();
  await top.locator('.ProseMirror').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(
    'The two leaders sat down for a second day of talks. A signing ceremony is planned for 4 p.m.',
  );
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'As a correction…' }).click();
  const dialog = page.getByRole('dialog');
  assert.match(await dialog.getByLabel('What it said').inputValue(), /2 p\.m\./);
  assert.match(await dialog.getByLabel('What is right').inputValue(), /4 p\.m\./);
  await dialog.getByRole('button', { name: 'Publish correction' }).click();
  await top.locator('.top-lead-stands', { hasText: '4 p.m.' }).waitFor();
  const corrections = await site.newsroom.storage.corrections(storyId);
  assert.ok(corrections.some(({ updateId, was }) => updateId === null && /2 p\.m\./.test(was ?? '')));
});

test('a quotation under the wrong name is given to who said it, as a correction in one go', async () => {
  await using site = await deskSite();
  const { storyId, slug } = await aNight(site);
  const attrs = {
    speaker: 'Kim',
    role: 'chairman',
    outlet: null,
    medium: null,
    interpreter: null,
    link: null,
  };
  const text = { type: 'text' as const, text: 'Sometimes you have to walk.' };
  const statement = {
    type: 'statement' as const,
    attrs: { ...attrs, lang: null },
    content: [{ type: 'paragraph' as const, content: [text] }],
  };
  const body = { type: 'doc' as const, content: [statement] };
  const id = await editorAt(site.newsroom).posts(slug, '', { body });
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  const line = page.locator(`[data-entry="${id}"]`);
  await line.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Correct who said it…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input:focus').fill('Trump');
  assert.equal(await dialog.getByLabel('What it said').inputValue(), '“Sometimes you have to walk.” – Kim');
  assert.equal(
    await dialog.getByLabel('What is right').inputValue(),
    '“Sometimes you have to walk.” – Trump',
  );
  await dialog.getByRole('button', { name: 'Publish correction' }).click();
  await line.locator('.badge-corrected').waitFor();
  await line.locator('.entry-words', { hasText: 'Trump' }).waitFor();
  assert.equal(await line.locator('.entry-words', { hasText: 'chairman' }).count(), 0);
});

test('the preview shows the story as it stands, by day and by night', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using editor = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = editor;
  await page.locator('.aside-tab', { hasText: 'Preview' }).click();
  const frame = page.frameLocator('.preview-page iframe');
  await frame.getByRole('heading', { level: 1, name: 'Leaders Meet in Hanoi' }).waitFor();
  const ground = (): Promise<string> =>
    frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const day = await ground();
  await page.getByRole('button', { name: 'By night' }).click();
  await until(async () => (await ground()) !== day, 'the page is dark');
  // The browser tells of every script it keeps out of the frame.
  const others = editor.wrongs.splice(0).filter((wrong) => !/sandboxed/.test(wrong));
  assert.deepEqual(others, []);
});

test('a zone is taken by its city; one that is none leads to its field, named, in sight', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const content = topContent('Bridge closed in Lisbon', 'Both lanes.');
  const { storyId } = await putDraft(site.newsroom, { kind: 'top', createdBy: ada.person.id, content });
  await using editor = await openDesk(site, ada, { at: `/stories/${storyId}`, width: 360 });
  const { page } = editor;
  const top = page.locator('.region-top');
  const place = top.getByRole('combobox', { name: 'Zone of the place' });
  await place.fill('Atlantis');
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'Open the story' }).tap();
  await top.locator('.refusal .banner', { hasText: 'Zone of the place: ' }).waitFor();
  await page.locator('.top-place-zone input:focus').waitFor();
  await until(async () => {
    const [named, head] = [
      await top.getByText('Zone of the place', { exact: true }).boundingBox(),
      await top.locator('.publish-bar').boundingBox(),
    ];
    return named !== null && head !== null && named.y > 60 && named.y + named.height < head.y;
  }, 'the field and its name stand in sight');
  await place.fill('Lisbon');
  await place.blur();
  assert.equal(await place.inputValue(), 'Europe/Lisbon');
  await top.locator('.saved-saved').waitFor();
  await top.getByRole('button', { name: 'Open the story' }).tap();
  await page.locator('.state-switch .badge-live').waitFor();
});
