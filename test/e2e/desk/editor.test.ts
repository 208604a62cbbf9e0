import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorTests } from './editor-tests.ts';
import { documentOf, go, short, until } from './editor-page.ts';

const { open, close } = editorTests();

test('what is typed as in markdown becomes headings, lists, quotations and strong words', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('## No deal\n- hotel\nairport\n\n1. first\n\n> said\n\n**Breaking** news');
  assert.equal(
    short(await documentOf(page)),
    'heading(No deal) bullet_list(list_item(paragraph(hotel))|list_item(paragraph(airport))) ordered_list(list_item(paragraph(first))) blockquote(paragraph(said)) paragraph(strong:Breaking| news)',
  );
  await close(page);
});

test('two people write in one text, and each takes back only their own words', async () => {
  const page = await open('?two');
  const [first, second] = [page.getByRole('textbox').nth(0), page.getByRole('textbox').nth(1)];
  await first.click();
  await page.keyboard.type('Kim arrives.');
  await until(page, 'paragraph(Kim arrives.)', 1);
  await second.click();
  await first.locator('.caret-name', { hasText: 'Omar Haddad' }).waitFor();
  await second.locator('.caret-name').waitFor({ state: 'detached' });
  await go(page, 'Control+End');
  await page.keyboard.type('\nTrump waits.');
  await until(page, 'paragraph(Kim arrives.) paragraph(Trump waits.)', 0);
  await first.click();
  await page.keyboard.press('Control+z');
  await until(page, 'paragraph(Trump waits.)', 1);
  await page.keyboard.press('Control+Shift+z');
  await until(page, 'paragraph(Kim arrives.) paragraph(Trump waits.)', 1);
  await close(page);
});

test('what both wrote while apart is there when they are together again', async () => {
  const page = await open('?two');
  const [first, second] = [page.getByRole('textbox').nth(0), page.getByRole('textbox').nth(1)];
  await first.click();
  await page.keyboard.type('Talks.');
  await until(page, 'paragraph(Talks.)', 1);
  await page.evaluate(() => window.harness.apart(true));
  await first.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Hanoi: ');
  await second.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Off.');
  await page.evaluate(() => window.harness.apart(false));
  await until(page, 'paragraph(Hanoi: Talks. Off.)', 0);
  await until(page, 'paragraph(Hanoi: Talks. Off.)', 1);
  await close(page);
});

test('the toolbar is one stop: Alt+F10 goes there, arrows along it, Escape back; Ctrl+Enter submits', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('Signing off');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+F10');
  for (let at = 0; at < 6; at += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Bold');
  await page.keyboard.press('Enter');
  await until(page, 'paragraph(strong:Signing off)');
  await page.keyboard.press('Control+Enter');
  assert.deepEqual(await page.evaluate(() => window.harness.happened), ['submitted']);
  await close(page);
});

test('a block is moved by keyboard, whatever it is, and the caret goes with it', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('First.\nSecond.\n- item');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await until(page, 'paragraph(First.) bullet_list(list_item(paragraph(item))) paragraph(Second.)');
  await page.keyboard.type('s');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await until(page, 'paragraph(First.) paragraph(Second.) bullet_list(list_item(paragraph(items)))');
  await close(page);
});
