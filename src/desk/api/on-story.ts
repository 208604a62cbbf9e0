import { Type } from 'typebox';
import { expectStoryVersion, expectUpdateVersion } from '../../commands/expect-version.ts';
import { perform, type Order, type StoryKey } from '../../commands/perform.ts';
import type { Verb } from '../../commands/verb.ts';
import { storyPath } from '../../domain/addresses.ts';
import { closed, id } from '../../schemas/fields.ts';
import type { StoryAtHead } from '../../storage/storage.ts';
import type { DoneWire } from '../shared/wire.ts';
import { version } from './draft-calls.ts';
import { ok, type DeskCall, type DeskOutcome } from './endpoint.ts';

export const storyParams = closed({ storyId: id });
export const updateParams = closed({ updateId: id });
export const seen = { version: Type.Optional(version) };
export const seenQuery = closed(seen);

/** Whether one in the trash is found too. */
type Where = Pick<Order, 'discarded'>;
type Asking = Pick<DeskCall, 'newsroom' | 'actor' | 'baseUrl'>;

export function doneWire({ story, seq }: Pick<StoryAtHead, 'story' | 'seq'>, baseUrl: string): DoneWire {
  const { id: storyId, slug, version: standing } = story;
  return { storyId, slug, seq, version: standing, url: baseUrl + storyPath(slug) };
}

/** Performs verbs on the story that an address names; whoever gives the version they saw overwrites no other. */
export async function onStory(
  call: Asking & { story: StoryAtHead | null; params: { storyId: string } },
  seenVersion: number | undefined,
  verbs: Verb[],
  where: Where = {},
): Promise<DeskOutcome> {
  // One that is still to be opened has nothing yet that could be changed but its drafts.
  if (!call.story) return { type: 'unknown-story', slug: call.params.storyId };
  const guard = seenVersion === undefined ? [] : [expectStoryVersion(seenVersion)];
  return performed(call, { id: call.params.storyId }, [...guard, ...verbs], where);
}

/** The same on an update. */
export async function onUpdate(
  call: Asking & { params: { updateId: string } },
  seenVersion: number | undefined,
  verb: Verb,
): Promise<DeskOutcome> {
  const { updateId } = call.params;
  const guard = seenVersion === undefined ? [] : [expectUpdateVersion(updateId, seenVersion)];
  return performed(call, { updateId }, [...guard, verb]);
}

async function performed(
  { newsroom, actor, baseUrl }: Asking,
  story: StoryKey,
  verbs: Verb[],
  where: Where = {},
): Promise<DeskOutcome> {
  const done = await perform(newsroom, { actor, story, verbs, ...where });
  if (done.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  return done.type === 'played' ? ok(doneWire(done, baseUrl())) : done;
}
