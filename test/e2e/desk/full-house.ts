import assert from 'node:assert/strict';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import type { DeskSite, SignedIn } from '../../support/desk-site.ts';
import type { Places } from './every-screen.ts';
import { someStories } from './some-stories.ts';
import { aNight } from './story-night.ts';

/** A newsroom with something of everything, so that no list is empty. */
export async function aFullHouse(site: DeskSite, ada: SignedIn): Promise<Places> {
  const rosa = await site.as('reporter');
  const { storyId } = await aNight(site, rosa.person);
  const { mill, bridge } = await someStories(site, rosa.person);
  await putDraft(site.newsroom, {
    storyId,
    createdBy: rosa.person.id,
    status: 'trashed',
    trashedBy: rosa.person.id,
    trashedAt: site.newsroom.clock.now(),
    content: updateContent('A motorcade that was none.', { title: 'A motorcade' }),
  });
  const text = { type: 'text', text: 'We are four people in a room.' };
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [text] }] };
  for (const [call, body] of [
    ['PUT /pages/about', { title: 'About us', document }],
    ['PUT /authors', { name: 'Ines Duarte', role: 'Night editor', bio: 'Writes about the river.' }],
    ['POST /tokens', { name: 'Wire importer', scope: 'write' }],
    ['POST /invitations', { name: 'Wren Sole', email: 'wren@estuary.test', role: 'reporter' }],
    [
      'PATCH /site',
      {
        navigation: [
          { label: 'City', href: '/sections/city' },
          { label: 'World', href: '/sections/world' },
        ],
      },
    ],
    [`POST /stories/${storyId}/notes`, { text: 'Who has the pool report?' }],
  ] as const) {
    const { status, text: answer } = await ada.ask(call, { body });
    assert.ok(status < 300, `${call}: ${answer}`);
  }
  const ended = mill ?? '';
  return { live: storyId, ended, unopened: bridge ?? '' };
}
