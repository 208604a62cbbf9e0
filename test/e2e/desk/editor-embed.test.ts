import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, until } from './editor-page.ts';
import { editorTests } from './editor-tests.ts';

const { open, close } = editorTests();
const VIDEO = 'https://www.bbc.com/news/av/world-asia-47398994';

test('an address of a video on a line of its own becomes a card with one key, and nothing is asked of its host', async () => {
  const page = await open();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.getByRole('textbox').click();
  await page.keyboard.type(VIDEO);
  await page.getByRole('button', { name: 'Make it a card' }).waitFor();
  await page.keyboard.press('Tab');
  await until(page, 'embed paragraph');
  await page.keyboard.type('After.');
  await page.getByLabel('Title').fill('Trump on the summit');
  const [embed] = await documentOf(page);
  assert.deepEqual(embed?.attrs, { url: VIDEO, title: 'Trump on the summit', provider: 'bbc.com' });
  await page.getByText('Plays here on a click, from www.bbc.com').waitFor();
  assert.deepEqual(requests, []);
  await close(page);
});

test('words are linked by keyboard; an address that is none is refused in its place', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('the notice');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Where it leads').fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Write an address that begins with https://').waitFor();
  await page.getByLabel('Where it leads').fill('https://example.com/a');
  await page.keyboard.press('Enter');
  await until(page, 'paragraph(link:the notice)');
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Remove the link' }).click();
  await until(page, 'paragraph(the notice)');
  await close(page);
});
