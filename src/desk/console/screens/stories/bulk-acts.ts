import type {
  DraftActsDoneWire,
  DraftActsWire,
  DraftListWire,
  StateWire,
  StoryCardWire,
} from '../../../shared/wire.ts';
import { ask } from '../../net/api.ts';

export type BulkAct = 'live' | 'paused' | 'ended' | 'trash';

/** What became of each: those it was done to, and why it was not done to the others. */
export type BulkOutcome = {
  done: StoryCardWire[];
  problems: { story: StoryCardWire; problem: unknown }[];
  undo: (() => Promise<void>) | null;
};

/** Whether an act makes sense for a story as it stands. */
export function canDo(act: BulkAct, { state }: StoryCardWire): boolean {
  if (act === 'trash') return state === 'unpublished';
  return state !== 'unpublished' && state !== act;
}

/** Does it to each in turn, each as far as it goes. */
export async function doToAll(act: BulkAct, stories: readonly StoryCardWire[]): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], problems: [], undo: null };
  const undoing: (() => Promise<unknown>)[] = [];
  for (const story of stories.filter((one) => canDo(act, one))) {
    try {
      undoing.push(act === 'trash' ? await trash(story) : await setState(story, act));
      outcome.done.push(story);
    } catch (problem) {
      outcome.problems.push({ story, problem });
    }
  }
  if (undoing.length > 0)
    outcome.undo = async () => {
      for (const undo of undoing) await undo();
    };
  return outcome;
}

async function setState(
  story: StoryCardWire,
  state: Exclude<BulkAct, 'trash'>,
): Promise<() => Promise<unknown>> {
  const put = (body: StateWire): Promise<unknown> =>
    ask('PUT /stories/:storyId/state', { params: { storyId: story.id }, body });
  await put({ state });
  const before = story.state;
  return () => (before === 'unpublished' ? Promise.resolve() : put({ state: before }));
}

const act = (body: DraftActsWire): Promise<DraftActsDoneWire> => ask('POST /drafts/acts', { body });

/** All that is open of a story nobody outside ever saw: its top and what was drafted under it. */
async function trash(story: StoryCardWire): Promise<() => Promise<unknown>> {
  const { drafts } = await ask<DraftListWire>('GET /drafts', { query: { storyId: story.id, limit: 100 } });
  const open = drafts.filter(
    ({ status }) => status === 'draft' || status === 'filed' || status === 'scheduled',
  );
  const { results } = await act({ act: 'trash', drafts: open.map(({ id, version }) => ({ id, version })) });
  const thrown = results.flatMap(({ draft }) => draft ?? []);
  return () => act({ act: 'restore', drafts: thrown.map(({ id, version }) => ({ id, version })) });
}
