/* oxlint-disable unicorn/no-thenable -- the wire's word for what is to come of a draft; nobody awaits it */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import {
  begin,
  chosenId,
  openedStory,
  posted,
  problem,
  publish,
  published,
  stateOf,
  topWords,
  words,
} from '../../../../../test/support/drafts.ts';
import { verify } from '../../../../ops/verify.ts';
import type { DraftActsDoneWire, MadeDraftWire } from '../../../shared/wire.ts';

test('a story is opened from its drafted top, and its first update published beside it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const top = topWords('No Deal', 'The summit was cut short.', {
    dek: 'What we know',
    byline: ['Ines Duarte'],
  });
  const story = await openedStory(editor, top);
  assert.equal(story.slug, 'no-deal');
  assert.equal(story.url, `${site.url}/stories/no-deal`);
  const content = words('Lunch is off', 'The tables stay empty.', { author: 'Ines Duarte', keyEvent: true });
  const update = await posted(editor, story.storyId, content);
  assert.deepEqual([update.updateId, update.seq], [update.draft.id, 2]);
  const page = await (await fetch(update.url)).text();
  assert.match(page, /The tables stay empty/);
  const { status, publishedBy, publishedSeq } = update.draft;
  assert.deepEqual([status, publishedBy, publishedSeq], ['published', editor.person.id, 2]);
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');
});

test('a draft that is sent again after a cut answer is the same draft, and nothing is changed', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const asked = { id: chosenId(), storyId, content: words('Lunch'), then: 'file' as const };
  const filedAt = '2019-02-28T03:00:00.000Z';
  const first = await begin(reporter, { ...asked, filedAt });
  assert.deepEqual(
    [first.status, first.body.draft.status, first.body.draft.filedAt],
    [201, 'filed', filedAt],
  );
  site.newsroom.clock.pass(3);
  const again = await begin(reporter, { ...asked, content: words('Something else'), filedAt });
  assert.equal(again.status, 200);
  assert.deepEqual(again.body, first.body);
  // Once somebody takes it back, the retry that comes late does not file it anew.
  const { id, version } = first.body.draft;
  assert.equal((await editor.ask(`DELETE /drafts/${id}/filing?version=${version}`)).status, 200);
  assert.equal((await begin(reporter, asked)).body.draft.status, 'draft');
  const others = await editor.ask('POST /drafts', { body: { id, storyId, kind: 'update' } });
  assert.equal(problem(others), '409 draft-moved', 'the id of another’s draft');
});

test('what was filed in a tunnel is filed at the writer’s hour, but never later than it came in', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const { storyId } = await openedStory(await site.as('editor'));
  const ahead = '2019-02-28T05:00:00+01:00';
  const { body } = await begin(reporter, { storyId, then: 'file', filedAt: '2031-01-01T00:00:00Z' });
  assert.equal(body.draft.filedAt, site.newsroom.clock.now());
  const draft = (await begin(reporter, { storyId })).body.draft;
  site.newsroom.clock.pass(30);
  const filed = await reporter.ask(`POST /drafts/${draft.id}/filing`, {
    body: { version: 1, filedAt: ahead },
  });
  assert.equal(filed.body.filedAt, '2019-02-28T04:00:00.000Z');
});

test('what an editor sends from the train goes out at once; a reporter’s stays filed, and is told why', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const mine = { id: chosenId(), storyId, content: words('Lunch'), then: 'publish' as const };
  const out = await begin(editor, mine);
  assert.deepEqual([out.status, out.body.draft.status, out.body.published?.seq], [201, 'published', 2]);
  const again = await begin(editor, mine);
  assert.deepEqual(again.body.published, out.body.published);
  const theirs = await begin(reporter, { ...mine, id: chosenId() });
  assert.equal(theirs.body.draft.status, 'filed');
  assert.equal(theirs.body.refused?.name, 'not-allowed');
  const empty = await begin(editor, { storyId, content: words('', ''), then: 'publish' });
  assert.deepEqual([empty.body.draft.status, empty.body.refused?.name], ['filed', 'invalid']);
  assert.equal(await site.newsroom.storage.position(), 2);
});

test('a draft that its open sheet began is not sent without the words that were filed with it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const id = chosenId();
  await begin(editor, { id, storyId, content: words('Lunch') });
  const filed = { id, storyId, content: words('Lunch', 'It is off.'), then: 'publish' as const };
  const { status, body } = await begin(editor, filed);
  assert.deepEqual([status, body.draft.status, body.published, body.refused], [200, 'draft', null, null]);
});

test('two who press Publish together make one event, and the second is told who and when', async () => {
  await using site = await deskSite();
  await using node = await deskSite({ newsroom: site.newsroom });
  const [one, other] = [await site.as('editor'), await site.as('editor')];
  const two = await node.as(other.person);
  const { storyId } = await openedStory(one);
  for (let round = 0; round < 8; round += 1) {
    const { draft } = (await begin(one, { storyId, content: words(`Round ${round}`) })).body;
    const answers = await Promise.all([publish(one, draft), publish(two, draft)]);
    const won = answers.findIndex(({ status }) => status === 200);
    const lost = answers[1 - won]!;
    assert.equal(problem(lost), '409 draft-moved');
    const winner = [one, two][won]!.person;
    assert.equal(lost.body.moved.by, winner.name);
    assert.equal(lost.body.moved.draft.publishedBy, winner.id);
    assert.match(lost.body.detail, new RegExp(`^${winner.name} published it`));
    assert.deepEqual(
      (await publish([one, two][won]!, draft)).body,
      answers[won]!.body,
      'a retry of the first',
    );
  }
  assert.equal(await site.newsroom.storage.position(), 9);
});

test('two who open one story together open it once', async () => {
  await using site = await deskSite();
  const [one, two] = [await site.as('editor'), await site.as('editor')];
  const { draft } = (await begin(one, { kind: 'top', content: topWords('No Deal') })).body;
  const answers = await Promise.all([publish(one, draft), publish(two, draft)]);
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 409]));
  assert.equal(await site.newsroom.storage.position(), 1);
});

test('embargoed words go out by nobody’s hand before their hour; lifting the embargo is told', async () => {
  await using site = await deskSite();
  const [admin, editor, reporter] = [
    await site.as('admin'),
    await site.as('editor'),
    await site.as('reporter'),
  ];
  const { storyId } = await openedStory(editor);
  const { draft } = (await begin(reporter, { storyId, content: words('Sanders speaks') })).body;
  const until = '2019-02-28T06:50:00.000Z';
  const at = `/drafts/${draft.id}`;
  const under = (await reporter.ask(`PUT ${at}/embargo`, { body: { version: 1, until } })).body;
  assert.equal(under.embargoUntil, until);
  for (const person of [admin, editor]) {
    const refused = await publish(person, under);
    assert.equal(problem(refused), '409 embargoed');
    assert.match(refused.body.detail, /06:50:00.*03:55:00/);
    assert.equal(refused.body.until, until);
    assert.equal(refused.body.now, site.newsroom.clock.now());
  }
  const early = { version: 2, publishAt: '2019-02-28T06:49:59Z' };
  assert.equal(problem(await editor.ask(`PUT ${at}/schedule`, { body: early })), '422 invalid');
  const shorter = { version: 2, until: '2019-02-28T06:00:00Z' };
  assert.equal(problem(await reporter.ask(`PUT ${at}/embargo`, { body: shorter })), '422 invalid');
  assert.equal(problem(await reporter.ask(`DELETE ${at}/embargo?version=2`)), '403 not-allowed');
  const lifted = await editor.ask(`DELETE ${at}/embargo?version=2`);
  published(await publish(editor, lifted.body));
  const { activity } = (await editor.ask(`GET /activity?storyId=${storyId}`)).body;
  const told = (activity ?? []).find((entry: { action: string }) => entry.action === 'lift-embargo');
  if (activity) assert.deepEqual(told.detail, { kind: 'update', until, early: true });
});

test('drafts go into the trash and out of it; a published one goes nowhere', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const { draft } = (await begin(editor, { storyId, content: words('One') })).body;
  const at = `/drafts/${draft.id}`;
  assert.equal(problem(await reporter.ask(`PUT ${at}/trash`, { body: { version: 1 } })), '403 not-allowed');
  const trashed = await editor.ask(`PUT ${at}/trash`, { body: { version: 1 } });
  assert.deepEqual([trashed.body.status, trashed.body.trashedBy], ['trashed', editor.person.id]);
  assert.deepEqual(
    (await editor.ask(`PUT ${at}/trash`, { body: { version: 1 } })).body,
    trashed.body,
    'again',
  );
  assert.equal(problem(await publish(editor, trashed.body)), '409 draft-moved');
  const back = (await editor.ask(`DELETE ${at}/trash?version=2`)).body;
  assert.deepEqual([back.status, back.version, back.trashedBy], ['draft', 3, null]);
  const { draft: out } = published(await publish(editor, back));
  for (const [call, asking] of [
    [`PUT ${at}/trash`, { body: { version: out.version } }],
    [`POST ${at}/filing`, { body: { version: out.version } }],
    [`DELETE ${at}/trash?version=${out.version}`, {}],
  ] as const) {
    assert.equal(problem(await editor.ask(call, asking)), '409 draft-moved', call);
  }
});

/** How each ended: the draft's status, or why not. */
const told = ({ results }: DraftActsDoneWire): unknown[] =>
  results.map(({ draft, refused }) => refused?.name ?? draft?.status);

test('an act on many drafts is told of each', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const one = (await begin(reporter, { storyId, content: words('One') })).body.draft;
  const two = (await begin(editor, { storyId, content: words('', '') })).body.draft;
  const acts = async (who: typeof editor, act: string, drafts: object[]): Promise<DraftActsDoneWire> =>
    (await who.ask('POST /drafts/acts', { body: { act, drafts } })).body;
  const both = [one, two].map(({ id }) => ({ id, version: 1 }));
  const unknown = { id: chosenId(), version: 1 };
  assert.deepEqual(told(await acts(reporter, 'trash', [...both, unknown])), [
    'trashed',
    'not-allowed',
    'unknown-draft',
  ]);
  assert.deepEqual(told(await acts(reporter, 'restore', [{ id: one.id, version: 2 }])), ['draft']);
  assert.deepEqual(told(await acts(reporter, 'publish', both)), ['not-allowed', 'not-allowed']);
  const out = await acts(editor, 'publish', [
    { id: one.id, version: 3 },
    { id: two.id, version: 1 },
  ]);
  assert.deepEqual(told(out), ['published', 'invalid']);
  assert.equal(out.results[0]?.published?.storyId, storyId);
});

test('what a console could not have sent is refused at its place, and nothing is kept of it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const good = { id: chosenId(), storyId, kind: 'update' };
  const v4 = '0f0e0d0c-0b0a-4908-8706-050403020100';
  const bad: [object, string, string?][] = [
    [{ ...good, id: v4 }, '422 invalid', '/id'],
    [{ ...good, id: good.id.toUpperCase() }, '422 invalid', '/id'],
    [{ ...good, storyId: chosenId() }, '404 unknown-story'],
    [{ ...good, kind: 'top', storyId: v4 }, '422 invalid', '/storyId'],
    [{ ...good, kind: 'edit' }, '422 invalid', '/updateId'],
    [{ ...good, kind: 'edit', updateId: v4 }, '404 unknown-update'],
    [{ ...good, kind: 'leak' }, '400 malformed-request', '/kind'],
    [{ ...good, state: '!' }, '400 malformed-request', '/state'],
    [{ ...good, state: 'AAECAwQF' }, '422 invalid', '/state'],
    [{ ...good, state: '' }, '422 invalid', '/state'],
    [{ ...good, kind: 'top', state: stateOf(topWords('x')) }, '422 invalid', '/baseVersion'],
    [{ ...good, kind: 'top', state: stateOf(topWords('x')), baseVersion: 2 }, '422 invalid', '/baseVersion'],
    [{ ...good, filedAt: 'noon' }, '400 malformed-request', '/filedAt'],
    [{ ...good, more: 1 }, '400 malformed-request'],
  ];
  for (const [body, name, pointer] of bad) {
    const answer = await editor.ask('POST /drafts', { body });
    assert.equal(problem(answer), name, JSON.stringify(body));
    if (pointer) assert.ok(answer.text.includes(`"pointer":"${pointer}`), answer.text);
  }
  const large = { ...good, state: Buffer.alloc(1_048_576, 7).toString('base64') };
  assert.equal(problem(await editor.ask('POST /drafts', { body: large })), '422 invalid');
  const larger = { ...good, state: Buffer.alloc(1_300_000, 7).toString('base64') };
  assert.equal(problem(await editor.ask('POST /drafts', { body: larger })), '413 body-too-large');
  const { updateId } = await posted(editor, storyId, words('One'));
  const taken = await editor.ask('POST /drafts', { body: { ...good, id: updateId } });
  assert.equal(taken.status, 200, 'the draft it was');
  assert.equal((await editor.ask('GET /drafts')).body.drafts.length, 0);
});

test('a draft is read with its versions: as it was begun, filed and published', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const { draft } = (await begin(editor, { storyId, content: words('One') })).body;
  await editor.ask(`POST /drafts/${draft.id}/filing`, { body: { version: 1 } });
  published(await publish(editor, { ...draft, version: 2 }));
  const { versions } = (await editor.ask(`GET /drafts/${draft.id}/versions`)).body;
  assert.equal(versions.length, 3);
  const [last] = versions;
  const whole = (await editor.ask(`GET /drafts/${draft.id}/versions/${last.id}`)).body;
  assert.equal(whole.content.title, 'One');
  assert.equal((await editor.ask(`GET /drafts/${chosenId()}/versions/${last.id}`)).status, 404);
  assert.equal((await editor.ask(`GET /drafts/${draft.id}`)).body.status, 'published');
  const list = async (query: string): Promise<MadeDraftWire[]> =>
    (await editor.ask(`GET /drafts?${query}`)).body.drafts;
  assert.equal((await list(`storyId=${storyId}&status=published&kind=update,edit`)).length, 1);
  assert.equal((await editor.ask('GET /drafts?status=leaked')).status, 400);
});
