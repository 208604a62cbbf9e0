import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { paragraphs } from '../../../src/domain/document.ts';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { photo } from '../../support/pictures.ts';
import { bringAxe } from '../axe.ts';
import { LAPTOP, openDesk, PHONE } from './desk.ts';

let site: DeskSite;
before(async () => {
  site = await deskSite();
});
after(() => site[Symbol.asyncDispose]());

const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor();
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save for every page' }).click();
const line = (page: Page): Locator => page.getByLabel('Line below the name');
const readersPage = async (path = '/'): Promise<string> => (await fetch(`${site.url}${path}`)).text();
const fillColour = (page: Page, scheme: 'Light' | 'Dark', label: RegExp, value: string): Promise<void> =>
  page.getByRole('region', { name: scheme }).getByLabel(label).fill(value);

test('the name, the line below it and the links are on the reader’s page as soon as they are saved', async () => {
  await using desk = await openDesk(site, 'admin', { at: '/settings', width: PHONE.width });
  const { page } = desk;
  await page.getByLabel('Name of the site').fill('The Estuary');
  await page.getByLabel('Line below the name').fill('From the river mouth');
  for (const [at, [words, leads]] of (
    [
      ['City', '/sections/city'],
      ['World', '/sections/world'],
      ['Wrong', 'ftp://estuary.test/a'],
    ] as const
  ).entries()) {
    await page.getByRole('button', { name: 'Add a link' }).click();
    await page.locator('.navigation li').nth(at).locator('input:focus').fill(words);
    await page.getByLabel('Leads to').nth(at).fill(leads);
  }
  await save(page);
  const wrong = page.getByLabel('Leads to').nth(2);
  await page.locator('.navigation li').nth(2).locator('.field-error').waitFor();
  await page.locator('.navigation li').nth(2).locator('[aria-invalid=true]:focus').waitFor();
  assert.equal(await wrong.inputValue(), 'ftp://estuary.test/a', 'what was typed stays');
  assert.equal(await page.getByLabel('Name of the site').inputValue(), 'The Estuary');
  await page.getByRole('button', { name: 'Remove Wrong' }).click();
  await page.getByRole('button', { name: 'Move World up' }).click();
  await page.locator('.navigation-down:focus, .navigation-up:focus').waitFor();
  await save(page);
  await told(page, 'Every page has it now');
  const shown = await readersPage();
  assert.match(shown, /The Estuary/);
  assert.match(shown, /From the river mouth/);
  assert.ok(
    shown.indexOf('/sections/world') < shown.indexOf('/sections/city'),
    'in the order they were moved to',
  );
});

test('four eyes are switched on in place, and the desk knows at once', async () => {
  const ada = await site.as('admin');
  await using desk = await openDesk(site, ada, { at: '/settings' });
  const eyes = desk.page.getByRole('switch', { name: 'Four eyes' });
  await eyes.click();
  await told(desk.page, 'From now on it takes two to publish');
  assert.equal((await ada.ask('GET /session')).body.fourEyes, true);
  await eyes.click();
  await told(desk.page, 'Whoever filed may publish again');
});

test('of two who change settings at once the second is told, keeps what they typed, and sees what the other chose', async () => {
  await using one = await openDesk(site, 'admin', { at: '/settings' });
  await using two = await openDesk(site, 'admin', { at: '/settings' });
  await line(two.page).fill('Where the river ends');
  await two.page.getByLabel('Where readers write to').fill('mailto:desk@estuary.test');
  await line(one.page).fill('All the river’s news');
  await one.page.getByLabel('Name of the site').fill('Estuary News');
  await save(one.page);
  await told(one.page, 'Every page has it now');

  await two.page.getByText('Somebody else saved this meanwhile').waitFor();
  await two.page.locator('.clashes').getByText('All the river’s news').waitFor();
  assert.equal(await line(two.page).inputValue(), 'Where the river ends');
  assert.equal(
    await two.page.getByLabel('Name of the site').inputValue(),
    'Estuary News',
    'what they left alone is new',
  );
  await two.page.getByRole('button', { name: 'Keep mine' }).click();
  await save(two.page);
  await told(two.page, 'Every page has it now');
  const shown = await readersPage();
  assert.match(shown, /Where the river ends/);
  assert.match(shown, /Estuary News/);

  await line(one.page).fill('The river, again');
  await line(two.page).fill('No, the sea');
  await save(two.page);
  await one.page.locator('.clashes').getByText('No, the sea').waitFor();
  await one.page.getByRole('button', { name: 'Take theirs' }).click();
  assert.equal(await line(one.page).inputValue(), 'No, the sea');
});

test('colours that could not be read are shown with their contrast, and held back; those that can are on every page', async () => {
  await using desk = await openDesk(site, 'admin', {
    at: '/settings/look',
    width: PHONE.width,
    scheme: 'dark',
  });
  const { page } = desk;
  await page.getByRole('switch', { name: 'Colours of our own' }).click();
  assert.ok(await page.getByRole('button', { name: 'Save for every page' }).isEnabled(), 'ours can be read');
  await fillColour(page, 'Light', /^Links/, '#9acdee');
  await page.getByText(/1\.\d : 1, needs 4\.5 : 1/).waitFor();
  await page.getByText('Some colours could not be read').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Save for every page' }).isDisabled());
  await fillColour(page, 'Light', /^Links/, '#0b5a4a');
  await page.getByRole('radio', { name: 'Sans', exact: true }).check({ force: true });
  await save(page);
  await told(page, 'Every page has it now');
  assert.match(await readersPage(), /#0b5a4a/i);
});

test('a logo is taken in, looked at on light and dark, described, put on every page, and taken off', async () => {
  await using desk = await openDesk(site, 'admin', { at: '/settings/look' });
  const { page } = desk;
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByRole('alert').first().waitFor();
  await file.setInputFiles({ name: 'mark.jpg', mimeType: 'image/jpeg', buffer: await photo(320, 320) });
  await page.getByRole('img', { name: 'The logo beside the name, on light and on dark' }).waitFor();
  const alt = page.getByLabel('What the picture shows');
  assert.match(await alt.inputValue(), /^Logo of /);
  await alt.fill('A heron over water');
  await alt.blur();
  assert.doesNotMatch(await readersPage(), /class="logo"/, 'nobody outside sees it yet');
  await save(page);
  await told(page, 'Every page has it now');
  const src = /<img class="logo" src="([^"]+)"/.exec(await readersPage())?.[1] ?? '';
  assert.equal((await fetch(`${site.url}${src}`)).status, 200);
  await page.reload();
  assert.equal(await page.getByLabel('What the picture shows').inputValue(), 'A heron over water');
  await page.getByRole('button', { name: 'No logo' }).click();
  await save(page);
  await told(page, 'Every page has it now');
  assert.doesNotMatch(await readersPage(), /class="logo"/);
});

test('a page of the newsroom’s own is written, kept while it is not published, changed and taken down', async () => {
  await using desk = await openDesk(site, 'editor', { at: '/settings/pages', width: PHONE.width });
  const { page } = desk;
  await page.getByRole('button', { name: 'New page' }).click();
  await page.getByLabel('Title').fill('How we correct');
  await page.getByRole('textbox', { name: 'Text of the page' }).click();
  await page.keyboard.type('We say what was wrong.');
  await page.getByRole('button', { name: 'All pages' }).click();
  await page.getByRole('button', { name: 'New page' }).click();
  await page.getByText('This is how you left it').waitFor();
  assert.equal(await page.getByLabel('Title').inputValue(), 'How we correct');
  await page.getByText('We say what was wrong.').waitFor();
  await page.getByRole('button', { name: 'Publish the page' }).click();
  await told(page, 'The page is published');
  assert.match(await readersPage('/pages/how-we-correct'), /We say what was wrong\./);
  const entry = page.getByRole('listitem').filter({ hasText: 'How we correct' });
  await entry.getByRole('button', { name: 'Change' }).click();
  assert.equal(await page.getByText('This is how you left it').count(), 0);
  await page.getByRole('button', { name: 'Take it down' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it down' }).click();
  await page.getByRole('heading', { name: 'No pages of your own yet' }).waitFor();
  assert.notEqual((await fetch(`${site.url}/pages/how-we-correct`)).status, 200);
});

test('on a phone nothing moves under the finger that leaves the text for a button', async () => {
  await using desk = await openDesk(site, 'editor', { at: '/settings/pages', width: PHONE.width });
  const { page } = desk;
  await page.getByRole('button', { name: 'New page' }).click();
  await page.getByLabel('Title').fill('Who we are');
  const text = page.getByRole('textbox', { name: 'Text of the page' });
  const publish = page.getByRole('button', { name: 'Publish the page' });
  const places = async () => [(await text.boundingBox())?.y, (await publish.boundingBox())?.y];
  const stood = await places();
  await text.tap();
  assert.equal(
    await page.locator('.editor-toolbar').evaluate((bar) => getComputedStyle(bar).position),
    'fixed',
  );
  assert.deepEqual(await places(), stood);
  await page.keyboard.type('A newsroom.');
  await publish.click();
  await told(page, 'The page is published');
});

test('of two who publish a page at once the second sees the other’s beside their own, and puts both into one', async () => {
  const [edda, ada] = [await site.as('editor'), await site.as('admin')];
  const at = 'PUT /pages/privacy';
  const first = { title: 'Privacy', document: paragraphs(['We keep nothing.']) };
  assert.equal((await ada.ask(`${at}?seen=0`, { body: first })).status, 200);
  await using desk = await openDesk(site, edda, { at: '/settings/pages' });
  const { page } = desk;
  const open = async (): Promise<void> => {
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Privacy' })
      .getByRole('button', { name: 'Change' })
      .click();
    await page.getByRole('textbox', { name: 'Text of the page' }).click();
  };
  await open();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Nobody asks.');
  const { version } = (await ada.ask('GET /pages/privacy')).body as { version: number };
  const others = { title: 'Your privacy', document: paragraphs(['We keep nothing at all.']) };
  assert.equal((await ada.ask(`${at}?seen=${version}`, { body: others })).status, 200);
  await page.getByRole('button', { name: 'Publish the page' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two versions' });
  await dialog.waitFor();
  assert.doesNotMatch(await readersPage('/pages/privacy'), /Nobody asks/);
  await dialog.getByRole('region', { name: 'Title' }).getByRole('button', { name: 'Take theirs' }).click();
  const text = dialog.getByRole('region', { name: 'Text of the page' });
  await text.locator('.word-diff ins').first().waitFor();
  await text.getByRole('button', { name: 'Take theirs' }).click();
  await text.getByRole('textbox').getByText('We keep nothing at all.').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Nobody asks.');
  // A third was quicker still: that is shown as well.
  const { version: second } = (await ada.ask('GET /pages/privacy')).body as { version: number };
  const third = { ...others, title: 'Privacy here' };
  assert.equal((await ada.ask(`${at}?seen=${second}`, { body: third })).status, 200);
  await dialog.getByRole('button', { name: 'Publish the page' }).click();
  await dialog.getByRole('region', { name: 'Title' }).locator('ins').getByText('here').waitFor();
  assert.deepEqual(await (await bringAxe(page))(), []);
  await dialog.getByRole('button', { name: 'Publish the page' }).click();
  await dialog.waitFor({ state: 'detached' });
  const shown = await readersPage('/pages/privacy');
  assert.match(shown, /Your privacy/);
  assert.match(shown, /We keep nothing at all\. Nobody asks\./);

  // Taken down meanwhile, what was written is still there.
  await open();
  await page.keyboard.type('Again. ');
  assert.equal((await ada.ask('DELETE /pages/privacy')).status, 200);
  await page.getByRole('button', { name: 'Publish the page' }).click();
  await dialog.getByText('Somebody took this page down meanwhile').waitFor();
  await dialog.getByRole('button', { name: 'Publish the page' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.match(await readersPage('/pages/privacy'), /Again\./);
  await ada.ask('DELETE /pages/privacy');
  desk.wrongs.length = 0;
});

test('an author is recorded, and readers see who they are', async () => {
  await using desk = await openDesk(site, 'editor', { at: '/settings/authors' });
  const { page } = desk;
  await page.getByRole('button', { name: 'Record an author' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record an author' });
  await dialog.getByLabel('Name').fill('Ines Duarte');
  await dialog.getByLabel('What they are').fill('Night editor');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'Ines Duarte' }).getByText('Night editor').waitFor();
  assert.match(await readersPage('/authors/ines-duarte'), /Night editor/);
});

test('a token’s secret is shown once and opens the API; revoked it opens nothing', async () => {
  await using desk = await openDesk(site, 'admin', { at: '/settings/tokens', width: LAPTOP.width });
  const { page } = desk;
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('dialog').getByLabel('What it is for').fill('Wire importer');
  await page.keyboard.press('Enter');
  const made = page.getByRole('dialog', { name: 'The token Wire importer' });
  const secret = (await made.locator('code').textContent()) ?? '';
  const status = async (): Promise<number> =>
    (await fetch(`${site.url}/api/v1/stories`, { headers: { authorization: `Bearer ${secret}` } })).status;
  assert.equal(await status(), 200);
  await page.keyboard.press('Escape');
  await made.getByRole('button', { name: 'I have kept them' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'Wire importer' });
  await entry.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('heading', { name: 'No program is let in' }).waitFor();
  assert.equal(await status(), 401);
});
