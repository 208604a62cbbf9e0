import { storyPath } from '../../../../domain/addresses.ts';
import { OPEN_STATUSES, type Draft } from '../../../../domain/desk/draft.ts';
import type { Note } from '../../../../domain/desk/note.ts';
import { ACTIONS, may } from '../../../../domain/desk/rights.ts';
import type { Storage, StoryAtHead } from '../../../../storage/storage.ts';
import { unopenedStory, type ToldStory } from '../../../shared/unopened-story.ts';
import type { StoryWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok, type DeskCall } from '../../endpoint.ts';
import { updatesWire } from '../../update-wire.ts';
import { storyParams } from './list-updates.ts';

/** Updates that come with the story; more are asked for as somebody scrolls. */
const FIRST = 50;

/** Open drafts of one story: more than a newsroom has at a time. */
const DRAFTS = 200;

/** All that a story's screen begins with. */
export const readStory = deskEndpoint({
  at: 'GET /stories/:storyId',
  params: storyParams,
  async answer(call) {
    const { storage } = call.newsroom;
    const storyId = call.storyId ?? '';
    const [drafts, handover, late] = await Promise.all([
      storage.drafts.list({ storyId, statuses: OPEN_STATUSES, limit: DRAFTS }),
      storage.notes.handover(storyId),
      storage.drafts.lateUpdates(storyId),
    ]);
    const told = call.story ? await opened(call, call.story) : await unopened(storage, storyId, drafts);
    if ('type' in told) return told;
    const names = await namesIn(storage, drafts, handover);
    const { person, grant } = call;
    const actions = ACTIONS.filter((action) => may(person, action, { grant }));
    return ok({ ...told, drafts, late, may: actions, handover, names } satisfies StoryWire);
  },
});

async function opened(
  { newsroom: { storage }, baseUrl }: Pick<DeskCall, 'newsroom' | 'baseUrl'>,
  found: StoryAtHead,
): Promise<ToldStory | { type: 'unknown-story'; slug: string }> {
  const snapshot = await storage.snapshot(found.story.id, { order: 'newest', limit: FIRST });
  if (!snapshot) return { type: 'unknown-story', slug: found.story.id };
  const { story, seq, more } = snapshot;
  const { id, slug, version, state, pausedUntil, zone, placeZone, section, lang } = story;
  const { top, topVersion, topWrittenAt, headlineAt, leadAt, pinnedId, sample } = story;
  const url = baseUrl() + storyPath(slug);
  const own = { id, slug, url, seq, version, state, pausedUntil, zone, placeZone, section, lang };
  const ofTop = { top, topVersion, topWrittenAt, headlineAt, leadAt };
  return {
    ...own,
    ...ofTop,
    leadOlderThanHeadline: leadAt < headlineAt,
    pinnedId,
    sample,
    updates: await updatesWire(storage, snapshot, baseUrl()),
    more,
    ...(await daysBeside(storage, story)),
  };
}

/** The next day of a story, and the day before. */
async function daysBeside(
  storage: Storage,
  { nextId, previousId }: StoryAtHead['story'],
): Promise<Pick<StoryWire, 'next' | 'previous'>> {
  const told = await storage.desk.headlines([nextId, previousId].filter((id) => id !== null));
  const of = (id: string | null): StoryWire['next'] => {
    const found = id === null ? undefined : told[id];
    return id !== null && found?.slug ? { id, slug: found.slug, headline: found.headline } : null;
  };
  return { next: of(nextId), previous: of(previousId) };
}

async function unopened(storage: Storage, storyId: string, drafts: Draft[]): Promise<ToldStory> {
  const { site } = await storage.site();
  return unopenedStory(storyId, drafts.find(({ kind }) => kind === 'top')?.content.top, site);
}

async function namesIn(
  storage: Storage,
  drafts: Draft[],
  handover: Note | null,
): Promise<Record<string, string>> {
  const ids = drafts.flatMap(({ createdBy, changedBy, filedBy, scheduledBy }) => [
    createdBy,
    changedBy,
    filedBy,
    scheduledBy,
  ]);
  const all = new Set([...ids, handover?.by ?? null, ...(handover?.mentions ?? [])]);
  all.delete(null);
  return (await storage.desk.names([...all] as string[], [])).people;
}
