import assert from 'node:assert/strict';
import { changeState } from '../../../src/commands/change-state.ts';
import { beginDraft } from '../../../src/commands/drafts/begin-draft.ts';
import type { Person } from '../../../src/domain/desk/people.ts';
import { newId } from '../../../src/domain/id.ts';
import { emptyContent, seedOf } from '../../../src/desk/shared/draft-doc.ts';
import type { DeskSite } from '../../support/desk-site.ts';
import { editorAt } from '../../support/desk.ts';

/** A newsroom in the middle of a night: a story live, one paused, one ended, one still to be opened, and drafts that wait. */
export async function someStories({ newsroom }: DeskSite, by: Person): Promise<Record<string, string>> {
  const editor = editorAt(newsroom);
  const open = async (headline: string, section: string): Promise<{ id: string; slug: string }> => {
    const { story } = await editor.opens({ headline, section });
    return { id: story.id, slug: story.slug };
  };
  const begin = async (
    storyId: string,
    kind: 'top' | 'update',
    title: string,
    filed: boolean,
  ): Promise<void> => {
    const blank = emptyContent(null);
    const content = { ...blank, title };
    const now = newsroom.clock.now();
    const begun = await beginDraft(
      newsroom,
      { personId: by.id, actor: `person ${by.id}`, name: by.name },
      {
        id: newId(now),
        storyId,
        kind,
        written: { content, seed: seedOf(content) },
        ...(filed && { filed: { at: now } }),
      },
      seedOf,
    );
    assert.equal(begun.type, 'begun', JSON.stringify(begun));
  };
  const mill = await open('Fire at the old mill is under control, two streets still closed', 'City');
  const { clock } = newsroom;
  clock.pass(30);
  const budget = await open('Council votes on the budget', 'Politics');
  await editor.onStory(budget.slug, changeState('paused'));
  const summit = await open('No deal: talks in Hanoi end early', 'World');
  clock.pass(20);
  await editor.posts(summit.slug, 'The leaders are back at their hotels.');
  await editor.posts(summit.slug, 'A working lunch did not take place.');
  await editor.onStory(mill.slug, changeState('ended'));
  clock.pass(4);
  await begin(summit.id, 'update', 'Shares in Seoul fall', true);
  await begin(summit.id, 'update', 'What the press secretary said', false);
  const bridge = newId(clock.now());
  await begin(bridge, 'top', 'The bridge at Lorne is closed', false);
  return { mill: mill.id, budget: budget.id, summit: summit.id, bridge };
}
