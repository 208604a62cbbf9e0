import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraft } from '../../domain/desk/new-draft.ts';
import type { Draft, DraftContent } from '../../domain/desk/draft.ts';
import { termsOf } from '../../domain/find/sought.ts';
import type { StoriesQuery, StoryCard } from '../desk/desk-readings.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, someId, text } from './telling.ts';

const TOP = { dek: '', byline: [], credit: '', summary: [], photo: null, section: '', zone: 'UTC' };

const content = (words: Partial<DraftContent> = {}): DraftContent => ({
  title: '',
  body: text('Pilots walk out.'),
  author: '',
  keyEvent: false,
  analysis: false,
  top: null,
  ...words,
});

export const aDraft = (draft: Partial<Draft> = {}): Draft => {
  const begun = { id: someId(), storyId: someId(), kind: 'update' as const, content: content() };
  return { ...newDraft({ ...begun, by: 'ines', now: after(1) }), logSeq: 0, ...draft };
};

const aTopDraft = (title: string, draft: Partial<Draft> = {}): Draft =>
  aDraft({ kind: 'top', content: content({ title, top: { ...TOP, placeZone: '', lang: 'en' } }), ...draft });

const write = (storage: Storage, ...drafts: Draft[]) =>
  storage.commit({
    logs: [],
    rows: [],
    activity: [],
    drafts: drafts.map((draft) => ({ draft, expected: null })),
  });

const listed = async (storage: Storage, query: Partial<StoriesQuery> = {}): Promise<StoryCard[]> =>
  (await storage.desk.stories({ limit: 50, cursor: null, ...query })).items;

export function deskStoriesContract(open: Open): void {
  test('the desk lists opened stories and those still to be, what changed last first', async () => {
    await using opened = await open();
    const { storage } = opened;
    const bridge = await commit(storage, aStory(), [opening('bridge'), posting('One.')]);
    const flood = await commit(storage, aStory(), [opening('flood', { headline: 'Water rises' })], {
      at: after(10),
    });
    const strike = aTopDraft('Pilots strike', { changedAt: after(20) });
    const filed = aDraft({ storyId: bridge.storyId, status: 'filed', changedAt: after(30) });
    const trashed = aDraft({ storyId: flood.storyId, status: 'trashed', changedAt: after(40) });
    const discarded = aTopDraft('Never mind', { status: 'trashed', changedAt: after(41) });
    await write(storage, strike, filed, trashed, discarded);

    const cards = await listed(storage);
    assert.deepEqual(
      cards.map((card) => [card.id, card.slug, card.headline, card.state, card.changedAt]),
      [
        [bridge.storyId, 'bridge', bridge.story?.top.headline, 'live', after(30)],
        [strike.storyId, null, 'Pilots strike', 'unpublished', after(20)],
        [flood.storyId, 'flood', 'Water rises', 'live', after(10)],
      ],
    );
    assert.deepEqual(cards[0]?.drafts, { draft: 0, filed: 1, scheduled: 0 });
    assert.deepEqual(cards[2]?.drafts, { draft: 0, filed: 0, scheduled: 0 });
    assert.equal(cards[0]?.lastUpdateAt, after(2));
    assert.equal(cards[0]?.seq, 2);
    assert.equal(cards[0]?.updateCount, 1);
    assert.equal(cards[2]?.lastUpdateAt, null);
  });

  test('a page follows the page before, across both kinds', async () => {
    await using opened = await open();
    const { storage } = opened;
    for (const [at, slug] of ['one', 'two', 'three'].entries())
      await commit(storage, aStory(), [opening(slug)], { at: after(at * 2) });
    await write(storage, aTopDraft('a', { changedAt: after(1) }), aTopDraft('b', { changedAt: after(4) }));
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Storage['desk']['stories']>> = await storage.desk.stories({
        limit: 1,
        cursor,
      });
      found.push(...page.items.map(({ slug, headline }) => slug ?? headline));
      cursor = page.next;
    } while (cursor !== null);
    assert.equal(found.length, 5);
    assert.deepEqual(found.slice(0, 2).toSorted(), ['b', 'three']);
    assert.deepEqual(found.slice(2), ['two', 'a', 'one']);
  });

  test('the list is asked by state, and by words of the headline', async () => {
    await using opened = await open();
    const { storage } = opened;
    const ended = { kind: 'state' as const, state: 'ended' as const, until: null };
    await commit(storage, aStory(), [opening('bridge', { headline: 'Bridge shut' }), ended]);
    await commit(storage, aStory(), [opening('flood', { headline: 'Élan on the bridge', dek: 'Pilots' })]);
    await write(storage, aTopDraft('Pilots strike'), aTopDraft('Nothing of the kind'));
    const slugs = async (query: Partial<StoriesQuery>) =>
      (await listed(storage, query)).map(({ slug, headline }) => slug ?? headline).toSorted();
    assert.deepEqual(await slugs({ state: 'ended' }), ['bridge']);
    assert.deepEqual(await slugs({ state: 'unpublished' }), ['Nothing of the kind', 'Pilots strike']);
    assert.deepEqual(await slugs({ terms: termsOf('bridge') }), ['bridge', 'flood']);
    assert.deepEqual(await slugs({ terms: termsOf('elan bri') }), ['flood']);
    assert.deepEqual(await slugs({ terms: termsOf('pilo') }), ['Pilots strike']);
    assert.deepEqual(await slugs({ terms: termsOf('…') }), []);
  });

  test('drafts are found by their words, some looked at in a turn', async () => {
    await using opened = await open();
    const { storage } = opened;
    const wanted = aDraft({ changedAt: after(1), content: content({ body: text('The MAYOR of Ávila.') }) });
    const trashed = aDraft({ ...wanted, id: someId(), status: 'trashed' });
    await write(storage, wanted, trashed, aDraft({ changedAt: after(2) }), aDraft({ changedAt: after(3) }));
    const ask = { terms: termsOf('mayor avila'), statuses: ['draft', 'filed'] as const, look: 2 };
    const first = await storage.desk.findDrafts({ ...ask, cursor: null });
    assert.deepEqual(first.items, []);
    const second = await storage.desk.findDrafts({ ...ask, cursor: first.next });
    assert.deepEqual(second, { items: [wanted], next: null });
    const phrase = await storage.desk.findDrafts({
      ...ask,
      terms: termsOf('"mayor avila"'),
      look: 9,
      cursor: null,
    });
    assert.deepEqual(phrase.items, []);
  });

  test('headlines are told of opened stories and of those still to be', async () => {
    await using opened = await open();
    const { storage } = opened;
    const bridge = await commit(storage, aStory(), [opening('bridge', { headline: 'Bridge shut' })]);
    const strike = aTopDraft('Pilots strike');
    await write(storage, strike, aTopDraft('Bridge open', { storyId: bridge.storyId, baseVersion: 1 }));
    assert.deepEqual(await storage.desk.headlines([bridge.storyId, strike.storyId, someId()]), {
      [bridge.storyId]: { slug: 'bridge', headline: 'Bridge shut' },
      [strike.storyId]: { slug: null, headline: 'Pilots strike' },
    });
  });
}
