import type { Locator, Page } from 'playwright-core';

/** A screen of the desk as somebody comes to see it. */
export type Shown = {
  name: string;
  /** Below `/desk`. */
  at: string;
  /** There when the screen is. */
  there: (page: Page) => Locator;
  /** What they do there before it is looked at. */
  doing?: (page: Page) => Promise<unknown>;
};

export type Places = { live: string; ended: string; unopened: string };

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name });
const opens =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await button(name)(page).first().click();
    await page.locator('dialog[open]').waitFor();
  };
const picks =
  (menu: string | RegExp, item: string) =>
  async (page: Page): Promise<void> => {
    await button(menu)(page).first().click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await page.locator('dialog[open]').waitFor();
  };
const region =
  (name: string) =>
  async (page: Page): Promise<void> => {
    const tabs = page.getByRole('navigation', { name: /Parts of the story|Beside the stream/ });
    await tabs.getByRole('button', { name, exact: true }).locator('visible=true').click();
  };

/** Of the house: what stands round the stories. */
export const houseScreens: Shown[] = [
  { name: 'the stories', at: '/', there: (page) => page.locator('.story-headline').first() },
  {
    name: 'the keys',
    at: '/',
    there: (page) => page.locator('.story-headline').first(),
    doing: async (page) => {
      await page.locator('body').press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'people', at: '/people', there: button(/^More for/) },
  { name: 'an invitation', at: '/people', there: button(/^More for/), doing: opens('Invite somebody') },
  {
    name: 'what can be done with somebody',
    at: '/people',
    there: button(/^More for/),
    doing: (page) =>
      button(/^More for/)(page)
        .first()
        .click(),
  },
  { name: 'the account', at: '/account', there: heading('Where you are signed in') },
  {
    name: 'a new password',
    at: '/account',
    there: heading('Where you are signed in'),
    doing: (page) => button(/^(Set a|Change) password$/)(page).click(),
  },
  {
    name: 'the first step to a second factor',
    at: '/account',
    there: heading('Where you are signed in'),
    doing: opens('Turn on'),
  },
  { name: 'the settings', at: '/settings', there: heading('Publishing') },
  {
    name: 'the look',
    at: '/settings/look',
    there: heading('Colours'),
    doing: async (page) => {
      const own = page.getByRole('switch', { name: 'Colours of our own' });
      if (!(await own.isChecked())) await own.click();
      await page
        .getByRole('region', { name: 'Light' })
        .getByLabel(/^Links/)
        .fill('#9acdee');
    },
  },
  { name: 'pages', at: '/settings/pages', there: button('Change') },
  {
    name: 'a page',
    at: '/settings/pages',
    there: button('Change'),
    doing: (page) => button('Change')(page).click(),
  },
  { name: 'authors', at: '/settings/authors', there: button('Change') },
  { name: 'an author', at: '/settings/authors', there: button('Change'), doing: opens('Change') },
  { name: 'tokens', at: '/settings/tokens', there: button('Revoke') },
  { name: 'a new token', at: '/settings/tokens', there: button('Revoke'), doing: opens('New token') },
  { name: 'a token to be revoked', at: '/settings/tokens', there: button('Revoke'), doing: opens('Revoke') },
  { name: 'the activity', at: '/activity', there: (page) => page.locator('.activity-day').first() },
  { name: 'the trash', at: '/trash', there: button('Bring back') },
  { name: 'nothing looked for', at: '/search', there: heading(/^Look for anything/) },
  { name: 'what was found', at: '/search?q=lunch', there: (page) => page.locator('.lines .line').first() },
  { name: 'a place that is none', at: '/nowhere', there: (page) => page.locator('.empty') },
];

const STORY_MENU = 'More for this story';

const there = (page: Page): Locator => page.locator('.ProseMirror').first();

/** Of the story screen, with everything that opens over it. */
export function storyScreens({ live, ended, unopened }: Places): Shown[] {
  const at = `/stories/${live}`;
  const dialogs = [
    'Who may write here',
    'Paste a wire flash or a post…',
    'Every headline so far',
    'Trash of this story',
    'Section, zones, language…',
    'Address…',
    'Continue as day 2…',
  ];
  return [
    { name: 'a live story', at, there },
    { name: 'its stream', at, there, doing: streamOf },
    { name: 'its top', at, there, doing: region('Top') },
    { name: 'its talk', at, there, doing: region('Talk') },
    { name: 'what readers will see', at, there, doing: (page) => button('Preview')(page).first().click() },
    {
      name: 'its menu',
      at,
      there,
      doing: (page) => button(STORY_MENU)(page).click(),
    },
    ...['Schedule…', 'Embargo…', 'Versions'].map((item) => ({
      name: item,
      at,
      there,
      doing: inStream(/^More for No agreement/, item),
    })),
    ...['History', 'Retract…'].map((item) => ({
      name: item,
      at,
      there,
      doing: inStream(/^More for Lunch is off/, item),
    })),
    ...['Paused…', 'Ended…'].map((item) => ({
      name: item,
      at,
      there,
      doing: async (page: Page) => {
        await button('Live, paused or ended')(page).click();
        await page.getByRole('menuitemradio', { name: item }).click();
        await page.locator('dialog[open]').waitFor();
      },
    })),
    ...dialogs.map((item) => ({ name: item, at, there, doing: picks(STORY_MENU, item) })),
    {
      name: 'an ended story',
      at: `/stories/${ended}`,
      there: (page: Page) => page.locator('.story-header h1'),
    },
    {
      name: 'a story to be opened',
      at: `/stories/${unopened}`,
      there: (page: Page) => page.locator('.story-header h1'),
    },
  ];
}

const inStream =
  (menu: RegExp, item: string) =>
  async (page: Page): Promise<void> => {
    await streamOf(page);
    await picks(menu, item)(page);
  };

/** On a phone it is a tab; elsewhere it stands there. */
async function streamOf(page: Page): Promise<void> {
  const tab = page
    .getByRole('navigation', { name: 'Parts of the story' })
    .getByRole('button', { name: 'Stream' });
  if (await tab.isVisible()) await tab.click();
  await page.locator('.entry').first().waitFor();
}
