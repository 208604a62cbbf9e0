import type { Refusal } from '../domain/errors.ts';
import type { Details, Happening } from '../domain/event.ts';
import { breaks } from '../domain/faults.ts';
import { newId } from '../domain/id.ts';
import { DEFAULT_SITE } from '../domain/site.ts';
import { numberedSlug, slugOf } from '../domain/slug.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer } from '../storage/storage.ts';
import { Fields } from './fields.ts';
import { linkTranslation } from './link-translation.ts';
import { readLanguages, type OriginalAsked } from './languages.ts';
import { Shelf, type Pictures } from './pictures.ts';
import { activityOf, type Actor, type Answered, type Newsroom, type Order } from './perform.ts';
import { play, type Played, type Step } from './play.ts';
import { bearsHeld, releaseHeld } from './release-held.ts';
import { NOTHING_BESIDE, tellLinked, type Beside } from './tell-linked.ts';
import { blankTop, readDetails, readTop, type DetailsInput, type TopInput } from './top-fields.ts';

export type OpenInput = TopInput &
  DetailsInput & {
    headline: string;
    /** Address of the story it translates. */
    translationOf?: string | null;
  };

/** Where neither a story nor the site's settings say anything else. */
export const DEFAULT_DETAILS: Details = {
  lang: DEFAULT_SITE.lang,
  zone: DEFAULT_SITE.zone,
  placeZone: null,
  section: null,
};

/** How many stories may bear one headline before the writer is asked for another. */
const SAME_HEADLINES = 1000;

/**
 * Opens a story and publishes it at once. Its slug is made from the headline it is first published under
 * (`No Deal` → `no-deal`, then `no-deal-2`) and freezes there.
 */
export async function openStory(
  newsroom: Newsroom,
  order: OpenOrder & { storyId?: never },
): Promise<Played | Answered | Refusal> {
  const opened = await openChosen(newsroom, { ...order, storyId: newId(newsroom.clock.now()) });
  if (opened.type === 'opened-before') throw new Error('the id of a new story was taken');
  return opened;
}

/** The same under an id that was chosen before. */
export async function openChosen(
  newsroom: Newsroom,
  order: OpenOrder & { storyId: string },
): Promise<Played | Answered | Refusal | OpenedBefore> {
  const { lang, zone } = (await newsroom.storage.site()).site;
  const defaults = order.defaults ?? { ...DEFAULT_DETAILS, lang, zone };
  const read = await new Shelf(bearsHeld(order)).with(newsroom.storage, (pictures) =>
    readOpening(order.input, defaults, pictures, order.posted),
  );
  if ('errors' in read) return read;
  const now = await newsroom.clock.fresh();
  const at = order.at ?? now;
  const original = order.input.translationOf ?? null;
  const opened = await commitOpening(newsroom, {
    ...order,
    opening: read,
    steps: [
      ...(original === null ? [] : [{ at, verb: linkTranslation(original) }]),
      ...(order.steps?.(now) ?? []),
    ],
    ...(original !== null && { original: { slug: original } }),
    storyId: order.storyId,
    at,
    recordedAt: now,
  });
  if (opened.type === 'already-imported') throw new Error('nothing was imported here');
  return opened;
}

export type OpenOrder = {
  actor: Actor;
  input: OpenInput;
  defaults?: Details;
  /** When it took effect, where that is told of what happened before; left out: now. */
  at?: Instant;
  /** What follows in the same commit, and the updates it posts: the summary may rest on them. */
  steps?: (now: Instant) => Step[];
  posted?: readonly string[];
} & Pick<OpeningOrder, 'keep' | 'drafts' | 'tells'>;

export type Opening = Omit<Extract<Happening, { kind: 'open' }>, 'slug'>;

/** Checks what a story is opened with. */
export function readOpening(
  input: OpenInput,
  defaults = DEFAULT_DETAILS,
  pictures: Pictures | null = null,
  posted: readonly string[] = [],
): Opening | Extract<Refusal, { type: 'invalid' }> {
  const fields = new Fields();
  const top = readTop(fields, blankTop(), input, pictures);
  const details = readDetails(fields, defaults, input);
  top.summary.forEach(({ updateId }, line) => {
    if (updateId !== null && !posted.includes(updateId)) {
      const detail = 'names no update of this story: it has none yet';
      fields.fault(`/summary/${line}/updateId`, breaks('not-of-story', detail));
    }
  });
  if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
  return { kind: 'open', top, ...details };
}

export type OpeningOrder = {
  actor: Actor;
  storyId: string;
  opening: Opening;
  at: string;
  recordedAt: string;
  /** What follows in the same commit. */
  steps: Step[];
  /** Whom steps about translations are to see as the original. */
  original?: OriginalAsked;
  keep?: ((done: Played) => Answer) | undefined;
  imported?: { digest: string };
} & Pick<Order, 'drafts' | 'tells'> & {
    /** What goes into other logs with it, decided anew with each attempt. */
    beside?: (opened: Played) => Promise<Beside | Refusal>;
  };

/** The story of this id has a log already: of two who open it, one was first. */
export type OpenedBefore = { type: 'opened-before' };

/** Commits an opening, and what follows it, under the first free slug. */
export async function commitOpening(
  { storage }: Newsroom,
  order: OpeningOrder,
): Promise<Played | Answered | Refusal | { type: 'already-imported'; storyId: string } | OpenedBefore> {
  const { storyId, at, recordedAt, opening, imported } = order;
  const wanted = slugOf(opening.top.headline);
  let slug = wanted;
  for (let number = 1; number <= SAME_HEADLINES; number += 1) {
    slug = numberedSlug(wanted, number);
    if (await storage.findStory({ slug })) continue;
    const steps: Step[] = [{ at, opening: { ...opening, slug } }, ...order.steps];
    const languages = await readLanguages(storage, null, order.original);
    const shelf = new Shelf(bearsHeld(order));
    const played = await shelf.with(storage, (pictures) =>
      play({ storyId, seq: 0, story: null, updates: [], languages, pictures }, steps, recordedAt),
    );
    if (played.type !== 'played') return played;
    const { actor } = order;
    const beside = await tellLinked(storage, { actor, before: null, languages, played, at, recordedAt });
    if (beside.type !== 'beside') return beside;
    const also = (await order.beside?.(played)) ?? NOTHING_BESIDE;
    if (also.type !== 'beside') return also;
    const released = await releaseHeld(storage, shelf, { actor, events: played.events, at, recordedAt });
    const answer = order.keep?.(played);
    const drafts = order.drafts?.(played);
    const result = await storage.commit({
      logs: [
        ...released.logs,
        { storyId, expectedVersion: 0, events: played.events },
        ...beside.logs,
        ...also.logs,
      ],
      held: released.held,
      rows: [...released.rows, ...played.rows, ...beside.rows, ...also.rows],
      activity: [
        ...released.activity,
        ...activityOf(actor, played, 0),
        ...beside.activity,
        ...also.activity,
        ...(order.tells?.(played) ?? []),
      ],
      ...(drafts && { drafts }),
      ...(also.grants && { grants: also.grants }),
      ...(answer && { answer }),
      ...(imported && { imported: { digest: imported.digest, storyId, at: recordedAt } }),
    });
    if (result.type === 'committed') return played;
    if (result.type === 'answered' || result.type === 'already-imported' || result.type === 'draft-moved')
      return result;
    if (result.type === 'stale' && result.storyId === storyId) return { type: 'opened-before' };
    // Another log moved on meanwhile: the same address, decided anew.
    if (result.type === 'stale') number -= 1;
  }
  return { type: 'slug-taken', slug };
}
