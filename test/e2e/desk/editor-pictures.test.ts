import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { bringAxe } from '../axe.ts';
import { documentOf, short, until } from './editor-page.ts';
import { editorTests } from './editor-tests.ts';

const { open, close } = editorTests();

const jpeg = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: { r: red, g: 90, b: 120 } } })
    .jpeg()
    .toBuffer();

type Given = { name: string; type: string; base64: string };

/** Drops files on the text, as from another window. */
async function drop(page: Page, files: Given[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Text of the update' }).evaluate(async (field, given) => {
    const held = new DataTransfer();
    for (const { name, type, base64 } of given)
      held.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
    const { left, top } = field.getBoundingClientRect();
    field.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer: held,
        clientX: left + 30,
        clientY: top + 25,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, files);
}

const picture = async (name: string, red = 200): Promise<Given> => ({
  name,
  type: 'image/jpeg',
  base64: (await jpeg(red)).toString('base64'),
});

test('a picture that is dropped stands in the text with its credit, and asks for its description', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('They met.');
  await drop(page, [await picture('summit.jpg')]);
  await until(page, 'paragraph(They met.) image paragraph');
  const description = page.getByRole('textbox', { name: 'Description' });
  await description.fill('Two men shake hands');
  const [, image] = await documentOf(page);
  const { src, ...words } = image!.attrs!;
  assert.match(String(src), /^\/media\/[0-9a-f-]{36}$/);
  assert.deepEqual(words, {
    alt: 'Two men shake hands',
    caption: 'Two leaders at a table.',
    credit: 'Evan Vucci/AP',
    width: 1200,
    height: 800,
  });
  await page.getByRole('img', { name: 'Two men shake hands' }).waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await until(page, 'paragraph(They met.) paragraph');
  await page.getByRole('textbox', { name: 'Text of the update' }).focus();
  await page.keyboard.press('Control+z');
  await until(page, 'paragraph(They met.) image paragraph');
  await close(page);
});

test('several dropped at once are a gallery; one that is no picture says so, and can be removed', async () => {
  const page = await open();
  const broken = { name: 'broken.jpg', type: 'image/jpeg', base64: btoa('no picture at all') };
  await drop(page, [await picture('a.jpg', 10), await picture('b.jpg', 60), broken]);
  const card = page.getByRole('group', { name: 'broken.jpg' });
  await card.getByText('This file is no picture.').waitFor();
  assert.equal(await card.getByRole('button', { name: 'Try again' }).count(), 0, 'it would be refused again');
  assert.deepEqual(await documentOf(page), []);
  await card.getByRole('button', { name: 'Remove' }).click();
  await until(page, 'gallery(image|image) paragraph');
  const happened = await page.evaluate(() => window.harness.happened);
  assert.deepEqual([happened[0], happened.at(-1)], ['uploads 3', 'uploads 0']);
  // The server's refusal is in the browser's console too, and that is as it should be.
  await page.getByLabel('Caption for all pictures').fill('The evening');
  assert.equal((await documentOf(page))[0]?.attrs?.['caption'], 'The evening');
  await close(page, /415/);
});

test('a picture may go without a description, with a reason', async () => {
  const page = await open();
  await drop(page, [await picture('rule.jpg')]);
  await page.getByRole('checkbox', { name: 'It needs no description' }).check();
  await page.getByLabel('Why').fill('decoration');
  await page.getByLabel('Why').press('Enter');
  await page.getByRole('button', { name: 'Caption, credit, description' }).waitFor();
  await page.getByText('Description missing').waitFor({ state: 'detached' });
  await close(page);
});

test('a picture is cropped by its sides and told what must stay in sight, by keyboard', async () => {
  const page = await open();
  await drop(page, [await picture('wide.jpg')]);
  await page.getByRole('textbox', { name: 'Description' }).fill('A quay');
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await page.getByRole('button', { name: 'Crop and focus' }).click();
  const left = page.getByRole('slider', { name: 'Left side' });
  await left.focus();
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('slider', { name: 'Stays in sight, across' }).fill('55');
  const sent = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.getByRole('button', { name: 'Keep' }).click();
  assert.deepEqual(JSON.parse((await sent).postData() ?? ''), {
    crop: { x: 0.1, y: 0, width: 0.9, height: 1 },
    focalPoint: { x: 0.5, y: 0.5 },
  });
  await close(page);
});

test('what one editor drops, the other sees when it is there, and never a preview of the first’s browser', async () => {
  const page = await open('?two');
  await page.getByRole('textbox', { name: 'Text of the update' }).nth(1).click();
  await page.keyboard.type('Words by another.');
  await until(page, 'paragraph(Words by another.)', 0);
  const given = await picture('shared.jpg');
  await page
    .getByRole('textbox', { name: 'Text of the update' })
    .first()
    .evaluate(async (field, file) => {
      const held = new DataTransfer();
      held.items.add(
        new File([Uint8Array.from(atob(file.base64), (c) => c.charCodeAt(0))], file.name, {
          type: file.type,
        }),
      );
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
      );
    }, given);
  await until(page, 'paragraph(Words by another.) image paragraph', 1);
  assert.doesNotMatch(JSON.stringify(await documentOf(page, 1)), /blob:/);
  assert.match(short(await documentOf(page, 0)), /image/);
  await close(page);
});

for (const [width, scheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const) {
  test(`a picture’s fields and frame have no fault for axe at ${width} px, ${scheme}`, async () => {
    const page = await open('', { viewport: { width, height: 800 }, colorScheme: scheme });
    await drop(page, [await picture('a.jpg')]);
    await page.getByRole('textbox', { name: 'Description' }).waitFor();
    const axe = await bringAxe(page);
    assert.deepEqual(await axe(), []);
    await page.getByRole('button', { name: 'Crop and focus' }).click();
    assert.deepEqual(await axe(), []);
    await close(page);
  });
}
