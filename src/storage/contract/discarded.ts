import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happening } from '../../domain/event.ts';
import { termsOf } from '../../domain/find/sought.ts';
import type { Storage } from '../storage.ts';
import { aDraft } from './drafts.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, type Told } from './telling.ts';

const PAGE = { limit: 50, cursor: null };
const author = (name: string): Happening => ({
  kind: 'author',
  slug: name.toLowerCase(),
  name,
  role: null,
  bio: null,
});

/** The sample, filed under a section by one who writes nothing else, and a story told in earnest. */
async function twoStories(storage: Storage): Promise<{ sample: Told; other: Told; updateId: string }> {
  await commit(storage, aStory('site'), [author('Ines'), author('Tom')]);
  const example = { ...opening('ferry', { headline: 'Ferry overdue', byline: ['Ines'] }), section: 'Coast' };
  const post = posting('The ferry is silent.', { keyEvent: true });
  const opened = { ...example, sample: true } as Happening;
  const sample = await commit(storage, aStory(), [opened, post], { at: after(5) });
  const bridge = [opening('bridge', { byline: ['Tom'] }), posting('The bridge holds.')];
  const other = await commit(storage, aStory(), bridge);
  const draft = aDraft({ storyId: sample.storyId, status: 'scheduled', publishAt: after(9) });
  await storage.commit({ logs: [], rows: [], activity: [], drafts: [{ draft, expected: null }] });
  return { sample, other, updateId: post.updateId };
}

const slugs = (items: { story: { slug: string } }[]) => items.map(({ story }) => story.slug);

/** Every way there is to come by a story: what each finds of the sample, and of the other. */
async function found(
  storage: Storage,
  { sample: { storyId }, other, updateId }: Awaited<ReturnType<typeof twoStories>>,
) {
  const hits = async (words: string) =>
    slugs((await storage.search({ ...PAGE, terms: termsOf(words) })).hits);
  const named = await storage.desk.stories({ ...PAGE, terms: termsOf('ferry') });
  return {
    byAddress: await storage.findStory({ slug: 'ferry' }),
    byId: await storage.findStory({ id: storyId }),
    update: await storage.findUpdate(updateId),
    snapshot: await storage.snapshot(storyId, { order: 'newest', limit: 9 }),
    lists: [
      slugs((await storage.listStories(PAGE)).items),
      slugs((await storage.frontPage(50)).cards),
      slugs((await storage.frontPage(50, { section: 'coast' })).cards),
      slugs((await storage.storiesByAuthor('Ines', PAGE)).items),
      await hits('ferry'),
      (await storage.storyAddresses(50)).map(({ slug }) => slug),
      await storage.recentSlugs(50),
      (await storage.relatedStories(other.storyId, null, 9)).map(({ slug }) => slug),
      (await storage.sectionsInUse(9)).map(({ slug }) => slug),
      (await storage.listAuthors(PAGE)).items.map(({ name }) => name),
      [await storage.author('ines')].flatMap((one) => one?.name ?? []),
      (await storage.desk.stories(PAGE)).items.map(({ slug }) => slug),
      named.items.map(({ slug }) => slug),
    ],
    drafts: (await storage.drafts.list({ statuses: ['scheduled'], limit: 9 })).length,
    due: (await storage.drafts.due(after(99), 9)).length,
    inTrash: slugs(await storage.desk.discarded()),
    sample: (await storage.desk.sample())?.story.slug,
  };
}

export function discardedContract(open: Open): void {
  test('a sample that was discarded is found by nothing but the trash, and as it was once it is back', async () => {
    await using home = await open();
    const { storage } = home;
    const stories = await twoStories(storage);
    const { sample } = stories;
    const before = await found(storage, stories);
    assert.equal(before.lists.flat().filter((one) => one === 'ferry').length, 11);
    assert.deepEqual([before.drafts, before.due, before.inTrash], [1, 1, []]);

    const away = await commit(storage, sample, [{ kind: 'discard' }]);
    const gone = await found(storage, stories);
    const { byAddress, byId, update, snapshot, lists, drafts, due, inTrash } = gone;
    assert.deepEqual([byAddress, byId, update, snapshot], [null, null, null, null]);
    assert.deepEqual(lists, [
      ['bridge'],
      ['bridge'],
      [],
      [],
      [],
      ['bridge'],
      ['bridge'],
      [],
      [],
      ['Tom'],
      [],
      ['bridge'],
      [],
    ]);
    assert.deepEqual([drafts, due, inTrash, gone.sample], [0, 0, ['ferry'], 'ferry']);
    const kept = await storage.findStory({ slug: 'ferry', discarded: true });
    assert.deepEqual([kept?.story.id, kept?.story.discardedAt], [sample.storyId, after(3)]);

    await commit(storage, away, [{ kind: 'restore' }]);
    const back = await found(storage, stories);
    assert.deepEqual(
      { ...back, byAddress: null, byId: null, snapshot: null, lists: [] },
      {
        ...before,
        byAddress: null,
        byId: null,
        snapshot: null,
        lists: [],
      },
    );
    assert.deepEqual(
      back.lists.map((list) => new Set(list)),
      before.lists.map((list) => new Set(list)),
    );
    assert.equal(back.byId?.story.discardedAt, null);
  });

  test('no log can say that a story told in earnest was thrown away, nor the same twice', async () => {
    await using home = await open();
    const told = await commit(home.storage, aStory(), [opening('bridge')]);
    await assert.rejects(commit(home.storage, told, [{ kind: 'discard' }]), /cannot discard it/);
    const sample = await commit(home.storage, aStory(), [{ ...opening('ferry'), sample: true } as Happening]);
    await assert.rejects(commit(home.storage, sample, [{ kind: 'restore' }]), /cannot restore it/);
    await assert.rejects(
      commit(home.storage, sample, [{ kind: 'discard' }, { kind: 'discard' }]),
      /cannot discard it/,
    );
  });
}
