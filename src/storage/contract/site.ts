import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteOf } from '../../domain/site.ts';
import { SITE, slugOf } from '../../domain/slug.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, text, type Told } from './telling.ts';

const filed = (
  storage: Storage,
  slug: string,
  section: string | null,
  seconds: number,
  state: 'live' | 'ended' = 'live',
): Promise<Told> =>
  commit(
    storage,
    aStory(),
    [
      { ...opening(slug), section } as ReturnType<typeof opening>,
      ...(state === 'ended' ? [{ kind: 'state' as const, state, until: null }] : []),
    ],
    { at: after(seconds) },
  );

const aPage = (slug: string, inFooter: boolean, words = 'We.') => ({
  kind: 'page' as const,
  slug,
  title: `Title of ${slug}`,
  body: text(words),
  lang: null,
  inFooter,
});

const slugsOf = (items: { story: { slug: string } }[]): string[] => items.map(({ story }) => story.slug);

async function paged(storage: Storage, limit: number, section?: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Storage['frontPage']>> = await storage.frontPage(limit, {
      cursor,
      ...(section !== undefined && { section }),
    });
    seen.push(...slugsOf(page.cards));
    cursor = page.next;
  } while (cursor !== null);
  return seen;
}

export function siteContract(open: Open): void {
  test('the settings are kept whole, with the place in the log they were written at', async () => {
    await using home = await open();
    const { storage } = home;
    const scheme = { accent: '#0b4a80', live: '#b4121d', ink: null, paper: '#fffdf7' };
    const settings = {
      ...siteOf({ kind: 'site', name: 'Jornal “Ø” – 夜' }),
      lang: 'pt-BR',
      zone: 'America/Sao_Paulo',
      colours: { light: scheme, dark: { ...scheme, paper: null } },
      font: 'sans' as const,
      navigation: [{ label: 'Cidade', href: '/sections/cidade' }],
    };
    let told = await commit(storage, aStory(SITE), [{ kind: 'site', name: 'First' }]);
    told = await commit(storage, told, [{ kind: 'site', ...settings }]);
    assert.deepEqual((await storage.site()).site, { ...settings, version: 2 });
    await commit(storage, told, [{ kind: 'site', name: 'Last' }]);
    const plain = siteOf({ kind: 'site', name: 'Last' });
    assert.deepEqual((await storage.site()).site, { ...plain, version: 3 });
  });

  test('a page of the newsroom’s own is written, written over, listed and taken down', async () => {
    await using home = await open();
    const { storage } = home;
    let told = await commit(storage, aStory(SITE), [
      aPage('privacy', true),
      aPage('about', true),
      aPage('jobs', false),
    ]);
    told = await commit(storage, told, [aPage('about', true, 'Us.')]);
    const { kind: _, ...about } = aPage('about', true, 'Us.');
    assert.deepEqual(await storage.plainPage('about'), { ...about, version: 4, changedAt: after(4) });
    assert.deepEqual(await storage.footer(), [
      { slug: 'about', title: 'Title of about', lang: null },
      { slug: 'privacy', title: 'Title of privacy', lang: null },
    ]);
    const first = await storage.plainPages({ limit: 2, cursor: null });
    const rest = await storage.plainPages({ limit: 2, cursor: first.next });
    assert.deepEqual(
      [...first.items, ...rest.items].map(({ slug }) => slug),
      ['about', 'jobs', 'privacy'],
    );
    assert.equal(rest.next, null);
    await commit(storage, told, [{ kind: 'page-removed', slug: 'about' }]);
    assert.equal(await storage.plainPage('about'), null);
  });

  test('everyone recorded as an author can be listed, by address, a page at a time', async () => {
    await using opened = await open();
    const { storage } = opened;
    const authors = ['Ines Okafor', 'Ada Moran', 'Tom Reis'].map((name) => {
      return { slug: slugOf(name), name, role: null, bio: null };
    });
    await commit(
      storage,
      aStory(SITE),
      authors.map((author) => ({ kind: 'author' as const, ...author })),
    );
    const first = await storage.listAuthors({ limit: 2, cursor: null });
    assert.deepEqual(first, { items: [authors[1], authors[0]], next: 'ines-okafor' });
    const rest = await storage.listAuthors({ limit: 2, cursor: first.next });
    assert.deepEqual(rest, { items: [authors[2]], next: null });
  });

  test('a section shows its stories and no others, by the address its name makes, whatever it is written like', async () => {
    await using home = await open();
    const { storage } = home;
    await filed(storage, 'one', 'Ciudad & Río', 1);
    await filed(storage, 'two', 'Sport', 2);
    await filed(storage, 'three', 'ciudad rio', 3, 'ended');
    await filed(storage, 'four', null, 4);
    const told = await filed(storage, 'five', 'Ciudad & Río', 5);
    assert.deepEqual(await paged(storage, 10, slugOf('Ciudad & Río')), ['five', 'one', 'three']);
    assert.deepEqual(await paged(storage, 10, 'no-such'), []);
    assert.deepEqual(await storage.sectionsInUse(5), [
      { slug: 'ciudad-rio', name: 'Ciudad & Río' },
      { slug: 'sport', name: 'Sport' },
    ]);
    assert.equal((await storage.sectionsInUse(1)).length, 1);
    const moved = {
      kind: 'details' as const,
      lang: 'en',
      zone: 'Europe/Lisbon',
      placeZone: null,
      section: 'Sport',
    };
    await commit(storage, told, [moved]);
    assert.deepEqual(await paged(storage, 10, 'ciudad-rio'), ['one', 'three']);
    assert.deepEqual(await paged(storage, 10, 'sport'), ['five', 'two']);
  });

  test('cards go on page by page through live and ended stories, each once, also where times are the same', async () => {
    await using home = await open();
    const { storage } = home;
    for (let n = 0; n < 9; n += 1)
      await filed(
        storage,
        `story-${n}`,
        n % 2 === 0 ? 'Even' : 'Odd',
        n < 4 ? 1 : n,
        n % 3 === 0 ? 'ended' : 'live',
      );
    const all = slugsOf((await storage.frontPage(100)).cards);
    assert.equal(all.length, 9);
    for (const limit of [1, 2, 3, 4, 8, 9])
      assert.deepEqual(await paged(storage, limit), all, `${limit} a page`);
    assert.deepEqual(
      await paged(storage, 2, 'even'),
      all.filter((slug) => Number(slug.slice(6)) % 2 === 0),
    );
  });

  test('who pages on while stories go on misses none that stands still', async () => {
    await using home = await open();
    const { storage } = home;
    const told: Told[] = [];
    for (let n = 0; n < 6; n += 1) told.push(await filed(storage, `story-${n}`, null, n));
    const first = await storage.frontPage(2);
    await commit(storage, told[0]!, [posting('Still going on.')], { at: after(100) });
    const second = await storage.frontPage(10, { cursor: first.next });
    assert.deepEqual(slugsOf(first.cards), ['story-5', 'story-4']);
    assert.deepEqual(slugsOf(second.cards), ['story-3', 'story-2', 'story-1']);
  });

  test('a cursor that is none of ours is the end', async () => {
    await using home = await open();
    await filed(home.storage, 'one', 'City', 1);
    for (const cursor of ['', ' ', '\0', `' OR 1=1`, 'live', 'lively 2026 x'])
      assert.ok((await home.storage.frontPage(5, { cursor })).cards.length === 0, cursor);
  });
}
