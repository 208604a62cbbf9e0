import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { DeskMark } from '../../../src/domain/desk/mark.ts';
import { bringAxe } from '../axe.ts';
import { go } from './editor-page.ts';
import { editorTests } from './editor-tests.ts';

const { open, close } = editorTests();

const MARK: DeskMark = {
  id: 'speaker-1',
  kind: 'spelling',
  field: 'body',
  path: [0],
  source: 'speaker',
  from: 0,
  to: 11,
  words: 'Kim Jong Un',
  reason: { sentence: 'marks.spelling', values: { written: 'Kim Jong Un', usual: 'Kim Jong-un', times: 4 } },
  replacements: ['Kim Jong-un'],
  blocks: false,
};

const speaker = (page: Page): Promise<string | null> => page.locator('.source-speaker').first().textContent();

/** A statement whose speaker is spelt otherwise than the story has it. */
async function marked(page: Page): Promise<void> {
  await page.getByRole('textbox').first().click();
  await page.keyboard.type('“We had to walk away from it.”');
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Who said it' }).fill('Kim Jong Un');
  await page.keyboard.press('Enter');
  await page.evaluate((mark) => window.harness.marks(0, [mark]), MARK);
  await page.locator('.marked-speaker').waitFor();
}

test('a name in who said it is marked at the statement, put right by one key, and the key undone by another', async () => {
  const page = await open();
  await marked(page);
  const card = page.locator('.margin').getByRole('region', { name: 'Kim Jong Un' });
  await card.getByText('The story writes “Kim Jong-un”').waitFor();
  await go(page, 'Control+Home');
  await page.keyboard.press('F8');
  await page.locator('.marked-speaker.is-here').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'textbox');
  await page.keyboard.press('Alt+Enter');
  await page.locator('.marked-speaker').waitFor({ state: 'detached' });
  assert.equal(await speaker(page), 'Kim Jong-un');
  assert.deepEqual(await page.evaluate(() => window.harness.happened), ['settled speaker-1 Kim Jong-un']);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('.source-speaker')?.textContent === 'Kim Jong Un');
  await close(page);
});

test('in the form of the source the same keys act, and one leaves it as it is', async () => {
  const page = await open();
  await marked(page);
  await page.locator('.source-button').click();
  await page.getByRole('combobox', { name: 'Who said it' }).waitFor();
  await page.keyboard.press('Alt+Enter');
  await page.waitForFunction(() => document.querySelector('.source-speaker')?.textContent === 'Kim Jong-un');
  await page.evaluate((mark) => window.harness.marks(0, [{ ...mark, words: 'Kim Jong-un' }]), MARK);
  await page.locator('.marked-speaker').waitFor();
  await page.keyboard.press('Alt+Backspace');
  await page.locator('.marked-speaker').waitFor({ state: 'detached' });
  assert.equal((await page.evaluate(() => window.harness.happened)).at(-1), 'dismissed speaker-1');
  await close(page);
});

for (const [width, scheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const) {
  test(`a mark at who said it has no fault for axe at ${width} px, ${scheme}`, async () => {
    const page = await open('', { viewport: { width, height: 800 }, colorScheme: scheme });
    await marked(page);
    assert.deepEqual(await (await bringAxe(page))(), []);
    await close(page);
  });
}
