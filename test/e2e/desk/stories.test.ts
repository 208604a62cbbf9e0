import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { storyPath } from '../../../src/domain/addresses.ts';
import { openSampleWhereEmpty } from '../../../src/sample/open-sample.ts';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { editorAt } from '../../support/desk.ts';
import { axeInBothSchemes } from '../axe.ts';
import { LAPTOP, openDesk, PHONE } from './desk.ts';
import { someStories } from './some-stories.ts';

const row = (page: Page, headline: RegExp) => page.getByRole('listitem').filter({ hasText: headline });

const headlines = (page: Page): Promise<string[]> => page.locator('.story-headline').allTextContents();

/** Until the list shows these, the first first. */
async function shows(page: Page, expected: RegExp[]): Promise<void> {
  await page.waitForFunction(
    ([n]) => document.querySelectorAll('.story-headline').length === n,
    [expected.length],
  );
  const found = await headlines(page);
  assert.ok(
    expected.every((headline, at) => headline.test(found[at] ?? '')),
    found.join(' | '),
  );
}

const stateOf = async (site: DeskSite, id: string): Promise<string | undefined> =>
  (await site.newsroom.storage.findStory({ id }))?.story.state;

test('a newsroom without a story is shown how to begin, and one key begins', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await page.locator('.top-headline:focus').waitFor();
  await page.getByRole('link', { name: 'Stories', exact: true }).click();
  await row(page, /No headline yet/)
    .getByText('Not published')
    .waitFor();
});

test('the list tells of each story how it stands and what waits in it, the last changed first', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  await someStories(site, rosa.person);
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await shows(page, [/bridge at Lorne/, /No deal/, /old mill/, /budget/]);
  const summit = row(page, /No deal/);
  for (const words of ['Live', 'World · Updated 4 min. ago · 2 updates', '1 filed', '1 draft'])
    await summit.getByText(words, { exact: true }).waitFor();
  await row(page, /budget/)
    .getByText('Paused')
    .waitFor();
  await row(page, /old mill/)
    .getByText('Ended')
    .waitFor();
  await row(page, /bridge at Lorne/)
    .getByText('Not published')
    .waitFor();
});

test('the list is narrowed by state and by words while they are typed, and its address says how', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  await someStories(site, rosa.person);
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await page.getByRole('radio', { name: 'Paused' }).check({ force: true });
  await shows(page, [/budget/]);
  await page.getByRole('radio', { name: 'All' }).check({ force: true });
  await page.keyboard.press('f');
  await page.keyboard.type('mill');
  await shows(page, [/old mill/]);
  assert.equal(new URL(page.url()).search, '?q=mill');
  await page.reload();
  await shows(page, [/old mill/]);
  await page.getByRole('searchbox', { name: 'Find a story' }).fill('nothing like it');
  await page.getByRole('heading', { name: 'No story fits' }).waitFor();
  await page.getByRole('button', { name: 'Show all stories' }).click();
  await shows(page, [/bridge/, /No deal/, /old mill/, /budget/]);
});

test('by keyboard alone stories are gone through, picked, ended after a question, and set back', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const { summit, budget } = await someStories(site, rosa.person);
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await shows(page, [/bridge/, /No deal/, /old mill/, /budget/]);
  for (const key of ['j', 'j', 'x', 'j', 'j', 'x', 'k', 'j']) await page.keyboard.press(key);
  await page.getByText('2 stories picked').waitFor();
  await page.getByRole('button', { name: 'End', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'End 2 stories?' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Messages' }).getByText('2 stories ended').waitFor();
  assert.deepEqual([await stateOf(site, summit!), await stateOf(site, budget!)], ['ended', 'ended']);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await row(page, /No deal/)
    .getByText('Live')
    .waitFor();
  await row(page, /budget/)
    .getByText('Paused')
    .waitFor();
  assert.deepEqual([await stateOf(site, summit!), await stateOf(site, budget!)], ['live', 'paused']);
});

test('a story nobody outside ever saw is discarded, and comes back', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  await someStories(site, rosa.person);
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await page.getByRole('checkbox', { name: /bridge at Lorne/ }).check();
  await page.getByRole('button', { name: 'Discard' }).click();
  await shows(page, [/No deal/, /old mill/, /budget/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page, /bridge at Lorne/).waitFor();
});

test('an admin throws the sample away after a question and takes it back; a reader’s open page is told', async () => {
  await using site = await deskSite();
  await openSampleWhereEmpty(site.newsroom);
  const ada = await site.as('admin');
  await using desk = await openDesk(site, ada);
  const { page } = desk;
  const sample = await site.newsroom.storage.desk.sample();
  const address = `${site.url}${storyPath(sample?.story.slug ?? '')}`;
  const reader = await desk.context.newPage();
  const front = await desk.context.newPage();
  await reader.goto(address);
  await front.goto(site.url);
  await front.locator('.card').waitFor();

  const messages = page.getByRole('region', { name: 'Messages' });
  await row(page, /Alder Grace/)
    .getByRole('button', { name: 'Discard the sample' })
    .click();
  await page.getByRole('dialog', { name: 'Discard the sample story?' }).waitFor();
  await page.keyboard.press('Enter');
  await messages.getByText('The sample story is in the trash').waitFor();
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  await reader.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  await front.locator('.card').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page, /Alder Grace/).waitFor();
  await front.locator('.card').waitFor();
  assert.equal((await reader.goto(address))?.status(), 200);

  // From its own screen, and back from the trash.
  await page.locator('.story-headline').click();
  await page.getByRole('button', { name: 'More for this story' }).click();
  await page.getByRole('menuitem', { name: 'Discard the sample' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard the sample' }).click();
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  await page.goto(`${site.url}/desk/trash`);
  await page.getByText(`discarded by ${ada.person.name}`).waitFor();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await messages.getByText('The sample story is back on the site').waitFor();
  await page.getByText('Nothing is in the trash').waitFor();
  assert.equal((await reader.reload())?.status(), 200);
  desk.wrongs.length = 0;
});

test('what others do stands in the list at once: an update, a new story, who is where, how many read', async () => {
  await using site = await deskSite();
  const rosa = await site.as('reporter');
  const { summit } = await someStories(site, rosa.person);
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await row(page, /No deal/)
    .getByText('2 updates')
    .waitFor();
  const editor = editorAt(site.newsroom);
  await editor.posts('no-deal-talks-in-hanoi-end-early', 'The motorcades are on their way to the airport.');
  await row(page, /No deal/)
    .getByText('3 updates')
    .waitFor();
  await editor.opens({ headline: 'A tram is off its rails' });
  await row(page, /tram is off its rails/).waitFor();
  await rosa.ask('POST /presence', { body: { storyId: summit, draftId: null, tab: 'a' } });
  await row(page, /No deal/)
    .getByRole('img', { name: rosa.person.name })
    .waitFor();
  const reader = await desk.context.newPage();
  await reader.goto(site.url + storyPath('no-deal-talks-in-hanoi-end-early'));
  await row(page, /No deal/)
    .getByText('1 reader now')
    .waitFor({ state: 'attached' });
});

test('a new house is led through its first three steps, until they are put away; only who may is asked', async () => {
  await using site = await deskSite();
  const ada = await site.as('admin');
  await using desk = await openDesk(site, ada);
  const steps = desk.page.getByRole('region', { name: 'Set up your newsroom' });
  await steps.waitFor();
  assert.equal(await steps.getByRole('listitem').count(), 3);
  assert.equal(await openSampleWhereEmpty(site.newsroom), true);
  await desk.page.reload();
  await desk.page.locator('.story-headline').waitFor();
  await steps.getByRole('button', { name: 'Start a story' }).waitFor();
  await steps.getByRole('button', { name: 'Put this away' }).click();
  await steps.waitFor({ state: 'detached' });
  await desk.page.reload();
  await desk.page.locator('.story-headline').waitFor();
  assert.equal(await steps.count(), 0);
  await using other = await openDesk(site, 'reporter');
  await other.page.locator('.story-headline').waitFor();
  assert.equal(await other.page.getByRole('region', { name: 'Set up your newsroom' }).count(), 0);
});

test('the list can be used by everyone at any width, in light and dark', async () => {
  await using site = await deskSite();
  const ada = await site.as('admin');
  await someStories(site, ada.person);
  for (const { width } of [LAPTOP, PHONE, { width: 240 }, { width: 1920 }]) {
    await using desk = await openDesk(site, ada, { width });
    const { page } = desk;
    await shows(page, [/bridge/, /No deal/, /old mill/, /budget/]);
    await page.getByRole('checkbox').first().check();
    assert.deepEqual(await axeInBothSchemes(page), [], `at ${width}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `it scrolls sideways at ${width}`);
  }
});
