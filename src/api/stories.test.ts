import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';

test('a story is opened, published at once, and named by its first headline', async () => {
  await using site = await apiSite();
  const body = {
    headline: 'The Barrier Holds',
    dek: 'For now.',
    lead: { markdown: 'The river is *high*.' },
    byline: ['Ines Aguilar', 'Tomas Beck'],
    credit: 'Photo: Mara Lund',
    zone: 'Europe/Lisbon',
    placeZone: 'Asia/Ho_Chi_Minh',
    section: 'Harbour',
    lang: 'en-gb',
  };
  const opened = await site.ask('POST /api/v1/stories', { body });
  const url = `${site.url}/stories/the-barrier-holds`;
  assert.equal(opened.status, 201);
  assert.equal(opened.headers.get('location'), url);
  assert.equal(opened.headers.get('etag'), '"1"');
  assert.deepEqual({ ...opened.body, id: 0 }, { id: 0, slug: 'the-barrier-holds', seq: 1, version: 1, url });

  const { body: story } = await site.ask('GET /api/v1/stories/the-barrier-holds');
  const { lead, ...told } = story as typeof story & {
    lead: { html: string; text: string; document: unknown };
  };
  assert.equal(lead.html, '<p dir="auto">The river is <em>high</em>.</p>');
  assert.equal(lead.text, 'The river is high.');
  assert.deepEqual([told.byline, told.dek, told.section], [body.byline, 'For now.', 'Harbour']);
  assert.deepEqual([told.zone, told.lang, told.state], ['Europe/Lisbon', 'en-GB', 'live']);

  const again = await site.ask('PATCH /api/v1/stories/the-barrier-holds', {
    body: { lead: { document: lead.document } },
  });
  assert.equal(again.body.seq, 1, 'a document read and sent back changes nothing');
});

test('a second story of the same headline gets a number', async () => {
  await using site = await apiSite();
  await site.ask('POST /api/v1/stories', { body: { headline: 'No Deal' } });
  const second = await site.ask('POST /api/v1/stories', { body: { headline: 'No deal!' } });
  assert.equal(second.body.slug, 'no-deal-2');
});

test('top, details, address and state change in one commit, and every headline is kept', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const updateId = await editor.posts('the-barrier-holds', 'Water over the quay.');
  site.newsroom.clock.pass(30);
  const body = {
    headline: 'The barrier gives way',
    lead: { markdown: 'The river is over the quay.' },
    summary: [{ text: 'Water over the quay.', updateId }, { text: 'Nobody is hurt.' }],
    section: 'Harbour',
    slug: 'barrier-gives-way',
    state: 'paused',
    pausedUntil: '2019-02-28T13:00:00+01:00',
  };
  const changed = await site.ask('PATCH /api/v1/stories/the-barrier-holds', { body });
  assert.equal(changed.status, 200);
  assert.deepEqual(
    [changed.body.slug, changed.body.seq, changed.body.version],
    ['barrier-gives-way', 6, 5],
    'one event each for details, top, address and state',
  );
  assert.equal(await site.newsroom.storage.position(), 6);

  const { body: story } = await site.ask('GET /api/v1/stories/the-barrier-holds');
  assert.equal(story.slug, 'barrier-gives-way');
  assert.deepEqual([story.state, story.pausedUntil], ['paused', '2019-02-28T12:00:00.000Z']);
  assert.deepEqual(story.headlines, [
    { headline: 'The barrier holds', at: '2019-02-28T03:55:00.000Z' },
    { headline: 'The barrier gives way', at: '2019-02-28T04:25:00.000Z' },
  ]);
  assert.deepEqual(story.summary, [
    { text: 'Water over the quay.', updateId, retracted: false },
    { text: 'Nobody is hurt.', updateId: null, retracted: false },
  ]);
});

test('a pause is lengthened alone, left as it is by what does not name it, and lifted', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const change = (body: object) => site.ask('PATCH /api/v1/stories/the-barrier-holds', { body });
  const until = async () => (await site.ask('GET /api/v1/stories/the-barrier-holds')).body.pausedUntil;
  await change({ state: 'paused', pausedUntil: '2019-02-28T06:00:00Z' });
  await change({ pausedUntil: '2019-02-28T07:00:00Z' });
  assert.equal(await until(), '2019-02-28T07:00:00.000Z');
  await change({ state: 'paused', dek: 'Back at seven.' });
  assert.equal(await until(), '2019-02-28T07:00:00.000Z');
  await change({ pausedUntil: null });
  assert.equal(await until(), null);
  const early = await change({ state: 'live', pausedUntil: '2019-02-28T08:00:00Z' });
  assert.deepEqual([early.status, early.body.errors[0]?.pointer], [422, '/pausedUntil']);
});

test('an ended story takes corrections and no updates, until it is set live again', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const id = await editor.posts('the-barrier-holds', 'Water over the quay at nine.');
  const story = 'api/v1/stories/the-barrier-holds';
  await site.ask(`PATCH /${story}`, { body: { state: 'ended' } });
  const late = await site.ask(`POST /${story}/updates`, { body: { markdown: 'One more thing.' } });
  assert.deepEqual([late.status, late.body.type], [409, '/api/v1/problems#story-ended']);
  const corrected = await site.ask(`POST /api/v1/updates/${id}/corrections`, {
    body: { was: 'nine', is: 'ten' },
  });
  assert.equal(corrected.status, 201);
  await site.ask(`PATCH /${story}`, { body: { state: 'live' } });
  assert.equal((await site.ask(`POST /${story}/updates`, { body: { markdown: 'Again.' } })).status, 201);
});

test('an address another story had is taken for ever', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens({ headline: 'First' });
  await editor.opens({ headline: 'Second' });
  await site.ask('PATCH /api/v1/stories/first', { body: { slug: 'renamed' } });
  const before = await site.newsroom.storage.position();
  const taken = await site.ask('PATCH /api/v1/stories/second', {
    body: { slug: 'first', dek: 'Not written either.' },
  });
  assert.deepEqual([taken.status, taken.body.type], [409, '/api/v1/problems#slug-taken']);
  assert.equal(await site.newsroom.storage.position(), before, 'nothing of the request was done');
});

test('the top is corrected in the open', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const body = { was: 'the Lindt', is: 'the Lund', note: 'We misread the name.' };
  const made = await site.ask('POST /api/v1/stories/the-barrier-holds/corrections', { body });
  assert.equal(made.status, 201);
  assert.deepEqual([made.body.seq, made.body.version, made.body.updateId], [2, 1, null]);
  const { body: story } = await site.ask('GET /api/v1/stories/the-barrier-holds');
  const at = '2019-02-28T03:55:00.000Z';
  assert.deepEqual(story.corrections, [{ id: made.body.id, at, ...body }]);
});

test('stories are listed last opened first, page by page, each once', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  for (const headline of ['One', 'Two', 'Three', 'Four', 'Five']) {
    await editor.opens({ headline });
    site.newsroom.clock.pass(headline === 'Two' ? 0 : 1);
  }
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page = await site.ask(`GET /api/v1/stories?limit=2${next && `&cursor=${next}`}`);
    assert.ok(page.body.items.length <= 2);
    seen.push(...page.body.items.map(({ slug }) => slug));
    next = page.body.next;
  }
  assert.deepEqual([seen[0], seen[1], seen.length], ['five', 'four', 5]);
  assert.deepEqual(seen.toSorted(), ['five', 'four', 'one', 'three', 'two']);
});

test('an author is recorded under the address their name makes', async () => {
  await using site = await apiSite();
  const body = { name: 'Inês Aguilar', role: 'Night reporter' };
  const recorded = await site.ask('PUT /api/v1/authors/ines-aguilar', { body });
  assert.deepEqual(recorded.body, { slug: 'ines-aguilar', bio: null, ...body });
  assert.deepEqual((await site.ask('GET /api/v1/authors/ines-aguilar')).body, recorded.body);
  const position = await site.newsroom.storage.position();
  await site.ask('PUT /api/v1/authors/ines-aguilar', { body });
  assert.equal(await site.newsroom.storage.position(), position, 'the same again is no event');
  const astray = await site.ask('PUT /api/v1/authors/ines', { body });
  assert.deepEqual([astray.status, astray.body.errors[0]?.pointer], [422, '/name']);
  assert.equal((await site.ask('GET /api/v1/authors/nobody')).body.type, '/api/v1/problems#unknown-author');
});

test('a story no one has heard of is 404, whatever is asked of it', async () => {
  await using site = await apiSite();
  const calls: [string, object?][] = [
    ['GET /api/v1/stories/nowhere'],
    ['PATCH /api/v1/stories/nowhere', { dek: 'x' }],
    ['POST /api/v1/stories/nowhere/corrections', { was: 'a', is: 'b' }],
    ['GET /api/v1/stories/nowhere/updates'],
    ['POST /api/v1/stories/nowhere/updates', { markdown: 'x' }],
    ['GET /api/v1/stories/site'],
    ['PATCH /api/v1/stories/site', { headline: 'x' }],
  ];
  for (const [call, body] of calls) {
    const { status, body: told } = await site.ask(call, { ...(body && { body }) });
    assert.deepEqual([status, told.type], [404, '/api/v1/problems#unknown-story'], call);
  }
});
