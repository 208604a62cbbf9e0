import { DEFAULT_DETAILS } from '../commands/open-story.ts';
import { activityOf, type Newsroom } from '../commands/perform.ts';
import { play } from '../commands/play.ts';
import type { NewEvent } from '../domain/event.ts';
import { fold } from '../domain/fold.ts';
import { newId } from '../domain/id.ts';
import { SITE, slugOf } from '../domain/slug.ts';
import type { Beat } from './beat.ts';
import { evening } from './evening.ts';
import { morning } from './morning.ts';
import { nightClock } from './night-clock.ts';
import { AUTHORS } from './people.ts';
import { takePictures, type KeepPicture } from './pictures.ts';
import { stepsOf } from './steps.ts';

export const night: Beat[] = [...evening, ...morning];

/** Opens the story of the night before, with who wrote it; false when another node was quicker. */
export async function openSample({ storage, clock }: Newsroom, keep: KeepPicture | null): Promise<boolean> {
  const recordedAt = await clock.fresh();
  const storyId = newId(recordedAt);
  const pictures = await takePictures(keep ?? (async () => null), recordedAt);
  const steps = stepsOf(night, nightClock(recordedAt, DEFAULT_DETAILS.zone), pictures.ids);
  const played = play({ storyId, seq: 0, story: null, updates: [] }, steps, recordedAt);
  if (played.type !== 'played') throw new Error(`the sample is refused: ${JSON.stringify(played)}`);
  const authors: NewEvent[] = AUTHORS.map((author) => ({
    storyId: SITE,
    at: recordedAt,
    recordedAt,
    happening: { kind: 'author', slug: slugOf(author.name), ...author },
  }));
  const ofSite = [...authors, ...pictures.events];
  const recorded = ofSite.flatMap((event, index) =>
    fold({ story: null, update: null }, { ...event, seq: index + 1 }),
  );
  const result = await storage.commit({
    logs: [
      { storyId: SITE, expectedVersion: 0, events: ofSite },
      { storyId, expectedVersion: 0, events: played.events },
    ],
    rows: [...recorded, ...played.rows],
    activity: [...activityOf('sample', { events: ofSite }, 0), ...activityOf('sample', played, 0)],
  });
  return result.type === 'committed';
}
