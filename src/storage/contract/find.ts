import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsOf } from '../../domain/find/sought.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import type { Storage, UpdateQuery } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, text, topping } from './telling.ts';

/** What is found, as `slug` or `slug/seq`. */
async function finds(storage: Storage, typed: string, limit = 50): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Storage['search']>> = await storage.search({
      terms: termsOf(typed),
      limit,
      cursor,
    });
    for (const { story, update } of page.hits)
      found.push(update ? `${story.slug}/${update.seq}` : story.slug);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

const quoting = (outlet: string, words: string): DocumentJSON => ({
  type: 'doc',
  content: [
    {
      type: 'statement',
      attrs: {
        speaker: 'Rosa Tavares',
        role: 'harbour master',
        outlet,
        medium: null,
        interpreter: null,
        link: null,
        lang: null,
      },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    },
  ],
});

export function findContract(open: Open): void {
  test('words are found whatever their case, marks or order; all of them must be there', async () => {
    await using opened = await open();
    const { storage } = opened;
    await commit(storage, aStory(), [
      opening('bridge', { headline: 'Bridge at Đà Nẵng closed' }),
      posting('The CAFÉ by the pier was emptied.'),
      posting('Nobody was hurt, the U.S. consul said; Kim’s crew is safe.'),
    ]);
    assert.deepEqual(await finds(storage, 'da nang'), ['bridge']);
    assert.deepEqual(await finds(storage, 'emptied cafe'), ['bridge/2']);
    assert.deepEqual(await finds(storage, 'cafe consul'), []);
    assert.deepEqual(await finds(storage, 'US kim'), ['bridge/3']);
    assert.deepEqual(await finds(storage, 'ＣＯＮＳＵＬ'), ['bridge/3']);
  });

  test('the last word may go on, a phrase must stand as it is', async () => {
    await using opened = await open();
    const { storage } = opened;
    await commit(storage, aStory(), [
      opening('bridge', { headline: 'No deal', lead: text('Talks broke off early.') }),
      posting('A deal was close, no doubt.'),
      posting('There is no deal.'),
    ]);
    assert.deepEqual(await finds(storage, 'tal'), ['bridge']);
    assert.deepEqual(await finds(storage, 'tal early'), []);
    assert.deepEqual(await finds(storage, 'no deal'), ['bridge', 'bridge/3', 'bridge/2']);
    assert.deepEqual(await finds(storage, '“no deal”'), ['bridge', 'bridge/3']);
    assert.deepEqual(
      await finds(storage, '"deal talks"'),
      [],
      'no phrase runs from the headline into the text',
    );
  });

  test('scripts without spaces, with particles, from right to left are searched alike', async () => {
    await using opened = await open();
    const { storage } = opened;
    await commit(storage, aStory(), [
      opening('talks'),
      posting('河内峰会没有达成协议'),
      posting('정상회담이 합의 없이 끝났다'),
      posting('東京で会議が開かれた'),
      posting('انتهت القمّة دون اتفاق'),
      posting('Hội nghị thượng đỉnh kết thúc mà không có thoả thuận'),
    ]);
    assert.deepEqual(await finds(storage, '峰会'), ['talks/2']);
    assert.deepEqual(await finds(storage, '정상회담 합의'), ['talks/3']);
    assert.deepEqual(await finds(storage, '会議'), ['talks/4']);
    assert.deepEqual(await finds(storage, 'القمة'), ['talks/5']);
    assert.deepEqual(await finds(storage, 'hoi nghi'), ['talks/6']);
  });

  test('stories come before updates, titles before texts, the latest first; paged, each comes once', async () => {
    await using opened = await open();
    const { storage } = opened;
    const barge = { title: 'The barge' };
    await commit(storage, aStory(), [
      opening('old', { headline: 'Barge adrift' }),
      posting('A barge.'),
      posting('It moved.', barge),
    ]);
    await commit(
      storage,
      aStory(),
      [
        opening('new', { headline: 'A pier', lead: text('A barge struck.') }),
        posting('Barge!'),
        posting('Again.', barge),
      ],
      { at: after(500) },
    );
    const order = ['old', 'new', 'new/3', 'old/3', 'new/2', 'old/2'];
    assert.deepEqual(await finds(storage, 'barge'), order);
    for (const limit of [1, 2, 4]) assert.deepEqual(await finds(storage, 'barge', limit), order);
  });

  test('what was edited is found by its new words alone, what was retracted by none', async () => {
    await using opened = await open();
    const { storage } = opened;
    const [wrong, edited] = [
      posting('The captain drowned.', { title: 'Captain lost' }),
      posting('Twoo boats.'),
    ];
    let told = await commit(storage, aStory(), [
      opening('bridge'),
      wrong,
      edited,
      topping({
        headline: 'Captain drowned',
        summary: [
          { text: 'Skipper perished.', updateId: wrong.updateId },
          { text: 'Boats came.', updateId: null },
        ],
      }),
    ]);
    assert.deepEqual(await finds(storage, 'drowned'), ['bridge', 'bridge/2']);
    assert.deepEqual(await finds(storage, 'perished'), ['bridge']);
    const { updateId } = edited;
    told = await commit(storage, told, [
      { kind: 'retraction', updateId: wrong.updateId, reason: 'The mariner lives.' },
      { kind: 'small-edit', updateId, author: null, analysis: false, title: null, body: text('Two boats.') },
    ]);
    assert.deepEqual(await finds(storage, 'perished'), [], 'its line of the summary is shown no more');
    assert.deepEqual(await finds(storage, 'came'), ['bridge']);
    assert.deepEqual(await finds(storage, 'lost'), []);
    assert.deepEqual(await finds(storage, 'mariner'), []);
    assert.deepEqual(await finds(storage, 'twoo'), []);
    assert.deepEqual(await finds(storage, 'two'), ['bridge/3']);
    await commit(storage, told, [topping({ headline: 'Captain safe' })]);
    assert.deepEqual(await finds(storage, 'drowned'), []);
    assert.deepEqual(await finds(storage, 'safe'), ['bridge']);
  });

  test('no question breaks: syntax, controls, ten thousand characters, nothing at all', async () => {
    await using opened = await open();
    const { storage } = opened;
    await commit(storage, aStory(), [opening('bridge', { headline: 'Near and not' }), posting('One.')]);
    const hostile = [
      '',
      '   ',
      '"',
      '*',
      '***',
      'head:x',
      '{head body} : (x)',
      'near(a b, 2)',
      'a AND OR NOT',
      ')) OR ((',
      `' & ! | <-> :* \\ '`,
      "it''s",
      '\0',
      'half \uD83C',
      'x'.repeat(10_000),
      'word '.repeat(2_000),
      `${'('.repeat(300)}a`,
      '-- ; DROP TABLE findable',
      '§update',
      'ﷺ'.repeat(200),
    ];
    for (const typed of hostile) assert.deepEqual(await finds(storage, typed), [], JSON.stringify(typed));
    assert.deepEqual(await finds(storage, 'NEAR AND NOT'), ['bridge']);
    for (const cursor of ['', 'x', '9.1', '0.99999999999999999999', '3.1\0', '-1.5']) {
      const found = await storage.search({ terms: termsOf('one'), limit: 5, cursor });
      assert.deepEqual(found, { hits: [], next: null });
    }
  });

  test('updates posted in one instant are found in their order, however many', async () => {
    await using opened = await open();
    const { storage } = opened;
    const posts = Array.from({ length: 1100 }, () => posting('Tick.'));
    await commit(storage, aStory(), [opening('clock'), ...posts], { at: after(1) });
    const seqs = (await finds(storage, 'tick', 300)).map((found) => Number(found.split('/')[1]));
    assert.deepEqual(
      seqs,
      Array.from({ length: 1100 }, (_, index) => 1101 - index),
    );
  });

  test('a story’s updates are filtered by outlet, author, key event and words, alone and together', async () => {
    await using opened = await open();
    const { storage } = opened;
    const ines = { author: 'Ines Okafor' };
    const [first, second, third, fourth] = [
      posting('', { ...ines, body: quoting('Rádio Costa', 'We have her on radar.') }),
      posting('', { keyEvent: true, body: quoting('radio costa', 'She is gone from radar.') }),
      posting('Radar is down.', { ...ines, keyEvent: true }),
      posting('', { ...ines, keyEvent: true, body: quoting('TV Norte', 'Radar is up.') }),
    ];
    const elsewhere = posting('', { ...ines, body: quoting('Rádio Costa', 'Radar, elsewhere.') });
    let told = await commit(storage, aStory(), [opening('ferry'), first, second, third, fourth]);
    await commit(storage, aStory(), [opening('other'), elsewhere]);
    const asked = async (ask: Partial<UpdateQuery>) => {
      const whole: UpdateQuery = { order: 'newest', limit: 10, count: true, ...ask };
      const { updates, matching } = (await storage.snapshot(told.storyId, whole))!;
      return { seqs: updates.map(({ seq }) => seq), matching };
    };
    const terms = termsOf('radar');
    assert.deepEqual(await asked({ outlet: 'RADIO COSTA' }), { seqs: [3, 2], matching: 2 });
    assert.deepEqual(await asked({ outlet: 'Radio' }), { seqs: [], matching: 0 });
    assert.deepEqual(await asked({ outlet: 'Radio Costa', keyEventsOnly: true }), { seqs: [3], matching: 1 });
    assert.deepEqual(await asked({ outlet: 'Radio Costa', ...ines }), { seqs: [2], matching: 1 });
    assert.deepEqual(await asked({ outlet: 'Radio Costa', after: 3 }), { seqs: [2], matching: 2 });
    assert.deepEqual(await asked({ terms }), { seqs: [5, 4, 3, 2], matching: 4 });
    assert.deepEqual(await asked({ terms, order: 'oldest', after: 2 }), { seqs: [3, 4, 5], matching: 4 });
    assert.deepEqual(await asked({ terms, limit: 2, after: 5 }), { seqs: [4, 3], matching: 4 });
    assert.deepEqual(await asked({ terms: [] }), { seqs: [], matching: 0 });
    assert.deepEqual(await asked({ terms, after: 2 }), { seqs: [], matching: 4 });
    assert.deepEqual(await asked({ terms, ...ines, keyEventsOnly: true }), { seqs: [5, 4], matching: 2 });
    assert.deepEqual(await asked({ terms, outlet: 'radio costa', ...ines }), { seqs: [2], matching: 1 });
    const offered = async () =>
      (await storage.snapshot(told.storyId, { order: 'newest', limit: 0, names: true }))!.names;
    assert.deepEqual(await offered(), {
      authors: [{ key: 'Ines Okafor', name: 'Ines Okafor', updates: 3 }],
      outlets: [
        { key: 'radio costa', name: 'Rádio Costa', updates: 2 },
        { key: 'tv norte', name: 'TV Norte', updates: 1 },
      ],
    });
    const edit = { kind: 'edit' as const, analysis: false, title: null };
    told = await commit(storage, told, [
      { kind: 'retraction', updateId: first.updateId, reason: 'Not hers.' },
      { ...edit, updateId: second.updateId, author: 'Bo Lind', body: quoting('TV Norte', 'Gone.') },
      { kind: 'key-event', updateId: fourth.updateId, marked: false },
    ]);
    assert.deepEqual(await asked({ outlet: 'Radio Costa' }), { seqs: [], matching: 0 });
    assert.deepEqual(await asked({ outlet: 'tv norte', order: 'oldest' }), { seqs: [3, 5], matching: 2 });
    assert.deepEqual(await asked({ terms, keyEventsOnly: true }), { seqs: [4], matching: 1 });
    assert.deepEqual(await offered(), {
      authors: [
        { key: 'Ines Okafor', name: 'Ines Okafor', updates: 2 },
        { key: 'Bo Lind', name: 'Bo Lind', updates: 1 },
      ],
      outlets: [{ key: 'tv norte', name: 'TV Norte', updates: 2 }],
    });
  });

  test('an update that quotes a hundred outlets by names of any length is kept', async () => {
    await using opened = await open();
    const names = Array.from({ length: 120 }, (_, n) => `${n} ${'ﷺ '.repeat(90)}`.trim());
    const body = { type: 'doc' as const, content: names.flatMap((name) => quoting(name, 'Yes.').content) };
    const told = await commit(opened.storage, aStory(), [opening('many'), posting('', { body })]);
    const { updates } = (await opened.storage.snapshot(told.storyId, {
      order: 'newest',
      limit: 5,
      outlet: names[7]!,
    }))!;
    assert.equal(updates.length, 1);
  });
}
