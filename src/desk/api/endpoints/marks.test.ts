import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { editorAt } from '../../../../test/support/desk.ts';
import { deskSite } from '../../../../test/support/desk-site.ts';
import { topWords } from '../../../../test/support/drafts.ts';
import { perform } from '../../../commands/perform.ts';
import { postUpdate } from '../../../commands/post-update.ts';
import { retractUpdate } from '../../../commands/retract-update.ts';
import { newDraft } from '../../../domain/desk/new-draft.ts';
import { emptyDocument, paragraphs } from '../../../domain/document.ts';
import { newId } from '../../../domain/id.ts';
import { emptyContent } from '../../shared/draft-doc.ts';
import type { MarksWire } from '../../shared/wire.ts';

const words = (text: string) => ({ content: { title: '', body: paragraphs([text]) } });

test('the desk thinks along with what is written, from what the story told so far', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const desk = editorAt(site.newsroom);
  const { story } = await desk.opens({
    zone: 'America/New_York',
    placeZone: 'Asia/Ho_Chi_Minh',
    byline: ['Inês Duarte'],
  });
  const marks = async (body: unknown): Promise<MarksWire['marks']> => {
    const answer = await reporter.ask(`POST /stories/${story.id}/marks`, { body });
    assert.equal(answer.status, 200, answer.text);
    return (answer.body as MarksWire).marks;
  };
  const kinds = async (text: string): Promise<string[]> => (await marks(words(text))).map(({ kind }) => kind);
  assert.deepEqual(await kinds('A signing ceremony this evening, at about 2 am EST.'), ['clock']);
  assert.deepEqual(await kinds('It was written by Ines Duarte.'), ['spelling']);
  const updateId = await desk.posts(story.slug, '12 people were hurt.');
  const [number] = await marks(words('21 people were hurt.'));
  assert.deepEqual([number?.kind, number?.updateId, number?.blocks], ['number', updateId, false]);

  const now = site.newsroom.clock.now();
  const content = { ...emptyContent(), body: paragraphs(['12 people were hurt.']) };
  const draft = newDraft({
    id: newId(now),
    storyId: story.id,
    kind: 'edit',
    updateId,
    baseVersion: 1,
    content,
    by: reporter.person.id,
    now,
  });
  await site.newsroom.storage.commit({
    logs: [],
    rows: [],
    activity: [],
    drafts: [{ draft, expected: null }],
  });
  assert.deepEqual(
    await marks({ ...words('21 people were hurt.'), draftId: draft.id }),
    [],
    'an edit of the same update',
  );

  await desk.onUpdate(updateId, retractUpdate(updateId, 'It was not so.'));
  assert.deepEqual(await kinds('21 people were hurt.'), [], 'what was taken back is held against nobody');
  const top = { dek: '', summary: [{ text: '12 people are hurt.', updateId }] };
  const [orphan] = await marks({ content: { title: 'High water', body: emptyDocument(), top } });
  assert.deepEqual([orphan?.kind, orphan?.field, orphan?.blocks], ['orphan', 'summary/0', true]);
});

test('words for a story that is still to be opened are looked at too, and hostile ones are refused', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const { storage, clock } = site.newsroom;
  const [now, storyId] = [clock.now(), newId(clock.now())];
  const draft = newDraft({
    id: newId(now),
    storyId,
    kind: 'top',
    content: topWords('', '', { placeZone: 'Asia/Tokyo' }),
    by: reporter.person.id,
    now,
  });
  await storage.commit({ logs: [], rows: [], activity: [], drafts: [{ draft, expected: null }] });
  const ask = (body: unknown, id = storyId) => reporter.ask(`POST /stories/${id}/marks`, { body });
  const answer = await ask(words('It begins at 2 p.m. ET.'));
  assert.deepEqual(
    (answer.body as MarksWire).marks.map(({ kind }) => kind),
    ['clock'],
  );
  for (const [body, status] of [
    [{}, 400],
    [{ content: { title: '', body: { type: 'doc', content: [{ type: 'script' }] } } }, 422],
    [{ content: { title: 'x'.repeat(2000), body: emptyDocument() } }, 400],
    [{ content: { title: '', body: 'words' } }, 400],
  ] as const)
    assert.equal((await ask(body)).status, status, JSON.stringify(body).slice(0, 80));
  assert.equal((await ask(words('x'), newId(now))).status, 404);
});

const text = (at: number): string =>
  `At ${1 + (at % 11)}:30 a.m. ET, ${at} people were hurt in Sector ${at}, Ann Roe said. “We are ready for whatever the night will bring us ${at},” Harbour Master Ana Reis said. The river stands ${at} feet high, and nobody knows what the morning brings.`;

test('five hundred updates are taken apart once', async (t) => {
  await using site = await deskSite();
  const { newsroom } = site;
  const reporter = await site.as('reporter');
  const { story } = await editorAt(newsroom).opens({ placeZone: 'Asia/Tokyo' });
  for (let from = 0; from < 500; from += 100) {
    const verbs = Array.from({ length: 100 }, (_, at) =>
      postUpdate(newId(newsroom.clock.now()), { body: paragraphs([text(from + at), text(from + at + 1)]) }),
    );
    const done = await perform(newsroom, { actor: 'test', story: { slug: story.slug }, verbs });
    assert.equal(done.type, 'played');
  }
  const took: string[] = [];
  for (let time = 0; time < 5; time += 1) {
    const start = performance.now();
    const answer = await reporter.ask(`POST /stories/${story.id}/marks`, {
      body: words(`${text(7)} Anna Reis was there. ${text(8)}`),
    });
    took.push(`${(performance.now() - start).toFixed(1)} ms`);
    assert.equal(answer.status, 200, answer.text);
    assert.ok((answer.body as MarksWire).marks.length > 0);
  }
  t.diagnostic(
    `marks of a draft on a story of 500 updates, over http: ${took.join(', ')} (the first takes them apart)`,
  );
});
