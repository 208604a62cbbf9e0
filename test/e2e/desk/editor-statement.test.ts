import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, go, until } from './editor-page.ts';
import { editorTests } from './editor-tests.ts';

const { open, close } = editorTests();

test('a quotation that was typed is asked for its speaker, and answered without leaving the keyboard', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('He spoke in Hanoi. “If I was not willing, I would not be here.”');
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Tab');
  const speaker = page.getByRole('combobox', { name: 'Who said it' });
  await speaker.waitFor();
  assert.equal(await speaker.evaluate((field) => field === document.activeElement), true);
  await page.keyboard.type('kim');
  await page.getByRole('option', { name: 'Kim Jong-un' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('CNN');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Then lunch was off.');
  await until(
    page,
    'paragraph(He spoke in Hanoi.) statement(paragraph(If I was not willing, I would not be here.)) paragraph(Then lunch was off.)',
  );
  const [, statement] = await documentOf(page);
  assert.deepEqual(statement?.attrs, {
    speaker: 'Kim Jong-un',
    role: 'leader of North Korea',
    outlet: 'CNN',
    medium: null,
    interpreter: 'an interpreter',
    link: null,
    lang: null,
  });
  const line = page.getByRole('button', { name: /Kim Jong-un, leader of North Korea/ });
  assert.equal(
    await line.textContent(),
    'Kim Jong-un, leader of North Korea · via \u2068CNN\u2069, through \u2068an interpreter\u2069',
  );
  await close(page);
});

test('what the sentence says of its speaker is in the source line already', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('“Sometimes you have to walk,” Donald Trump told reporters.');
  await page.locator('.statement-offer').waitFor();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('read-sources')),
  );
  await page.keyboard.press('Tab');
  await until(page, 'statement(paragraph(Sometimes you have to walk.))');
  const [statement] = await documentOf(page);
  assert.equal(statement?.attrs?.['speaker'], 'Donald Trump');
  await close(page);
});

test('role and outlet are taken with the speaker, no word stays behind, and undo brings back what was typed', async () => {
  const page = await open();
  const typed = '"We have her on radar", said Rosa Tavares, harbour master, told Rádio Costa.';
  await page.getByRole('textbox').click();
  await page.keyboard.type(typed);
  await page.locator('.statement-offer').waitFor();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('read-sources')),
  );
  await page.keyboard.press('Tab');
  await until(page, 'statement(paragraph(We have her on radar))');
  const [statement] = await documentOf(page);
  const { speaker, role, outlet } = statement!.attrs!;
  assert.deepEqual([speaker, role, outlet], ['Rosa Tavares', 'harbour master', 'Rádio Costa']);
  await page.getByRole('textbox', { name: 'Text of the update' }).focus();
  await page.keyboard.press('Control+z');
  await until(page, `paragraph(${typed})`);
  await close(page);
});

test('the comma that led to who spoke becomes a stop, also where the sentence says more than that', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('“We have her on radar,” he said on the quay.');
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Tab');
  await until(page, 'statement(paragraph(We have her on radar.)) paragraph(he said on the quay.)');
  await close(page);
});

test('the offer takes nothing that is typed, can be declined, and undone when it was taken', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('“We had to walk away,” he said, and left.');
  await until(page, 'paragraph(“We had to walk away,” he said, and left.)');
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.statement-offer').waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+q');
  await page.getByRole('combobox', { name: 'Who said it' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await until(page, 'paragraph(“We had to walk away,” he said, and left.)');
  await close(page);
});

test('a quotation set with > becomes a statement too; Enter on an empty line leaves it, Backspace at its start undoes it', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('> They wanted the sanctions lifted');
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Trump');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Next.');
  await until(page, 'statement(paragraph(They wanted the sanctions lifted)) paragraph(Next.)');
  await page.locator('blockquote p').click();
  await go(page, 'End');
  await page.keyboard.type('\nin whole\n\nAfter.');
  await until(
    page,
    'statement(paragraph(They wanted the sanctions lifted)|paragraph(in whole)) paragraph(After.) paragraph(Next.)',
  );
  await page.locator('blockquote p').first().click();
  await go(page, 'Home');
  await page.keyboard.press('Backspace');
  await until(
    page,
    'paragraph(They wanted the sanctions lifted) paragraph(in whole) paragraph(After.) paragraph(Next.)',
  );
  await close(page);
});

test('an address that is none stays in its field with the reason, and goes nowhere', async () => {
  const page = await open();
  await page.getByRole('textbox').click();
  await page.keyboard.type('“This is not the right time,” she said.');
  await page.keyboard.press('Tab');
  await page.getByLabel('Link to the source').fill('javascript:alert(1)');
  await page.getByText('Write an address that begins with https://').waitFor();
  await page.getByLabel('Language of these words').fill('ko');
  const statement = (await documentOf(page)).find(({ type }) => type === 'statement');
  assert.deepEqual([statement?.attrs?.['link'], statement?.attrs?.['lang']], [null, 'ko']);
  await close(page);
});
