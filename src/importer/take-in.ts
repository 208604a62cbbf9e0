import { createHash } from 'node:crypto';
import { commitOpening, DEFAULT_DETAILS, readOpening } from '../commands/open-story.ts';
import type { PhotoInput } from '../commands/top-fields.ts';
import type { Newsroom } from '../commands/perform.ts';
import type { Refusal } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { StoryState } from '../domain/story.ts';
import { checkZone } from '../domain/time.ts';
import type { ProposedStory } from './proposal.ts';
import { recordAuthorOf } from './replay/author.ts';
import { bodySetter } from './replay/set-bodies.ts';
import { stepsOf } from './replay/steps.ts';
import { timelineOf } from './replay/timeline.ts';
import { topOf } from './replay/top.ts';

export type TakeInOrder = {
  proposal: ProposedStory;
  /** SHA-256 of the bytes the proposal was read from (`digestOf`): the same bytes are taken in once. */
  digest: string;
  /** How the story is left; live where nothing is said. */
  state?: StoryState;
  /** The lead picture, taken in before. */
  photo?: PhotoInput;
};

export type StoryHere = { id: string; slug: string; updates: number };

export type TakenIn =
  | { type: 'taken-in'; story: StoryHere; warnings: string[] }
  | { type: 'already-here'; story: StoryHere };

/** SHA-256, lowercase hex. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Opens a proposed story and replays it: every update at its original time, recorded now, in one commit.
 * Whatever could not be placed or kept where it stood is in `warnings`, beside those of the proposal.
 */
export async function takeIn(newsroom: Newsroom, order: TakeInOrder): Promise<TakenIn | Refusal> {
  const { proposal, digest, state = 'live' } = order;
  const before = await newsroom.storage.importedStory(digest);
  if (before !== null) return alreadyHere(newsroom, before, proposal);
  const now = await newsroom.clock.fresh();
  const zone = checkZone(proposal.zone ?? '') ?? DEFAULT_DETAILS.zone;
  const set = bodySetter(proposal);
  const top = topOf(proposal, zone, set);
  const opening = readOpening({ ...top.input, ...(order.photo && { photo: order.photo }) });
  if ('errors' in opening) return opening;
  const timeline = timelineOf(proposal, zone, now);
  const warnings = [...proposal.warnings, ...top.warnings, ...timeline.warnings, ...leftOut(proposal)];
  const committed = await commitOpening(newsroom, {
    actor: 'import',
    storyId: newId(now),
    opening,
    at: timeline.openedAt,
    recordedAt: now,
    steps: stepsOf(proposal, timeline, set, { state, now }),
    imported: { digest },
  });
  if (committed.type === 'already-imported') return alreadyHere(newsroom, committed.storyId, proposal);
  if (committed.type === 'answered' || committed.type === 'opened-before')
    throw new Error(`an import was answered with ${committed.type}`);
  if (committed.type !== 'played') return committed;
  warnings.push(...(await recordAuthorOf(newsroom, proposal, opening.top.byline)));
  const { id, slug, updateCount } = committed.story;
  return { type: 'taken-in', story: { id, slug, updates: updateCount }, warnings };
}

/** The first import may have ended between the story and its author: what it left undone is done. */
async function alreadyHere(newsroom: Newsroom, storyId: string, proposal: ProposedStory): Promise<TakenIn> {
  const found = await newsroom.storage.findStory({ id: storyId });
  if (!found) throw new Error(`story ${storyId} was imported but is not there`);
  await recordAuthorOf(newsroom, proposal, found.story.top.byline);
  const { id, slug, updateCount } = found.story;
  return { type: 'already-here', story: { id, slug, updates: updateCount } };
}

/** Captions have no picture to stand under. */
function leftOut({ captions }: ProposedStory): string[] {
  return captions.map((caption) => `A caption was left out with its picture: “${caption}”.`);
}
