import assert from 'node:assert/strict';
import { openStory } from '../../../../src/commands/open-story.ts';
import { draftAtHead } from '../../../../src/desk/draft-at-head.ts';
import { paragraphs } from '../../../../src/domain/document.ts';
import { deskProcesses } from '../../../support/desk-processes.ts';
import { putDraft, updateContent } from '../../../support/desk-drafts.ts';
import { pause } from '../../../support/server-process.ts';
import { launchBrowser } from '../../browser.ts';
import { latencies, quantile, type Window } from './latency.ts';
import { openScreen, type Screen } from './screen.ts';
import { counted, foundIn, LETTERS, PARAGRAPHS, sum, type Count, type Name } from './streams.ts';
import { typeOn, type Typing } from './typing.ts';

export type Asked = {
  engine: 'sqlite' | 'postgres';
  /** How long both type, ms. */
  length: number;
  /** How long Rosa's network is gone, ms, each time; the cuts lie evenly in the run, the kill in the middle of it. */
  cuts: number[];
};

export type Outcome = Count & {
  /** Whether both browsers, the server's log and a browser opened afterwards have the same document. */
  equal: boolean;
  reconnects: number;
  kills: number;
  /** From a key to the other's screen, ms; sorted. */
  latency: number[];
  faults: string[];
};

/** Two people in two browsers type in one draft; the network of one goes, the server is killed; then it is counted. */
export async function typeInTwoBrowsers({ engine, length, cuts }: Asked): Promise<Outcome> {
  await using desk = await deskProcesses(engine, 1, { workers: 2 });
  await using browser = await launchBrowser();
  const [server] = desk.nodes;
  const people = {
    edda: await desk.as('editor'),
    rosa: await desk.as('editor'),
    late: await desk.as('editor'),
  };
  const opened = await openStory(desk.newsroom, { actor: 'test', input: { headline: 'Two at one draft' } });
  assert.ok(opened.type === 'played', JSON.stringify(opened));
  const storyId = opened.story.id;
  const content = updateContent('', { body: paragraphs([...PARAGRAPHS]) });
  const draft = await putDraft(desk.newsroom, { storyId, content, createdBy: people.edda.person.id });
  const at = { url: server!.url, storyId, draftId: draft.id };
  const screens = {
    edda: await openScreen(browser, { ...at, cookie: people.edda.cookie, name: 'edda' }),
    rosa: await openScreen(browser, { ...at, cookie: people.rosa.cookie, name: 'rosa' }),
  };
  const both = [screens.edda, screens.rosa];
  await Promise.all(both.map((screen) => screen.saved()));

  const typing = { edda: typeOn(screens.edda, 'edda'), rosa: typeOn(screens.rosa, 'rosa') };
  const broken: Window[] = [];
  const away: Window[] = [];
  const during = async (what: () => Promise<Window | void>): Promise<void> => {
    const from = now();
    const gone = await what();
    if (gone) away.push(gone);
    await Promise.all(both.map((screen) => screen.connected()));
    broken.push({ from, to: now() });
  };
  const whole = Promise.all([
    pause(length),
    (async () => {
      const quiet = (length - cuts.reduce((all, ms) => all + ms, 0)) / (cuts.length + 1);
      for (const ms of cuts) {
        await pause(quiet);
        await during(() => cut(screens.rosa, ms));
      }
    })(),
    (async () => {
      await pause(length / 2);
      await during(async () => {
        await server!.kill();
        await server!.start();
      });
    })(),
  ]);
  await whole;
  await Promise.all([typing.edda.stop(), typing.rosa.stop()]);
  await Promise.all(both.map((screen) => screen.saved()));
  await agreed(both);

  const late = await openScreen(browser, { ...at, cookie: people.late.cookie });
  await late.saved();
  const { content: kept } = await draftAtHead(desk.newsroom.storage)(draft.id);
  const documents = [kept.body, ...(await Promise.all([...both, late].map((screen) => screen.body())))];
  const text = await late.text();
  const counts = (['edda', 'rosa'] as const).flatMap((name) => countsOf(text, name, typing[name]));
  const [edda, rosa] = [await screens.edda.seen(), await screens.rosa.seen()];
  return {
    ...sum(counts.map(({ count }) => count)),
    equal: documents.every((document) => same(document, documents[0])),
    reconnects: both.reduce((all, screen) => all + screen.lines() - 1, 0),
    kills: 1,
    latency: [
      ...latencies(LETTERS.edda, edda, rosa, broken),
      ...latencies(LETTERS.rosa, rosa, edda, broken),
    ].toSorted((one, two) => one - two),
    faults: [
      ...counts.filter(({ count }) => count.lost + count.doubled > 0).map(({ told: what }) => what),
      ...cameThrough(edda.stood[LETTERS.rosa]!, away),
    ],
  };
}

export const told = (engine: string, { latency, ...outcome }: Outcome): string => {
  const { typed, found, lost, doubled, equal, reconnects, kills } = outcome;
  const ms = (part: number): string => `${Math.round(quantile(latency, part))} ms`;
  return (
    `${engine}: typed ${typed}  found ${found}  lost ${lost}  doubled ${doubled}  ` +
    `documents ${equal ? 'equal' : 'NOT EQUAL'}  reconnects ${reconnects}  kills ${kills}  ` +
    `screen to screen p50 ${ms(0.5)} p99 ${ms(0.99)} (${latency.length} keys)`
  );
};

const now = (): number => performance.timeOrigin + performance.now();

async function cut({ context }: Screen, ms: number): Promise<Window> {
  await context.setOffline(true);
  const from = now();
  await pause(ms);
  const to = now();
  await context.setOffline(false);
  return { from, to };
}

/** How long what was under way when the network went may take to the other's screen, ms. */
const UNDER_WAY = 1000;

/** A cut that cuts nothing proves nothing. */
function cameThrough(stood: number[], away: Window[]): string[] {
  const through = stood.filter((at) => away.some(({ from, to }) => at > from + UNDER_WAY && at < to));
  return through.length === 0 ? [] : [`${through.length} characters came through a line that was cut`];
}

/** What is saved comes to the other's screen a moment later. */
async function agreed([one, two]: Screen[]): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await one!.text()) !== (await two!.text()) && Date.now() < end) await pause(50);
}

function countsOf(text: string, name: Name, { typed }: Typing): { count: Count; told: string }[] {
  return Array.from(typed, ([place, keys]) => {
    const there = foundIn(text, name, place);
    return { count: counted(keys, there), told: `${name} at ${place}: typed ${keys}, there is ${there}` };
  });
}

function same(one: unknown, two: unknown): boolean {
  try {
    assert.deepEqual(one, two);
    return true;
  } catch {
    return false;
  }
}
