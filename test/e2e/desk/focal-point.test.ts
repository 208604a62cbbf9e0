import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { DocumentJSON } from '../../../src/domain/document.ts';
import { sharp } from '../../../src/media/sharp.ts';
import { putDraft, topContent, updateContent } from '../../support/desk-drafts.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { until } from './story-night.ts';

const COLOURS = { red: '#d02020', green: '#20a030', blue: '#2030d0' };

const band = (background: string) => ({
  create: { width: 800, height: 800, channels: 3 as const, background },
});

/** A high picture of three bands, red above green above blue. */
async function bands(): Promise<Buffer> {
  const canvas = sharp({ create: { width: 800, height: 2400, channels: 3, background: COLOURS.red } });
  return canvas
    .composite([
      { input: band(COLOURS.green), left: 0, top: 800 },
      { input: band(COLOURS.blue), left: 0, top: 1600 },
    ])
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function takenIn(who: SignedIn): Promise<string> {
  const headers = { 'content-type': 'image/jpeg' };
  const { status, body } = await who.ask('POST /media?alt=Three%20bands', { bytes: await bands(), headers });
  assert.equal(status, 201);
  return body.id as string;
}

/** Which band all that is seen of it is of: looked at near each corner and in the middle. */
async function seen(place: Locator): Promise<string> {
  const png = sharp(await place.screenshot());
  const { data, info } = await png.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (across: number, down: number): string => {
    const pixel =
      (Math.floor(down * (info.height - 1)) * info.width + Math.floor(across * (info.width - 1))) * 3;
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel, pixel + 3);
    if (red > 150 && green < 100 && blue < 100) return 'red';
    if (green > 120 && red < 100 && blue < 100) return 'green';
    return blue > 150 && red < 100 && green < 100 ? 'blue' : `${red} ${green} ${blue}`;
  };
  const found = new Set([at(0.1, 0.1), at(0.9, 0.1), at(0.5, 0.5), at(0.1, 0.9), at(0.9, 0.9)]);
  return [...found].join();
}

async function openedWith(site: DeskSite, who: SignedIn, mediaId: string): Promise<void> {
  const content = topContent('River', 'It rises.');
  const photo = { mediaId, alt: null, caption: null, credit: null };
  const { storyId } = await putDraft(site.newsroom, {
    kind: 'top',
    createdBy: who.person.id,
    content: { ...content, top: { ...content.top!, photo } },
  });
  const opened = await who.ask(`POST /stories/${storyId}/opening`, { body: { version: 1, draftIds: [] } });
  assert.equal(opened.status, 200, opened.text);
}

test('on the front page a high picture is cut around what must stay in sight', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const mediaId = await takenIn(ada);
  await openedWith(site, ada, mediaId);
  await using reader = await openDesk(site, null);
  const { page } = reader;
  for (const [y, colour] of [
    [0.95, 'blue'],
    [0.02, 'red'],
    [0.5, 'green'],
  ] as const) {
    const focalPoint = { x: 0.5, y };
    assert.equal((await ada.ask(`PATCH /media/${mediaId}`, { body: { focalPoint } })).status, 200);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 780 });
      await page.goto(site.url);
      const frame = page.locator('.card .photo.cut .frame');
      await frame.scrollIntoViewIfNeeded();
      await until(async () => (await seen(frame)) === colour, `${colour} is in sight at ${width} px`);
      const box = (await frame.boundingBox())!;
      assert.ok(Math.abs(box.width / box.height - 4 / 3) < 0.02);
    }
  }
});

test('where a picture is framed, its cuts show what will stay in sight', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const mediaId = await takenIn(ada);
  await openedWith(site, ada, mediaId);
  const { body: list } = await ada.ask('GET /stories');
  const storyId = list.items[0].id as string;
  const words = updateContent('The river.');
  const attrs = {
    src: `/media/${mediaId}`,
    alt: null,
    caption: null,
    credit: null,
    width: 800,
    height: 2400,
  };
  const body: DocumentJSON = { ...words.body, content: [...words.body.content, { type: 'image', attrs }] };
  const { id } = await putDraft(site.newsroom, {
    storyId,
    createdBy: ada.person.id,
    content: { ...words, body },
  });
  await using editor = await openDesk(site, ada, { height: 1800, at: `/stories/${storyId}?draft=${id}` });
  const { page } = editor;
  await page.getByRole('button', { name: 'Crop and focus' }).click();
  const cut = page.locator('.framing-cut[data-shape="4:3"]');
  const down = page.getByRole('slider', { name: 'Stays in sight, down' });
  for (const [y, colour] of [
    ['95', 'blue'],
    ['3', 'red'],
    ['50', 'green'],
  ] as const) {
    await down.fill(y);
    await cut.scrollIntoViewIfNeeded();
    await until(async () => (await seen(cut)) === colour, `${colour} is in sight`);
  }
});
