import { may } from '../../domain/desk/rights.ts';
import type { Person, StoryGrant } from '../../domain/desk/people.ts';
import { isId } from '../../domain/id.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Storage } from '../../storage/storage.ts';
import type { WebRefusal } from '../../web/problem.ts';
import type { Named } from './endpoint.ts';
import type { DeskRight } from './rights.ts';

/** Reads what was given to or taken from a person for a story. */
export type GrantOf = (storyId: string, personId: string) => Promise<StoryGrant | null>;

type Params = { storyId?: string; draftId?: string; updateId?: string; mediaId?: string };

/** Finds what an address names, and whether this person may do this to it. */
export async function authorise(
  storage: Storage,
  grantOf: GrantOf,
  person: Person,
  right: DeskRight,
  params: Params,
): Promise<Named | Refusal | WebRefusal> {
  const named = await find(storage, right, params);
  if ('type' in named) return named;
  const { storyId, draft, picture } = named;
  const grant = storyId === null ? null : await grantOf(storyId, person.id);
  // A picture is its taker's until readers see it; then it is the house's.
  const ownPicture = picture !== null && picture.held !== null && picture.takenInBy === person.id;
  const own = ownPicture || (draft !== null && draft.createdBy === person.id);
  if (right.may !== 'anyone' && !may(person, right.may, { own, grant }))
    return { type: 'not-allowed', action: right.may };
  return { ...named, grant };
}

/** An address that names nothing of anybody's. */
export const NOTHING: Named = {
  story: null,
  storyId: null,
  draft: null,
  update: null,
  picture: null,
  grant: null,
};

async function find(storage: Storage, { of, may: act }: DeskRight, params: Params): Promise<Named | Refusal> {
  switch (of) {
    case 'site':
      return NOTHING;
    case 'media': {
      const id = params.mediaId ?? '';
      const [picture] = isId(id) ? await storage.heldMedia.pictures([id]) : [];
      return picture ? { ...NOTHING, picture } : { type: 'unknown-media', id };
    }
    case 'story':
      // Who brings it back from the trash names it there.
      return findStory(storage, params.storyId ?? '', act === 'discard-story');
    case 'draft': {
      const draft = await storage.drafts.find(params.draftId ?? '');
      if (!draft) return { type: 'unknown-draft', id: params.draftId ?? '' };
      const story = await storage.findStory({ id: draft.storyId });
      return { ...NOTHING, story, storyId: draft.storyId, draft };
    }
    case 'update': {
      const update = await storage.findUpdate(params.updateId ?? '');
      if (!update) return { type: 'unknown-update', id: params.updateId ?? '' };
      const story = await storage.findStory({ id: update.storyId });
      return { ...NOTHING, story, storyId: update.storyId, update };
    }
  }
}

/** One with a log, or one still to be opened: that one has a draft of its top, open or in the trash. */
async function findStory(storage: Storage, storyId: string, discarded: boolean): Promise<Named | Refusal> {
  const story = await storage.findStory({ id: storyId, discarded });
  if (story) return { ...NOTHING, story, storyId };
  const statuses = ['draft', 'filed', 'scheduled', 'trashed'] as const;
  const [top] = await storage.drafts.list({ storyId, kinds: ['top'], statuses, limit: 1 });
  return top ? { ...NOTHING, storyId } : { type: 'unknown-story', slug: storyId };
}
