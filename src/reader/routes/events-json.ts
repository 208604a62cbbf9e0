import type { Feed } from '../../live/feed.ts';
import { finish, type Finished } from '../../web/serving/finished.ts';

/** Events in one answer. */
const BATCH = 200;

/** Answers kept of one story as it stands: pages that were loaded at so many different moments. */
const KEPT = 32;

/** What follows a place in a story's log, ready to be sent; `more`: it is not all there is. */
export type Following = { finished: Finished; more: boolean };

type Kept = { version: string; answers: Map<number, Promise<Following>> };

const kept = new WeakMap<Feed, Kept>();

/**
 * The events after a place as `{ from, to, more, events: [{ seq, event, data }] }`, made once for all who ask from there
 * until anything happens: so all have the same tag, and one compression. A place beyond the log is told to start over.
 */
export async function eventsAfter(feed: Feed, after: number): Promise<Following> {
  const { version } = feed;
  let known = kept.get(feed);
  if (known?.version !== version) kept.set(feed, (known = { version, answers: new Map() }));
  const { answers } = known;
  const answer = answers.get(after) ?? made(feed, after);
  answers.delete(after);
  answers.set(after, answer);
  const [oldest] = answers.keys();
  if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
  // A failed reading is not kept: whoever asks next tries again.
  answer.catch(() => answers.delete(after));
  return answer;
}

async function made(feed: Feed, after: number): Promise<Following> {
  const { frames, more } =
    after > feed.head ? { frames: null, more: false } : await feed.framesAfter(after, BATCH);
  const told = frames ?? [{ id: feed.head, name: 'reset', data: {} }];
  const to = frames ? (frames.at(-1)?.id ?? after) : feed.head;
  const events = told.map(
    ({ id, name, data }) => `{"seq":${id},"event":"${name}","data":${JSON.stringify(data)}}`,
  );
  const text = `{"from":${after},"to":${to},"more":${more},"events":[${events.join(',')}]}`;
  // That nothing happened is said in fewer bytes than compressing it would add.
  const finished = { ...finish('application/json; charset=utf-8', text), packed: events.length === 0 };
  return { finished, more };
}
