import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { documentOf, short, until } from './editor-page.ts';
import { editorTests } from './editor-tests.ts';

const { open, close } = editorTests();

const fixture = (name: string): string =>
  fs.readFileSync(path.join(import.meta.dirname, 'editor-pasted', `${name}.txt`), 'utf8');

/** Pastes as the browser would, with these two forms on the clipboard. */
async function paste(page: Page, html: string, text = ''): Promise<void> {
  await page.getByRole('textbox').evaluate(
    (field, [asHtml, asText]) => {
      (field as HTMLElement).focus();
      const held = new DataTransfer();
      if (asHtml) held.setData('text/html', asHtml);
      if (asText) held.setData('text/plain', asText);
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
      );
    },
    [html, text] as const,
  );
}

test('what comes from Word is headings, words and lists, with nothing of Word', async () => {
  const page = await open();
  await paste(page, fixture('word'));
  await until(
    page,
    'heading(Handover, harbour story) paragraph(strong:Ferry line:| sailings stop at |em:nine|\u00a0tonight.) ' +
      'bullet_list(list_item(paragraph(Call the harbour master)|bullet_list(list_item(paragraph(ask about the pier))))|list_item(paragraph(Photo from the quay))) ' +
      'paragraph(Then:) ordered_list(list_item(paragraph(First |link:the notice))|list_item(paragraph(then the plan)))',
  );
  await page.getByRole('status').getByText('A picture was left out.').waitFor();
  await close(page);
});

test('what comes from Google Docs keeps its bold, its lists within lists, and its links without the detour', async () => {
  const page = await open();
  await paste(page, fixture('docs'));
  await until(
    page,
    'heading(What we know) paragraph(strong:No ferry|em: has sailed|strike: today|, the |link:line| says.) ' +
      'bullet_list(list_item(paragraph(Quay)|bullet_list(list_item(paragraph(north end)))))',
  );
  const link = JSON.stringify(await documentOf(page)).match(/"href":"([^"]+)"/)?.[1];
  assert.equal(link, 'https://example.com/line');
  await close(page);
});

test('a hostile page leaves its words: nothing runs, nothing is fetched, nothing is kept', async () => {
  const page = await open();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await paste(page, fixture('hostile'));
  await page.getByRole('textbox').getByText('After.').waitFor();
  const json = JSON.stringify(await documentOf(page));
  assert.doesNotMatch(json, /javascript|evil|onclick|hidden|script/);
  assert.match(json, /Their words\./);
  assert.match(short(await documentOf(page)), /paragraph\(Kept words and \|link:a link\|\.\)/);
  assert.deepEqual(await page.evaluate(() => window.harness.happened), []);
  assert.deepEqual(requests, []);
  await close(page);
});

test('five megabytes of spans are refused, and their text is offered', async () => {
  const page = await open();
  const html = '<span style="color:red">word </span>'.repeat(140_000);
  await paste(page, html, 'First.\n\nSecond.');
  await page.getByRole('status').getByText('That is more markup than can be taken in at once.').waitFor();
  assert.deepEqual(await documentOf(page), []);
  await page.getByRole('button', { name: 'Paste the text' }).click();
  await until(page, 'paragraph(First.) paragraph(Second.)');
  await close(page);
});

test('nine hundred kilobytes of spans become the text they hold', async () => {
  const page = await open();
  await paste(page, `<p>${'<span style="color:red">word </span>'.repeat(25_000)}</p>`);
  await page.waitForFunction(
    () => (window.harness.json(0) as { content: { content?: object[] }[] }).content[0]?.content,
  );
  assert.equal(JSON.stringify(await documentOf(page)).length > 100_000, true);
  await close(page);
});

test('plain text keeps its paragraphs and line breaks', async () => {
  const page = await open();
  await paste(page, '', 'HANOI —\r\nThe talks ended.\r\n\r\n\r\nNo deal was signed.\n');
  await until(page, 'paragraph(HANOI —|hard_break|The talks ended.) paragraph(No deal was signed.)');
  await close(page);
});

test('an address pasted over words links them; a wrong one is text', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('the notice');
  await page.keyboard.press('Control+a');
  await paste(page, '', 'https://example.com/notice');
  await until(page, 'paragraph(link:the notice)');
  await page.keyboard.press('Control+z');
  await until(page, 'paragraph(the notice)');
  await paste(page, '', 'javascript:alert(1)');
  await until(page, 'paragraph(javascript:alert(1))');
  await close(page);
});

test('statements copied within the editor keep who said it', async () => {
  const page = await open();
  await paste(
    page,
    `<figure data-wt-node="statement" data-wt-attrs='{"speaker":"Kim Jong-un","outlet":"CNN"}' data-pm-slice="0 0 []"><blockquote><p>Not too early.</p></blockquote><figcaption>Kim</figcaption></figure>`,
  );
  await page.getByRole('button', { name: /Kim Jong-un/ }).waitFor();
  const [statement] = await documentOf(page);
  assert.equal(statement?.type, 'statement');
  assert.deepEqual([statement.attrs?.['speaker'], statement.attrs?.['outlet']], ['Kim Jong-un', 'CNN']);
  await close(page);
});
