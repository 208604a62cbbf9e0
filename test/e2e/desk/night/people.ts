import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { eventually } from '../../../support/eventually.ts';
import { watch } from '../desk.ts';

/** Somebody at the desk, with a browser of their own. */
export type Desk = { name: string; email: string; context: BrowserContext; page: Page; wrongs: string[] };

export const PASSWORD = 'a lamp in every window';

export const LAPTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  timezoneId: 'America/New_York',
  locale: 'en-US',
};
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  isMobile: true,
  timezoneId: 'Asia/Ho_Chi_Minh',
  locale: 'en-US',
};

/** Opens a browser at an address. What goes wrong in it is noted from the start. */
export async function openAt(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  name: string,
  email: string,
): Promise<Desk> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrongs = watch(page, new URL(address).origin);
  await page.goto(address);
  return { name, email, context, page, wrongs };
}

/** Takes a link up: who one is, and a password. */
export async function accept({ page, name, email }: Desk): Promise<void> {
  const address = page.getByLabel('Your mail address');
  await page.getByLabel('Choose a password').waitFor();
  if (await address.isVisible()) await address.fill(email);
  const own = page.getByLabel('Your name');
  if ((await own.inputValue()) === '') await own.fill(name);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Enter the desk' }).click();
  await page.getByRole('link', { name: 'Stories' }).first().waitFor();
}

/** An admin asks somebody in; the link that is to be passed on. */
export async function invite(admin: Desk, name: string, email: string, role: string): Promise<string> {
  const { page } = admin;
  await page.goto(`${new URL(page.url()).origin}/desk/people`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Mail address').fill(email);
  await dialog.getByLabel('Role').selectOption(role);
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = (await page.getByLabel('Link', { exact: true }).textContent()) ?? '';
  assert.match(link, /\/desk\/welcome\//);
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Goes to a story's screen. */
export async function goToStory({ page }: Desk, storyId: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/desk/stories/${storyId}`);
  await page.getByRole('textbox', { name: 'Text of the update' }).waitFor();
}

/** Where an update is written. */
export const bodyOf = ({ page }: Desk) => page.getByRole('textbox', { name: 'Text of the update' });

/** Writes in the composer, by the keyboard, from wherever the focus is. */
export async function write(desk: Desk, words: string, title = ''): Promise<void> {
  if (title !== '') await desk.page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await bodyOf(desk).focus();
  await desk.page.keyboard.type(words);
}

/** An entry of the stream that has these words. */
export const entry = ({ page }: Desk, words: string) =>
  page.locator('.region-stream .entry').filter({ hasText: words }).first();

/** Types a quotation where the caret is, and says whose words they are, by the keyboard alone. */
export async function say(
  { page }: Desk,
  words: string,
  speaker: string,
  { interpreted = false } = {},
): Promise<void> {
  await page.keyboard.type(words);
  await page.locator('.statement-offer').waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Who said it' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(speaker);
  await page.keyboard.press('Escape');
  if (interpreted) await page.getByLabel('Through an interpreter').check();
  await page.keyboard.press('Enter');
}

/** Says what was looked for, and not the whole page it was looked for in. */
export const shows = (text: string, words: RegExp): void => assert.ok(words.test(text), `it shows ${words}`);
export const hides = (text: string, words: RegExp): void =>
  assert.ok(!words.test(text), `it does not show ${words}`);

/** Chooses a zone in one of the top's fields, by its name. */
export async function pickZone(page: Page, label: string, zone: string): Promise<void> {
  const field = page.getByLabel(label);
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(zone);
  else await field.fill(zone);
  await field.blur();
}

/** On a phone: to one of the screen's parts. */
export const go = ({ page }: Desk, part: string): Promise<void> =>
  page.getByRole('navigation').getByText(part, { exact: true }).click();

/** What says that something waits on the device. */
export const kept = ({ page }: Desk) => page.locator('.queue-words');

/** A field of the top that is being written through. */
export const topField = ({ page }: Desk, name: string) =>
  page.locator('.top-sheet').getByRole('textbox', { name, exact: true });

/** Takes somebody's network away, and waits until the top they write knows: what is typed from then on is on their device alone. */
export async function cutOff({ context, page }: Desk): Promise<void> {
  await context.setOffline(true);
  await page.locator('.top-sheet .saved-offline').waitFor();
}

/** Presses a key on the screen, outside of what is written in. */
export async function pressIn({ page }: Desk, key: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press(key);
}

/** Changes who said a quotation, in its source line. */
export async function fillSpeaker({ page }: Desk, from: string, to: string): Promise<void> {
  await page
    .locator('.region-write')
    .getByRole('button', { name: new RegExp(from) })
    .first()
    .click();
  const speaker = page.getByRole('combobox', { name: 'Who said it' });
  await speaker.waitFor();
  await speaker.fill(to);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

/** The words of the composer's text, without the names at carets. */
export const wordsOf = (desk: Desk): Promise<string> =>
  bodyOf(desk).evaluate((text) => {
    const words = text.cloneNode(true) as HTMLElement;
    for (const caret of words.querySelectorAll('.caret')) caret.remove();
    return words.innerText.replaceAll('\u2060', '').trim();
  });

/** Opens the draft of the top that all share; it stands open already where somebody has begun it. */
export async function writeThrough(desk: Desk): Promise<void> {
  const button = desk.page.getByRole('button', { name: 'Write through' }).first();
  const field = topField(desk, 'Headline');
  // Where somebody else begins it at the same moment the button goes before it can be pressed.
  await eventually(async () => {
    if (!(await field.isVisible())) await button.click({ timeout: 1000 }).catch(() => undefined);
    return field.isVisible();
  });
}

/** An empty sheet, whatever lay open before. */
export async function newUpdate(desk: Desk): Promise<void> {
  const button = desk.page.locator('.region-write').getByRole('button', { name: 'New update' });
  if (await button.isVisible()) await button.click();
  await desk.page.locator('.region-write .body-editor').getByText('0 words').waitFor();
}

/** Publishes the top that is being written through: its sheet goes, and the way to the next one has the focus. */
export async function publishTop({ page }: Desk): Promise<void> {
  await page.locator('.top-sheet .saved-saved').waitFor();
  await page.getByRole('button', { name: 'Publish top' }).click();
  await page.locator('.top-sheet').waitFor({ state: 'detached' });
}
