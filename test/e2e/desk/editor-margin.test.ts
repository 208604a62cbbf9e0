import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { DeskMark } from '../../../src/domain/desk/mark.ts';
import { bringAxe } from '../axe.ts';
import { go, until } from './editor-page.ts';
import { editorTests } from './editor-tests.ts';

const { open, close } = editorTests();

const TEXT = 'The signing is at 2 a.m. ET, Kim Jong Un said.';

const at = (words: string): Pick<DeskMark, 'field' | 'path' | 'from' | 'to' | 'words'> => ({
  field: 'body',
  path: [0],
  from: TEXT.indexOf(words),
  to: TEXT.indexOf(words) + words.length,
  words,
});

const MARKS: DeskMark[] = [
  {
    ...at('2 a.m. ET'),
    id: 'clock-1',
    kind: 'clock',
    reason: {
      sentence: 'marks.clock',
      values: {
        written: '2 a.m. ET',
        newsroom: '2 a.m.',
        newsroomCity: 'New York',
        place: '2 p.m.',
        placeCity: 'Hanoi',
      },
    },
    blocks: false,
  },
  {
    ...at('Kim Jong Un'),
    id: 'name-1',
    kind: 'spelling',
    reason: {
      sentence: 'marks.spelling',
      values: { written: 'Kim Jong Un', usual: 'Kim Jong-un', times: 4 },
    },
    replacements: ['Kim Jong-un'],
    blocks: false,
  },
];

async function noticed(page: Page): Promise<void> {
  await page.getByRole('textbox').click();
  await page.keyboard.type(TEXT);
  await page.evaluate((marks) => window.harness.marks(0, marks), MARKS);
  await page.locator('.desk-mark').nth(1).waitFor();
}

const happened = (page: Page): Promise<string[]> => page.evaluate(() => window.harness.happened);

test('a clock in the text has the newsroom’s and the place’s beside it, and one key leaves it', async () => {
  const page = await open();
  await noticed(page);
  await page.getByText('2 a.m. ET is 2 a.m. in New York, 2 p.m. in Hanoi.').waitFor();
  await go(page, 'Control+Home');
  await page.keyboard.press('F8');
  await page.locator('.desk-mark-clock.is-here').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'textbox');
  await page.keyboard.press('Alt+Backspace');
  await page.locator('.desk-mark-clock').waitFor({ state: 'detached' });
  assert.deepEqual(await happened(page), ['dismissed clock-1']);
  await close(page);
});

test('a name spelt otherwise is put right by one key, and the key is undone by another', async () => {
  const page = await open();
  await noticed(page);
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Alt+Enter');
  await until(page, 'paragraph(The signing is at 2 a.m. ET, Kim Jong-un said.)');
  assert.deepEqual(await happened(page), ['settled name-1 Kim Jong-un']);
  await page.keyboard.press('Control+z');
  await until(page, `paragraph(${TEXT})`);
  await close(page);
});

test('a mark keeps to its words while somebody writes before them, and goes with them', async () => {
  const page = await open('?two');
  await page.getByRole('textbox').first().click();
  await page.keyboard.type(TEXT);
  await page.evaluate((marks) => window.harness.marks(0, marks), MARKS);
  await until(page, `paragraph(${TEXT})`, 1);
  await page.getByRole('textbox').nth(1).click();
  await go(page, 'Control+Home');
  await page.keyboard.type('No: ');
  await until(page, `paragraph(No: ${TEXT})`, 0);
  assert.equal(await page.locator('.desk-mark-spelling').textContent(), 'Kim Jong Un');
  await go(page, 'Control+a');
  await page.keyboard.press('Delete');
  await page.locator('.desk-mark').first().waitFor({ state: 'detached' });
  await close(page);
});

for (const [width, scheme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const) {
  test(`text, offer, margin and source have no fault for axe at ${width} px, ${scheme}`, async () => {
    const page = await open('', { viewport: { width, height: 800 }, colorScheme: scheme });
    await noticed(page);
    const axe = await bringAxe(page);
    await go(page, 'Control+End');
    await page.keyboard.type('\n“We had to walk away from it,” he told CNN.');
    await page.locator('.statement-offer').waitFor();
    assert.deepEqual(await axe(), []);
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'Who said it' }).waitFor();
    assert.deepEqual(await axe(), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await close(page);
  });
}
