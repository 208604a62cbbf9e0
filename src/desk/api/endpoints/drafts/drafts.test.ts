/* oxlint-disable unicorn/no-thenable -- the wire's word for what is to come of a draft; nobody awaits it */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_STATUSES } from '../../../../domain/desk/draft.ts';
import * as Y from 'yjs';
import { deskSite, type SignedIn } from '../../../../../test/support/desk-site.ts';
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
import { instantOf, millisecondsOf } from '../../../../domain/time.ts';
import type { Draft } from '../../../../domain/desk/draft.ts';
import { newDoc, takeIn } from '../../../rooms/log-doc.ts';
import { partsOf } from '../../../shared/draft-doc.ts';
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

test('an edit begins with what is published, one at a time, and goes out as an edit, a small edit or a correction', async () => {
  await using site = await deskSite();
  const [editor, other] = [await site.as('editor'), await site.as('editor')];
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Lunch is off', 'At noon.', { author: 'Ines' }));
  const edit = { kind: 'edit' as const, storyId, updateId };
  const first = (await begin(editor, edit)).body.draft;
  assert.deepEqual(
    [first.content.title, first.content.author, first.baseVersion],
    ['Lunch is off', 'Ines', 1],
  );
  const second = await begin(other, edit);
  assert.deepEqual([second.status, second.body.draft.id], [200, first.id], 'the one that is open');
  const nothing = published(await publish(editor, first));
  assert.equal(nothing.seq, 2, 'what says the same is no event');
  const content = words('Lunch is off', 'At one.', { author: 'Ines', keyEvent: true });
  const base = { ...edit, content, baseVersion: 1 };
  const correction = (await begin(other, base)).body.draft;
  const how = { as: 'correction', was: 'noon', is: 'one' };
  const { seq, url } = published(await publish(other, correction, { how }));
  assert.equal(seq, 4, 'a correction, and a key event');
  assert.match(await (await fetch(url)).text(), /At one/);
  const unsaid = (await begin(editor, { ...base, baseVersion: 3, content: words('Lunch is off') })).body
    .draft;
  const refused = await publish(editor, unsaid, { how: { ...how, was: ' ' } });
  assert.equal(refused.body.errors[0].pointer, '/how/was');
  const small = await publish(editor, unsaid, { how: { as: 'small-edit' } });
  assert.equal(published(small).seq, 6, 'and no key event any more');
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');
});

test('an edit over words that were changed meanwhile is not published until its writer has taken them in', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Lunch is off'));
  const edit = { kind: 'edit' as const, storyId, updateId };
  const mine = (await begin(editor, edit)).body.draft;
  await site.newsroom.storage.commit(await editedByApi(site, updateId!));
  const refused = await publish(editor, mine);
  assert.deepEqual([problem(refused), refused.body.current], ['412 stale-version', 2]);
  const ahead = await editor.ask(`PUT /drafts/${mine.id}/base`, { body: { version: 1, baseVersion: 3 } });
  assert.equal(problem(ahead), '422 invalid');
  const taken = await editor.ask(`PUT /drafts/${mine.id}/base`, { body: { version: 1, baseVersion: 2 } });
  assert.equal(taken.body.version, 2);
  published(await publish(editor, taken.body, { how: { as: 'edit' } }));
  const top = (await begin(editor, { kind: 'top', storyId })).body.draft;
  await editor.ask(`PATCH /stories/${storyId}/details`, { body: { section: 'City' } });
  const written = (await begin(editor, { kind: 'top', storyId })).body.draft;
  assert.equal(written.id, top.id);
  published(await publish(editor, top));
  const at = await site.newsroom.storage.findStory({ id: storyId });
  assert.equal(at?.story.section, 'City', 'a top says nothing of what it did not change');
});

async function editedByApi(site: Awaited<ReturnType<typeof deskSite>>, updateId: string) {
  const { perform } = await import('../../../../commands/perform.ts');
  const { editUpdate } = await import('../../../../commands/edit-update.ts');
  const done = await perform(site.newsroom, {
    actor: 'token 1',
    story: { updateId },
    verbs: [editUpdate(updateId, { title: 'Lunch is on' })],
  });
  assert.equal(done.type, 'played');
  return { logs: [], rows: [], activity: [] };
}

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

test('with four eyes whoever filed a draft, or filed none, does not publish it', async () => {
  await using site = await deskSite();
  const [admin, editor, reporter] = [
    await site.as('admin'),
    await site.as('editor'),
    await site.as('reporter'),
  ];
  const { storyId } = await openedStory(editor);
  assert.equal((await admin.ask('PATCH /site', { body: { fourEyes: true } })).status, 200);
  const { draft } = (await begin(editor, { storyId, content: words('Alone') })).body;
  assert.equal(problem(await publish(editor, draft)), '403 four-eyes');
  const filed = (await editor.ask(`POST /drafts/${draft.id}/filing`, { body: { version: 1 } })).body;
  assert.equal(problem(await publish(editor, filed)), '403 four-eyes');
  const publishAt = '2019-02-28T06:49:59Z';
  const scheduled = await editor.ask(`PUT /drafts/${draft.id}/schedule`, { body: { version: 2, publishAt } });
  assert.equal(problem(scheduled), '403 four-eyes');
  published(await publish(admin, filed));
  const theirs = (await begin(reporter, { storyId, content: words('Two'), then: 'file' })).body.draft;
  published(await publish(editor, theirs));
});

const more = (doc: Y.Doc): void => partsOf(doc).title.insert(0, 'Still, ');

test('with four eyes who changed the words since they were filed is a writer of them, and does not publish them alone', async () => {
  await using site = await deskSite();
  const [admin, editor, reporter] = [
    await site.as('admin'),
    await site.as('editor'),
    await site.as('reporter'),
  ];
  const { storage, clock } = site.newsroom;
  const { storyId } = await openedStory(editor);
  assert.equal((await admin.ask('PATCH /site', { body: { fourEyes: true } })).status, 200);
  const filed = async (): Promise<Draft> =>
    (await begin(reporter, { storyId, content: words('They talk'), then: 'file' })).body.draft;
  const types = async (draft: Draft, by: SignedIn, change: (doc: Y.Doc) => void): Promise<void> => {
    const doc = newDoc();
    takeIn(doc, await storage.draftLog.since(draft.id, 0), 0);
    const before = Y.encodeStateVector(doc);
    change(doc);
    const data = Y.encodeStateAsUpdate(doc, before);
    await storage.draftLog.append({
      draftId: draft.id,
      data,
      by: by.person.id,
      into: OPEN_STATUSES,
      at: clock.now(),
    });
  };
  // Rewritten by the editor: somebody else looks at it first.
  const rewritten = await filed();
  await types(rewritten, editor, more);
  assert.equal(problem(await publish(editor, rewritten)), '403 four-eyes');
  const at = `/drafts/${rewritten.id}`;
  const publishAt = '2019-02-28T06:49:59Z';
  const schedule = { body: { version: rewritten.version, publishAt } };
  assert.equal(problem(await editor.ask(`PUT ${at}/schedule`, schedule)), '403 four-eyes');
  const act = { act: 'publish', drafts: [{ id: rewritten.id, version: rewritten.version }] };
  const { results } = (await editor.ask('POST /drafts/acts', { body: act })).body as DraftActsDoneWire;
  assert.equal(results[0]?.refused?.name, 'four-eyes');
  published(await publish(admin, rewritten));

  // Its reporter took it back and filed it as it stands: they have seen the editor's words.
  const agreed = await filed();
  await types(agreed, editor, more);
  const back = (await reporter.ask(`DELETE /drafts/${agreed.id}/filing?version=${agreed.version}`)).body;
  const again = { body: { version: back.version } };
  published(await publish(editor, (await reporter.ask(`POST /drafts/${agreed.id}/filing`, again)).body));

  // Words of others do not stand against it, nor does a mark in the margin that was settled.
  const looked = await filed();
  await types(looked, reporter, more);
  await types(looked, editor, (doc) => partsOf(doc).dismissed.set('mark', { by: 'x', at: clock.now() }));
  published(await publish(editor, looked));
  // A console that opens it takes out what has no place in a document: that is nobody's writing.
  const opened = await filed();
  const heading = new Y.XmlElement('heading');
  heading.insert(0, [new Y.XmlElement('paragraph')]);
  await types(opened, reporter, (doc) => partsOf(doc).body.push([heading]));
  await types(opened, editor, (doc) => partsOf(doc).body.delete(partsOf(doc).body.length - 1, 1));
  published(await publish(editor, opened));
  // Who puts such a thing there has written.
  const hidden = await filed();
  const list = new Y.XmlElement('list_item');
  await types(hidden, editor, (doc) => partsOf(doc).body.push([list]));
  assert.equal(problem(await publish(editor, hidden)), '403 four-eyes');
  // Words that wait for somebody else's never come in with them.
  const waited = await filed();
  const doc = newDoc();
  takeIn(doc, await storage.draftLog.since(waited.id, 0), 0);
  const seen = Y.encodeStateVector(doc);
  partsOf(doc).dismissed.set('mark', { by: 'x', at: clock.now() });
  const [hers, seenThen] = [Y.encodeStateAsUpdate(doc, seen), Y.encodeStateVector(doc)];
  partsOf(doc).title.insert(0, 'MINISTER ARRESTED. ');
  const entry = { draftId: waited.id, into: OPEN_STATUSES, at: clock.now() };
  const arrested = Y.encodeStateAsUpdate(doc, seenThen);
  await storage.draftLog.append({ ...entry, data: arrested, by: editor.person.id });
  await storage.draftLog.append({ ...entry, data: hers, by: reporter.person.id });
  published(await publish(editor, waited));
  const out = await storage.findUpdate(waited.id);
  assert.equal(out?.title, waited.content.title || null);
  // A summary of one's own under a story still to be opened, the same.
  const top = (await begin(reporter, { kind: 'top', content: topWords('Talks go on'), then: 'file' })).body
    .draft;
  await types(top, editor, more);
  const opening = { body: { version: top.version, draftIds: [] } };
  assert.equal(problem(await editor.ask(`POST /stories/${top.storyId}/opening`, opening)), '403 four-eyes');
  assert.equal((await admin.ask(`POST /stories/${top.storyId}/opening`, opening)).status, 200);
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

test('over what a scheduled edit stands is its editor’s to say: a reporter cannot let it overwrite what was published since', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Ten hurt'));
  const { draft } = (
    await begin(editor, { storyId, kind: 'edit', updateId, content: words('Ten are hurt'), baseVersion: 1 })
  ).body;
  const publishAt = instantOf(millisecondsOf(site.newsroom.clock.now()) + 600_000);
  const scheduled = await editor.ask(`PUT /drafts/${draft.id}/schedule`, {
    body: { version: draft.version, publishAt },
  });
  assert.equal(scheduled.status, 200, scheduled.text);
  const { version } = scheduled.body as Draft;
  const body = { version, baseVersion: 1 };
  assert.equal(problem(await reporter.ask(`PUT /drafts/${draft.id}/base`, { body })), '403 not-allowed');
  assert.equal((await editor.ask(`PUT /drafts/${draft.id}/base`, { body })).status, 200);
});
