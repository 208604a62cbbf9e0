import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../support/desk-site.ts';
import { putDraft, topContent } from '../../support/desk-drafts.ts';
import { photo } from '../../support/pictures.ts';
import { openDesk } from './desk.ts';

test('the console frames the reader’s page of a draft, with a picture no reader can see; its links lead nowhere', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const headers = { 'content-type': 'image/jpeg' };
  const bytes = await photo(1600, 1000);
  const taken = await editor.ask('POST /media?alt=Planes.', { bytes, headers });
  assert.ok(taken.status < 300, taken.text);
  const content = topContent('Pilots strike at midnight', 'Planes stand still.');
  content.top!.photo = { mediaId: taken.body.id, alt: null, caption: null, credit: null };
  const createdBy = editor.person.id;
  const draft = await putDraft(site.newsroom, { kind: 'top', createdBy, content });

  await using desk = await openDesk(site, editor);
  const { page } = desk;
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.width = '900';
    frame.height = '700';
    frame.src = src;
    document.body.prepend(frame);
  }, `/desk/api/drafts/${draft.id}/preview`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1, name: 'Pilots strike at midnight' }).waitFor();
  const picture = frame.locator('.photo img');
  await picture.evaluate((img: HTMLImageElement) => img.decode());
  assert.ok(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth > 0), 'the picture is seen');
  const size = await frame.locator('h1').evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize));
  assert.ok(size > 20, `the page has its styles: ${size} px`);
  await frame.locator('.nameplate a').first().click();
  assert.equal(await frame.locator('h1').innerText(), 'Pilots strike at midnight');
  assert.equal(desk.context.pages().length, 1);
  // The browser tells of every script it keeps out of the frame, this test's own among them, and of the link.
  const others = desk.wrongs.splice(0).filter((wrong) => !/sandboxed/.test(wrong));
  assert.deepEqual(others, []);
});
