import type { DraftHead } from '../../commands/drafts/head.ts';
import { publicationVerbs } from '../../commands/drafts/publication.ts';
import { openingWords } from '../../commands/drafts/publish-draft.ts';
import { DEFAULT_DETAILS, readOpening } from '../../commands/open-story.ts';
import { play, type Played, type Step } from '../../commands/play.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { slugOf } from '../../domain/slug.ts';
import type { Instant } from '../../domain/time.ts';
import type { Update } from '../../domain/update.ts';
import type { Storage, StoryAtHead } from '../../storage/storage.ts';

type AtHead = (draftId: string) => Promise<DraftHead>;

/**
 * Publishes a draft in memory: what would happen if it went out now, in its story as it stands, or in one that is opened
 * for it. Nothing is written, and what only keeps a draft from going out – a missing description, a version – is passed over.
 */
export async function playDraft(
  storage: Storage,
  draft: Draft,
  atHead: AtHead,
  now: Instant,
): Promise<Played | Refusal> {
  const found = await storage.findStory({ id: draft.storyId });
  const start = found ? { ...found, updates: [] } : { story: null, seq: 0, updates: [] };
  if (found) return playedOn(storage, found, draft, await atHead(draft.id), now);
  const opening = await openingOf(storage, draft, atHead);
  if (opening.type !== 'opening') return opening;
  const steps: Step[] = [{ at: now, opening: opening.happening }];
  if (draft.kind === 'update')
    steps.push(...verbsOf(draft, await atHead(draft.id), now).map((verb) => ({ at: now, verb })));
  return play({ storyId: draft.storyId, ...start }, steps, now);
}

async function playedOn(
  storage: Storage,
  { story, seq, lastAt }: StoryAtHead,
  draft: Draft,
  head: DraftHead,
  now: Instant,
): Promise<Played | Refusal> {
  const at = now > lastAt ? now : lastAt;
  const over = draft.kind === 'edit' ? await storage.findUpdate(draft.updateId ?? '') : null;
  const baseVersion = draft.kind === 'top' ? story.topVersion : (over?.version ?? null);
  const current = { ...draft, baseVersion };
  const { updateIds } = publicationOf(current, head, now);
  const looked = await Promise.all(updateIds.map((id) => storage.findUpdate(id)));
  const updates = looked.filter((update): update is Update => update?.storyId === story.id);
  const steps = verbsOf(current, head, now).map((verb) => ({ at, verb }));
  return play({ storyId: story.id, seq, story, updates }, steps, now);
}

const publicationOf = (draft: Draft, { content }: DraftHead, now: Instant) =>
  publicationVerbs({ draft, content, begun: null, how: { as: 'edit' }, correctionId: newId(now) });

const verbsOf = (...about: Parameters<typeof publicationOf>) => publicationOf(...about).verbs;

type Opening = Extract<Step, { opening: unknown }>['opening'];

/** A story still to be opened is opened by its draft of a top. */
async function openingOf(
  storage: Storage,
  draft: Draft,
  atHead: AtHead,
): Promise<{ type: 'opening'; happening: Opening } | Refusal> {
  const { storyId } = draft;
  const statuses = ['draft', 'filed', 'scheduled'] as const;
  const top =
    draft.kind === 'top'
      ? draft
      : (await storage.drafts.list({ storyId, kinds: ['top'], statuses, limit: 1 }))[0];
  if (!top) return { type: 'unknown-story', slug: storyId };
  const { lang, zone } = (await storage.site()).site;
  const read = readOpening(openingWords((await atHead(top.id)).content), { ...DEFAULT_DETAILS, lang, zone });
  if ('errors' in read) return read;
  return { type: 'opening', happening: { ...read, slug: slugOf(read.top.headline) } };
}
