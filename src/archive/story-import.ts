import { activityOf, type Newsroom } from '../commands/perform.ts';
import type { CheckedStory } from './check-log.ts';
import { slugsOf } from './read-export.ts';

export type StoryHere = { id: string; slug: string; updates: number };

export type StoryTaken =
  | { type: 'taken-in' | 'already-here'; story: StoryHere }
  | { type: 'conflict'; detail: string };

/** Whether a checked story can be taken in here, is here already, or why it cannot be. Nothing is written. */
export async function standingOf(
  { storage }: Newsroom,
  story: CheckedStory,
): Promise<{ type: 'free' } | StoryTaken> {
  const here = await storage.findStory({ id: story.id, discarded: true });
  if (here?.story.discardedAt)
    return conflict(`The story ${here.story.slug} is in the trash here: bring it back instead.`);
  if (here) {
    const count = story.events.length;
    const [same] = await storage.events(story.id, count - 1, 1);
    const { id, slug, updateCount } = here.story;
    if (same?.hash === story.head) return { type: 'already-here', story: { id, slug, updates: updateCount } };
    const detail = `The story ${slug} is here already, with another log: ${here.seq} events here, ${count} in the export.`;
    return { type: 'conflict', detail };
  }
  for (const slug of slugsOf(story)) {
    const holder = await storage.findStory({ slug, discarded: true });
    if (holder) return conflict(`The address ${slug} belongs to another story here.`);
  }
  for (const id of story.played.updates.keys()) {
    const holder = await storage.findUpdate(id);
    if (holder) return conflict(`The update ${id} belongs to another story here.`);
  }
  return { type: 'free' };
}

/** Takes a checked story in, in one commit: the same events with the same hashes. */
export async function importStory(newsroom: Newsroom, story: CheckedStory): Promise<StoryTaken> {
  const standing = await standingOf(newsroom, story);
  if (standing.type !== 'free') return standing;
  const { storage, clock } = newsroom;
  const { played, events, id } = story;
  const now = await clock.fresh();
  const sealed = events.map(({ at, recordedAt, happening, salt }) => ({
    storyId: id,
    at,
    recordedAt,
    happening,
    salt,
  }));
  const result = await storage.commit({
    logs: [{ storyId: id, expectedVersion: 0, events: sealed }],
    rows: played.rows,
    activity: activityOf('import', { events: sealed.map((event) => ({ ...event, recordedAt: now })) }, 0),
  });
  if (result.type === 'slug-taken')
    return conflict(`The address ${result.slug} belongs to another story here.`);
  // Somebody else was quicker: what stands now decides.
  if (result.type === 'stale') return importStory(newsroom, story);
  if (result.type !== 'committed') throw new Error(`an import was answered with ${result.type}`);
  return { type: 'taken-in', story: { id, slug: played.story.slug, updates: played.story.updateCount } };
}

const conflict = (detail: string): StoryTaken => ({ type: 'conflict', detail });
