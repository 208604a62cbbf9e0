import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openStory } from '../src/commands/open-story.ts';
import { paragraphs } from '../src/domain/document.ts';
import { launchBrowser } from '../test/e2e/browser.ts';
import { deskProcesses } from '../test/support/desk-processes.ts';
import { atMost, nought, percentile, type Figure, type Scale } from './figures.ts';
import { notedIn, notingPage, seenAt, textOf } from './keystroke/screens.ts';
import { held, markOf } from './peers/crowd.ts';
import { someText } from './words.ts';

/** Updates that are published, keys that are pressed in the draft of two, and both beforehand, uncounted. */
const UPDATES = 40;
const KEYS = 60;
const WARM = 6;

const FIRST_MARK = 100_000;

/** Characters of an update besides its mark. */
const LENGTH = 120;

/** Ms from the key that publishes, by leg. */
type Leg = { asked: number; answered: number; shown: number };

/**
 * From a key at the desk to what others see, in real browsers, while readers hold streams: the key that publishes to the
 * text on a reader's page, and a key in a draft of two to the other editor's screen.
 */
export async function benchKeystroke({ readers }: Scale): Promise<Figure[]> {
  await using house = await deskProcesses('sqlite', 1, { workers: 2 });
  const { url, pid } = house.nodes[0]!;
  const lead = paragraphs([someText(400, 0)]);
  const opened = await openStory(house.newsroom, { actor: 'bench', input: { headline: 'Keystroke', lead } });
  if (opened.type !== 'played') throw new Error(`the story was refused: ${opened.type}`);
  const { id, slug } = opened.story;
  const address = `${url}/stories/${slug}`;
  await using atDesk = await launchBrowser();
  await using elsewhere = await launchBrowser();
  const [one, other] = [await house.as('editor'), await house.as('editor')];
  const desk = await notingPage(atDesk, `${url}/desk/stories/${id}`, '.region-write', one.cookie);
  const reader = await notingPage(elsewhere, address, 'main');
  const port = Number(new URL(url).port);
  const target = {
    port,
    pids: [pid()!],
    path: `/stories/${slug}/live`,
    post: { path: '', headers: {}, before: '', after: '' },
    [Symbol.asyncDispose]: async () => undefined,
  };
  for (let warm = 0; warm < WARM; warm += 1) await published(desk, reader, warm);
  const crowd = await held(target, { readers, pinned: false, coding: 'gzip' }, FIRST_MARK);
  const legs: Leg[] = [];
  for (let update = 0; update < UPDATES; update += 1)
    legs.push(await published(desk, reader, FIRST_MARK + update));
  const second = await notingPage(elsewhere, `${url}/desk/stories/${id}`, '.region-write', other.cookie);
  const keys = await keysShared(desk, second);
  const { lost, doubled, broken } = await crowd.letGo(UPDATES);
  const shown = legs.map((leg) => leg.shown);
  return [
    nought('events lost, doubled or not readable', lost + doubled + broken),
    { name: 'the disk’s own sync of 4 KB, median', value: percentile(syncs(), 0.5), unit: 'ms' },
    ...of(
      'the key to the question sent',
      legs.map(({ asked }) => asked),
    ),
    ...of(
      'the key to the answer at the desk',
      legs.map(({ answered }) => answered),
    ),
    { name: 'the key to the text on a reader’s page, median', value: percentile(shown, 0.5), unit: 'ms' },
    atMost(
      `the key to the text on a reader’s page, ${readers} readers, p99`,
      percentile(shown, 0.99),
      300,
      100,
      'ms',
    ),
    ...of('a key in a draft of two to the other’s screen', keys),
  ];
}

const of = (name: string, samples: number[]): Figure[] => [
  { name: `${name}, median`, value: percentile(samples, 0.5), unit: 'ms' },
  { name: `${name}, p99`, value: percentile(samples, 0.99), unit: 'ms' },
];

/** Types an update and publishes it by its key. */
async function published(desk: Page, reader: Page, number: number): Promise<Leg> {
  const mark = markOf(number);
  await desk.locator('.region-write .body-editor').getByText('0 words').waitFor();
  await textOf(desk).focus();
  await desk.keyboard.insertText(`${someText(LENGTH, number)} ${mark}`);
  await desk.locator('.region-write .saved-saved').first().waitFor();
  await desk.keyboard.press('Control+Enter');
  const shown = await seenAt(reader, mark);
  await desk.waitForFunction(() => noted.answered > noted.pressed);
  const { pressed, asked, answered } = await notedIn(desk);
  return { asked: asked - pressed, answered: answered - pressed, shown: shown - pressed };
}

/** Two have a draft open; one types, key by key: ms until each is on the other's screen. */
async function keysShared(one: Page, other: Page): Promise<number[]> {
  await textOf(one).focus();
  await one.keyboard.type('Both of us write this. ');
  await one.locator('.region-write .saved-saved').first().waitFor();
  const entry = other.locator('.region-stream .entry').filter({ hasText: 'Both of us write this' });
  await entry.getByRole('button', { name: 'Open' }).click();
  await textOf(other).filter({ hasText: 'Both of us write this' }).waitFor();
  const samples: number[] = [];
  for (let key = -WARM; key < KEYS; key += 1) {
    await one.keyboard.type(` ~${key + 100}`);
    // The last of it is the key that counts.
    await one.keyboard.press('~');
    const shown = await seenAt(other, `~${key + 100}~`);
    const { typed } = await notedIn(one);
    if (key >= 0) samples.push(shown - typed);
  }
  return samples;
}

/** What the disk itself takes to make 4 KB safe, ms. */
function syncs(): number[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-sync-'));
  const file = fs.openSync(path.join(folder, 'sync'), 'w');
  const times = Array.from({ length: 30 }, () => {
    const begun = performance.now();
    fs.writeSync(file, Buffer.alloc(4096));
    fs.fsyncSync(file);
    return performance.now() - begun;
  });
  fs.closeSync(file);
  fs.rmSync(folder, { recursive: true, force: true });
  return times;
}
