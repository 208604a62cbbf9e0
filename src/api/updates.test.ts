import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite, type ApiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';

const STORY = '/api/v1/stories/the-barrier-holds';

async function nightBegun(): Promise<ApiSite & { first: string }> {
  const site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  return Object.assign(site, {
    first: await editor.posts('the-barrier-holds', 'Water over the quay at nine.'),
  });
}

test('an update is public at once, with a page of its own', async () => {
  await using site = await nightBegun();
  const markdown =
    'She would not be drawn.\n\n> It held.\n>\n> — Joana Prates, harbour engineer, Radio Norte';
  const body = {
    markdown,
    title: 'The engineer speaks',
    author: 'Ines Aguilar',
    keyEvent: true,
    analysis: true,
  };
  const posted = await site.ask(`POST ${STORY}/updates`, { body });
  assert.equal(posted.status, 201);
  assert.deepEqual([posted.body.seq, posted.body.version], [3, 1]);
  assert.equal(posted.body.url, `${site.url}/stories/the-barrier-holds/updates/${posted.body.id}`);
  assert.equal(posted.headers.get('location'), posted.body.url);
  const { body: update } = await site.ask(`GET /api/v1/updates/${posted.body.id}`);
  assert.deepEqual([update.title, update.keyEvent, update.analysis], ['The engineer speaks', true, true]);
  assert.match(String(update.html), /<cite><bdi>Joana Prates<\/bdi><\/cite>/);
  assert.match(String(update.text), /“It held.” — Joana Prates/);
});

test('an update may be a title alone, or a document', async () => {
  await using site = await nightBegun();
  assert.equal((await site.ask(`POST ${STORY}/updates`, { body: { title: 'All clear' } })).status, 201);
  const { body: first } = await site.ask(`GET /api/v1/updates/${site.first}`);
  const copied = await site.ask(`POST ${STORY}/updates`, { body: { document: first.document } });
  const { body: copy } = await site.ask(`GET /api/v1/updates/${copied.body.id}`);
  assert.equal(copy.html, first.html);
  const nothing = await site.ask(`POST ${STORY}/updates`, { body: {} });
  assert.deepEqual(
    [nothing.status, nothing.body.errors[0]?.detail],
    [422, 'an update needs a title or a body'],
  );
});

test('a small edit is told apart from an edit, and marking a key event from both', async () => {
  await using site = await nightBegun();
  const edit = (body: object) => site.ask(`PATCH /api/v1/updates/${site.first}`, { body });
  await edit({ markdown: 'Water over the quay at nine o’clock.', small: true });
  await edit({ title: 'Over the quay', author: 'Tomas Beck' });
  await edit({ keyEvent: true });
  const last = await edit({ keyEvent: true });
  const marks = await site.newsroom.storage.marks(2, 10);
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['small-edit', 'edit', 'key-event'],
  );
  assert.deepEqual(
    [last.status, last.body.seq, last.body.version],
    [200, 5, 4],
    'what is so already is no event',
  );
});

test('a correction keeps before and after, and changes the words where it says so', async () => {
  await using site = await nightBegun();
  const body = { was: 'nine', is: 'ten', note: null, markdown: 'Water over the quay at ten.' };
  const made = await site.ask(`POST /api/v1/updates/${site.first}/corrections`, { body });
  assert.equal(made.status, 201);
  assert.deepEqual([made.body.updateId, made.body.seq, made.body.version], [site.first, 3, 2]);
  const { body: update } = await site.ask(`GET /api/v1/updates/${site.first}`);
  const at = '2019-02-28T03:55:00.000Z';
  assert.deepEqual(update.corrections, [{ id: made.body.id, at, was: 'nine', is: 'ten', note: null }]);
  assert.equal(update.text, 'Water over the quay at ten.');
});

test('a retracted update is a stub with its reason, and takes nothing more', async () => {
  await using site = await nightBegun();
  const update = `/api/v1/updates/${site.first}`;
  await site.ask(`PATCH ${STORY}`, {
    body: { summary: [{ text: 'Water over the quay.', updateId: site.first }] },
  });
  const taken = await site.ask(`POST ${update}/retraction`, { body: { reason: 'It was another quay.' } });
  assert.deepEqual([taken.status, taken.body.version], [201, 2]);
  const { body: stub, text } = await site.ask(`GET ${update}`);
  assert.deepEqual([stub.status, stub.html, stub.text, stub.document], ['retracted', null, null, null]);
  assert.equal(stub.retractionReason, 'It was another quay.');
  assert.doesNotMatch(text, /Water/);
  const { body: story } = await site.ask(`GET ${STORY}`);
  assert.deepEqual(story.summary, [{ text: null, updateId: site.first, retracted: true }]);

  const refused: [string, object?][] = [
    [`PATCH ${update}`, { title: 'x' }],
    [`POST ${update}/corrections`, { was: 'a', is: 'b' }],
    [`POST ${update}/retraction`, { reason: 'twice' }],
    [`PUT ${update}/pin`],
  ];
  for (const [call, body] of refused) {
    const answer = await site.ask(call, { ...(body && { body }) });
    assert.deepEqual([answer.status, answer.body.type], [409, '/api/v1/problems#update-retracted'], call);
  }
});

test('a pin moves from one update to another, and is taken off', async () => {
  await using site = await nightBegun();
  const second = await editorAt(site.newsroom).posts('the-barrier-holds', 'It holds.');
  const pinned = async () => (await site.ask(`GET ${STORY}`)).body.pinned;
  assert.deepEqual((await site.ask(`PUT /api/v1/updates/${site.first}/pin`)).body, { seq: 4 });
  assert.equal(await pinned(), site.first);
  await site.ask(`PUT /api/v1/updates/${second}/pin`);
  assert.equal(await pinned(), second);
  assert.deepEqual(
    (await site.ask(`DELETE /api/v1/updates/${site.first}/pin`)).body,
    { seq: 5 },
    'it was not pinned',
  );
  assert.deepEqual((await site.ask(`DELETE /api/v1/updates/${second}/pin`)).body, { seq: 6 });
  assert.equal(await pinned(), null);
});

for (const order of ['oldest', 'newest']) {
  test(`updates are listed ${order} first, page by page, each once, also while more are posted`, async () => {
    await using site = await nightBegun();
    const editor = editorAt(site.newsroom);
    for (const words of ['2', '3', '4', '5']) await editor.posts('the-barrier-holds', words);
    const seen: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? `order=${order}` : `cursor=${next}`;
      const page = await site.ask(`GET ${STORY}/updates?limit=2&${query}`);
      seen.push(...page.body.items.map(({ seq }) => seq));
      next = page.body.next;
      if (order === 'newest') await editor.posts('the-barrier-holds', 'meanwhile');
    }
    const wanted = [2, 3, 4, 5, 6];
    assert.deepEqual(seen, order === 'oldest' ? wanted : wanted.toReversed());
  });
}

test('an update no one has heard of is 404, whatever is asked of it', async () => {
  await using site = await nightBegun();
  for (const id of ['01a20f41-25df-779b-a2a5-66107dc5978b', 'nonsense', site.first.toUpperCase()]) {
    const update = `/api/v1/updates/${id}`;
    const calls: [string, object?][] = [
      [`GET ${update}`],
      [`PATCH ${update}`, { title: 'x' }],
      [`POST ${update}/corrections`, { was: 'a', is: 'b' }],
      [`POST ${update}/retraction`, { reason: 'x' }],
      [`PUT ${update}/pin`],
      [`DELETE ${update}/pin`],
    ];
    for (const [call, body] of calls) {
      const answer = await site.ask(call, { ...(body && { body }) });
      assert.deepEqual([answer.status, answer.body.type], [404, '/api/v1/problems#unknown-update'], call);
    }
  }
});

test('the clock of a rehearsal is read and set by an admin; a real one by nobody', async () => {
  const set: [string, boolean][] = [];
  const clockControl = { set: async (now: string, running: boolean) => void set.push([now, running]) };
  await using site = await apiSite({ clockControl });
  const admin = await site.token({ scope: 'admin' });
  assert.equal((await site.ask('GET /api/v1/clock', { token: admin })).body.now, '2019-02-28T03:55:00.000Z');
  const body = { now: '2019-02-28T00:05:00-05:00', running: false };
  const answer = await site.ask('PUT /api/v1/clock', { token: admin, body });
  assert.deepEqual(answer.body, { now: '2019-02-28T05:05:00.000Z', running: false });
  assert.deepEqual(set, [['2019-02-28T05:05:00.000Z', false]]);

  await using real = await apiSite();
  const keeper = await real.token({ scope: 'admin' });
  for (const asked of [{ call: 'GET /api/v1/clock' }, { call: 'PUT /api/v1/clock', body }]) {
    const refused = await real.ask(asked.call, { token: keeper, body: asked.body });
    assert.deepEqual([refused.status, refused.body.type], [409, '/api/v1/problems#real-clock']);
  }
});
