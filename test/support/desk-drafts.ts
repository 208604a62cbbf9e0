import assert from 'node:assert/strict';
import type { Newsroom } from '../../src/commands/perform.ts';
import type { Draft, DraftContent } from '../../src/domain/desk/draft.ts';
import { newDraft } from '../../src/domain/desk/new-draft.ts';
import { paragraphs } from '../../src/domain/document.ts';
import { newId } from '../../src/domain/id.ts';
import { emptyContent, seedOf } from '../../src/desk/shared/draft-doc.ts';

const TOP = { dek: '', byline: [], credit: '', summary: [], photo: null, section: '' };

/** What a draft of a top says, for a story in English told from New York. */
export const topContent = (title: string, lead = 'It begins.'): DraftContent => ({
  ...emptyContent({ ...TOP, zone: 'America/New_York', placeZone: '', lang: 'en' }),
  title,
  body: paragraphs([lead]),
});

export const updateContent = (words: string, more: Partial<DraftContent> = {}): DraftContent => ({
  ...emptyContent(),
  body: paragraphs([words]),
  ...more,
});

/** Puts a draft with its log straight into storage, for tests of what reads it. */
export async function putDraft(
  { storage, clock }: Newsroom,
  given: Partial<Draft> & Pick<Draft, 'content' | 'createdBy'>,
): Promise<Draft> {
  const now = clock.now();
  const begun = { id: newId(now), storyId: newId(now), kind: 'update' as const, content: given.content };
  const draft: Draft = { ...newDraft({ ...begun, by: given.createdBy, now }), ...given };
  const drafts = [{ draft, expected: null, seed: seedOf(draft.content) }];
  const put = await storage.commit({ logs: [], rows: [], activity: [], drafts });
  assert.equal(put.type, 'committed', JSON.stringify(put));
  return draft;
}
