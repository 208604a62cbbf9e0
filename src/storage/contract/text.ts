import assert from 'node:assert/strict';
import { test } from 'node:test';
import { happeningOf } from '../../domain/event.ts';
import { SITE } from '../../domain/slug.ts';
import type { Open } from './opened.ts';
import { aStory, commit, opening, posting, someId, tell, text, topping } from './telling.ts';

const HARD = [
  `it's "quoted"; DROP TABLE events; --`,
  '100% of a_b\\c \\u0000 $1 ?1 :name {"json":true}',
  'Đỗ Thị Hà · نهر · 東京 · 🌉👩🏽‍🚒 · e\u0301 vs é',
  '\u202Eright to left\u202C\u200D\uFEFF',
  'one\r\ntwo\tthree\u2028four',
  '',
  ' ',
];

const TOP = { limit: 5, cursor: null };

export function textContract(open: Open): void {
  for (const words of HARD) {
    test(`words come back as they went in: ${JSON.stringify(words).slice(0, 40)}`, async () => {
      await using opened = await open();
      const { storage } = opened;
      const post = posting(words, { title: words, author: words });
      const top = { headline: words, dek: words, byline: [words], credit: words, lead: text(words) };
      const was = { correctionId: someId(), was: words, is: words, note: words };
      const happenings = [opening('hard', top), post, { kind: 'story-correction' as const, ...was }];
      const told = await commit(storage, aStory(), happenings);
      await commit(storage, aStory(SITE), [
        { kind: 'author', slug: 'hard', name: words, role: words, bio: words },
      ]);
      assert.deepEqual((await storage.findStory({ id: told.storyId }))?.story, told.story);
      assert.deepEqual(await storage.findUpdate(post.updateId), told.updates.get(post.updateId));
      assert.equal((await storage.corrections(told.storyId))[0]?.note, words);
      assert.deepEqual((await storage.events(told.storyId, 0, 10)).map(happeningOf), happenings);
      assert.deepEqual(await storage.author('hard'), { slug: 'hard', name: words, role: words, bio: words });
      assert.deepEqual(
        (await storage.authorsByName([words, 'nobody'])).map((author) => author.slug),
        ['hard'],
      );
      assert.deepEqual(
        (await storage.storiesByAuthor(words, TOP)).items.map(({ story }) => story.id),
        [told.storyId],
      );
    });
  }

  test('a megabyte of words in one update is kept whole', async () => {
    await using opened = await open();
    const post = posting('Größe 🌉 '.repeat(100_000));
    const told = await commit(opened.storage, aStory(), [opening('long'), post]);
    assert.deepEqual(await opened.storage.findUpdate(post.updateId), told.updates.get(post.updateId));
    const [, event] = await opened.storage.events(told.storyId, 0, 2);
    assert.deepEqual(happeningOf(event!), post);
  });

  test('what no database can keep as text is refused alike everywhere, with nothing written', async () => {
    await using opened = await open();
    for (const words of ['a\0b', 'half \uD83C']) {
      const { told: _, ...change } = tell(aStory(), [opening('nul'), posting('One.', { title: words })]);
      await assert.rejects(opened.storage.commit(change), /NUL or half a character/);
    }
    assert.equal(await opened.storage.position(), 0);
  });

  test('asking for an address that cannot be is answered, not broken', async () => {
    await using opened = await open();
    await commit(opened.storage, aStory(), [opening('bridge')]);
    for (const slug of ['bridge\0', '\0', 'half \uD83C', `' OR 1=1 --`, 'x'.repeat(100_000)]) {
      assert.equal(await opened.storage.findStory({ slug }), null);
      assert.equal(await opened.storage.findUpdate(slug), null);
      assert.equal(await opened.storage.author(slug), null);
      assert.equal(await opened.storage.tokens.byHash(slug), null);
      assert.deepEqual((await opened.storage.storiesByAuthor(slug, TOP)).items, []);
    }
  });

  test('a byline’s name is found whole, never as a part or a pattern', async () => {
    await using opened = await open();
    const { storage } = opened;
    let told = await commit(storage, aStory(), [
      opening('bridge', { byline: ['Ana Lee', 'Bo_ 100%', 'Ana Lee'] }),
    ]);
    for (const name of ['Ana', 'Lee', 'Bo', 'Bo_', 'Bo% 100_', '%', 'ana lee', 'Ana Lee"']) {
      assert.deepEqual((await storage.storiesByAuthor(name, TOP)).items, []);
    }
    assert.equal((await storage.storiesByAuthor('Bo_ 100%', TOP)).items.length, 1);
    told = await commit(storage, told, [topping({ byline: ['Cy Park'] })]);
    assert.deepEqual(
      (await storage.storiesByAuthor('Ana Lee', TOP)).items,
      [],
      'a byline that was taken off is off',
    );
    assert.equal((await storage.storiesByAuthor('Cy Park', TOP)).items[0]?.seq, told.seq);
  });
}
