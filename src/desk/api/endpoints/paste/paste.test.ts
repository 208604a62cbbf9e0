import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../../../test/support/desk.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../../../../test/support/desk-site.ts';
import { topWords } from '../../../../../test/support/drafts.ts';
import { checkDocument } from '../../../../domain/document.ts';
import { newDraft } from '../../../../domain/desk/new-draft.ts';
import { newId } from '../../../../domain/id.ts';
import { Doc, applyUpdate } from 'yjs';
import { contentOf, seedOf } from '../../../shared/draft-doc.ts';
import type { AcceptanceWire, PasteWire } from '../../../shared/wire.ts';

const POST = `High Water

Photo: Ines Duarte/The Estuary

The river is rising, and the barrier holds so far.

Update, 02/28/2019, 12:05 a.m. ET: The first gate was closed.

“We are ready,” harbour master Ana Reis said.

Update, 1:30 a.m. ET: The second gate was closed as well.

Update, 1:50 a.m. ET: Water stands in the lower town.

Update, 2:50 a.m. ET: The wind has turned.

Share This Story
`;

/** A story that is still to be opened: its top is a draft. */
async function storyToBe({ newsroom }: DeskSite, { person }: SignedIn): Promise<string> {
  const { storage, clock } = newsroom;
  const now = clock.now();
  const storyId = newId(now);
  const content = topWords('');
  const draft = newDraft({ id: newId(now), storyId, kind: 'top', content, by: person.id, now });
  const done = await storage.commit({
    logs: [],
    rows: [],
    activity: [],
    drafts: [{ draft, expected: null, seed: seedOf(content) }],
  });
  assert.equal(done.type, 'committed');
  return storyId;
}

test('a flat post pasted into an unpublished story is proposed as updates at their times; nothing is written', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const storyId = await storyToBe(site, reporter);
  const answer = await reporter.ask(`POST /stories/${storyId}/pastes`, { body: { text: POST } });
  assert.equal(answer.status, 200, answer.text);
  const paste = answer.body as PasteWire;
  assert.deepEqual(
    paste.updates.map(({ at }) => at),
    [
      '2019-02-28T05:05:00.000Z',
      '2019-02-28T06:30:00.000Z',
      '2019-02-28T06:50:00.000Z',
      '2019-02-28T07:50:00.000Z',
    ],
  );
  assert.deepEqual(
    [paste.kind, paste.top?.headline, paste.top?.credit],
    ['post', 'High Water', 'Ines Duarte/The Estuary'],
  );
  assert.deepEqual(
    paste.statements.map(({ speaker }) => speaker),
    ['Ana Reis'],
  );
  assert.deepEqual(paste.dropped, ['Share This Story']);
  const { storage } = site.newsroom;
  assert.equal((await storage.drafts.list({ storyId, statuses: ['draft'], limit: 10 })).length, 1);
  assert.equal(await storage.position(), 0, 'nothing public');
});

test('what is accepted becomes drafts, once, however often it is sent', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const storyId = await storyToBe(site, reporter);
  const paste = (await reporter.ask(`POST /stories/${storyId}/pastes`, { body: { text: POST } }))
    .body as PasteWire;
  const items = paste.updates.map(({ at, title, body, author }) => ({
    at,
    title,
    body,
    author,
    id: newId(site.newsroom.clock.now()),
  }));
  const take = (some: typeof items) =>
    reporter.ask(`POST /stories/${storyId}/pastes/acceptance`, { body: { items: some } });
  const one = await take(items.slice(1, 2));
  assert.equal(one.status, 200, one.text);
  const [all, again] = await Promise.all([take(items), take(items)]);
  for (const answer of [all, again]) {
    const { drafts } = answer.body as AcceptanceWire;
    assert.deepEqual(
      drafts.map(({ id, at }) => [id, at]),
      items.map(({ id, at }) => [id, at]),
      answer.text,
    );
    assert.ok(drafts.every(({ kind, status }) => kind === 'update' && status === 'draft'));
  }
  const { storage } = site.newsroom;
  assert.equal(
    (await storage.drafts.list({ storyId, kinds: ['update'], statuses: ['draft'], limit: 10 })).length,
    4,
  );
  const { rows } = await storage.draftLog.since(items[0]!.id, 0);
  const doc = new Doc();
  for (const { data } of rows) applyUpdate(doc, data);
  assert.deepEqual(
    checkDocument(contentOf(doc).body),
    checkDocument(items[0]!.body),
    'its words can be gone on with',
  );

  const elsewhere = await storyToBe(site, reporter);
  const theft = await reporter.ask(`POST /stories/${elsewhere}/pastes/acceptance`, { body: { items } });
  assert.deepEqual([theft.status, theft.body.errors[0].pointer], [422, '/items/0/id']);
});

test('a wire’s flash becomes one update with the wire as its source', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const { story } = await editorAt(site.newsroom).opens();
  const text = 'FLASH\n\nSUMMIT ENDS WITHOUT AGREEMENT: WHITE HOUSE\n\n(Reuters)';
  const { body } = await reporter.ask(`POST /stories/${story.id}/pastes`, { body: { text } });
  const { kind, updates, top, dropped } = body as PasteWire;
  assert.deepEqual([kind, updates.length, top, dropped], ['flash', 1, null, ['FLASH', '(Reuters)']]);
  const [block] = updates[0]!.body.content;
  assert.ok(block?.type === 'statement');
  assert.deepEqual([block.attrs.speaker, block.attrs.outlet], ['White House', 'Reuters']);
  assert.equal(checkDocument(updates[0]!.body).type, 'document');
});

test('words without a time are one update of a story that has a top', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const { story } = await editorAt(site.newsroom).opens();
  const text = 'Gates closed\n\nThe harbour says that all gates are closed now.\n\nMore tomorrow.';
  const { body } = await reporter.ask(`POST /stories/${story.id}/pastes`, { body: { text } });
  const { updates, top } = body as PasteWire;
  assert.deepEqual([updates.map(({ title, at }) => [title, at]), top], [[['Gates closed', null]], null]);
});

test('hostile markup becomes clean words, and what cannot be read is refused with a sentence', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const { story } = await editorAt(site.newsroom).opens();
  const ask = (body: unknown) => reporter.ask(`POST /stories/${story.id}/pastes`, { body });
  const html = `<p>Water <script>alert(1)</script><img src=x onerror=alert(1)>stands <a href="javascript:alert(1)">high</a>.</p>${'<span>'.repeat(20_000)}deep`;
  const read = await ask({ html });
  assert.ok(read.status === 200 || read.status === 422, read.text);
  assert.doesNotMatch(read.text, /alert\(1\)|onerror|javascript:/);
  for (const [body, status] of [
    [{}, 422],
    [{ text: 'a', html: 'b' }, 422],
    [{ text: 'x'.repeat(1_000_001) }, 400],
    [{ text: '   ' }, 422],
    [{ text: 'High water', zone: 'Mars/Olympus' }, 422],
    [{ text: 'High water', date: '2019-02-31' }, 422],
    [{ html: '<p></p>' }, 422],
  ] as const) {
    const refused = await ask(body);
    assert.equal(refused.status, status, `${JSON.stringify(body).slice(0, 60)} ${refused.text}`);
    assert.ok(refused.body.detail.length > 10);
  }
});
