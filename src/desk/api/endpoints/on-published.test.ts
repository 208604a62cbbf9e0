import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putDraft, updateContent } from '../../../../test/support/desk-drafts.ts';
import { deskSite, type SignedIn } from '../../../../test/support/desk-site.ts';
import {
  begin,
  chosenId,
  openedStory,
  posted,
  problem,
  publish,
  published,
  topWords,
  words,
} from '../../../../test/support/drafts.ts';
import { verify } from '../../../ops/verify.ts';

const PASTED = ['2019-02-28T05:05:00.000Z', '2019-02-28T06:30:00.000Z', '2019-02-28T06:50:00.000Z'];

test('an update is taken back, and the desk tells which lines of the summary rested on it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Lunch is back on'));
  const summary = [
    { text: 'The summit began.', updateId: null },
    { text: 'Lunch is back on.', updateId },
  ];
  const withLine = topWords('No Deal', 'No Deal', { summary });
  const top = (await begin(editor, { kind: 'top', storyId, content: withLine, baseVersion: 1 })).body.draft;
  published(await publish(editor, top));
  const next = (await begin(editor, { kind: 'top', storyId })).body.draft;
  const at = `/updates/${updateId}/retraction`;
  assert.equal(problem(await editor.ask(`POST ${at}`, { body: { reason: ' ' } })), '422 invalid');
  const stale = await editor.ask(`POST ${at}`, { body: { reason: 'Wrong.', version: 7 } });
  assert.equal(problem(stale), '412 stale-version');
  const done = await editor.ask(`POST ${at}`, { body: { reason: 'It was another lunch.' } });
  assert.deepEqual(done.body.resting, [{ line: 1, text: 'Lunch is back on.' }]);
  // Until the line is rewritten no top goes out with it.
  const blocked = await publish(editor, next);
  assert.equal(problem(blocked), '422 invalid');
  assert.deepEqual(
    blocked.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/summary/1/updateId'],
  );
  const edit = await editor.ask('POST /drafts', {
    body: { id: chosenId(), storyId, kind: 'edit', updateId },
  });
  assert.equal(problem(edit), '409 update-retracted');
});

test('an update is pinned and marked as a key event, and neither any more', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('One'));
  const at = `/updates/${updateId}`;
  assert.equal(problem(await reporter.ask(`PUT ${at}/pin`)), '403 not-allowed');
  assert.equal((await editor.ask(`PUT ${at}/pin`)).body.seq, 3);
  assert.equal((await editor.ask(`PUT ${at}/pin`)).body.seq, 3, 'it is');
  assert.equal((await editor.ask(`PUT ${at}/key-event`)).body.seq, 4);
  assert.equal(problem(await editor.ask(`DELETE ${at}/pin?version=1`)), '412 stale-version');
  assert.equal((await editor.ask(`DELETE ${at}/pin`)).body.seq, 5);
  assert.equal((await editor.ask(`DELETE ${at}/key-event`)).body.seq, 6);
  assert.equal(problem(await editor.ask(`PUT /updates/${chosenId()}/pin`)), '404 unknown-update');
});

test('a story is paused, ended and set live again, moved to another address and filed under another section', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const put = (what: string, body: object) => editor.ask(`PUT /stories/${storyId}/${what}`, { body });
  const until = '2019-02-28T12:00:00.000Z';
  assert.equal((await put('state', { state: 'paused', until })).status, 200);
  const past = await put('state', { state: 'paused', until: '2019-02-28T00:00:00Z' });
  assert.deepEqual([problem(past), past.body.errors[0].pointer], ['422 invalid', '/until']);
  assert.equal((await put('state', { state: 'ended' })).status, 200);
  const late = (await begin(editor, { storyId, content: words('Too late') })).body.draft;
  assert.equal(problem(await publish(editor, late)), '409 story-ended');
  const live = await put('state', { state: 'live' });
  assert.equal(
    problem(await put('slug', { slug: 'hanoi', version: live.body.version - 1 })),
    '412 stale-version',
  );
  assert.equal((await put('slug', { slug: 'hanoi', version: live.body.version })).body.slug, 'hanoi');
  assert.equal(problem(await put('slug', { slug: 'No Slug' })), '422 invalid');
  const other = await openedStory(editor, topWords('Strike'));
  assert.equal(problem(await put('slug', { slug: other.slug })), '409 slug-taken');
  const at = `PATCH /stories/${storyId}/details`;
  const details = { section: 'World', placeZone: 'Asia/Ho_Chi_Minh' };
  assert.equal((await editor.ask(at, { body: details })).status, 200);
  assert.equal(problem(await editor.ask(at, { body: { zone: 'Nowhere' } })), '422 invalid');
  const unopened = (await begin(editor, { kind: 'top' })).body.draft;
  const nothing = await editor.ask(`PUT /stories/${unopened.storyId}/state`, { body: { state: 'ended' } });
  assert.equal(problem(nothing), '404 unknown-story');
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');
});

/** Reads a stream to its end. */
async function heard(url: string): Promise<{ event: string; data: { story?: { html: { top: string } } } }[]> {
  const text = await (await fetch(url)).text();
  return text
    .split('\n\n')
    .flatMap((frame) => {
      const event = /^event: (.*)$/m.exec(frame)?.[1];
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      return event && data ? [{ event, data: JSON.parse(data) }] : [];
    })
    .filter(({ event }) => event !== 'beat');
}

test('a story goes on as its next day: one commit ends the one, opens the other, and leads open pages over', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId, slug } = await openedStory(editor, topWords('No Deal', 'x', { section: 'World' }));
  const open = (await begin(editor, { storyId, content: words('Overnight') })).body.draft;
  const nextId = chosenId();
  const body = { storyId: nextId, headline: 'No Deal, Day 2', dek: 'They go home' };
  const stream = heard(`${site.url}/stories/${slug}/live?after=1`);
  const at = `POST /stories/${storyId}/next-day`;
  const done = await editor.ask(at, { body });
  assert.equal(done.status, 201, done.text);
  assert.deepEqual([done.body.slug, done.body.seq, done.body.former.seq], ['no-deal-day-2', 1, 2]);
  const last = (await stream).at(-1);
  assert.equal(last?.event, 'story');
  assert.match(last?.data.story?.html.top ?? '', /href="\/stories\/no-deal-day-2"/);
  assert.match(await (await fetch(`${site.url}/stories/${slug}`)).text(), /href="\/stories\/no-deal-day-2"/);
  assert.match(await (await fetch(done.body.url)).text(), /href="\/stories\/no-deal"/);
  const next = await site.newsroom.storage.findStory({ id: nextId });
  assert.deepEqual([next?.story.section, next?.story.previousId], ['World', storyId]);
  // What was being written goes on with it.
  const moved = (await editor.ask(`GET /drafts/${open.id}`)).body;
  assert.equal(moved.storyId, nextId);
  published(await publish(editor, moved));
  const again = await editor.ask(at, { body });
  assert.equal(again.body.former.seq, 2, 'asked again, nothing is changed');
  const another = await editor.ask(at, { body: { ...body, storyId: chosenId() } });
  assert.equal(problem(another), '422 invalid');
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');
});

test('an update written in a tunnel while the next day was opened goes on with the story', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const nextId = chosenId();
  const body = { storyId: nextId, headline: 'No Deal, Day 2' };
  assert.equal((await editor.ask(`POST /stories/${storyId}/next-day`, { body })).status, 201);
  // oxlint-disable-next-line unicorn/no-thenable -- the wire's word for what is to come of a draft
  const filed = await begin(reporter, { storyId, content: words('From the tunnel'), then: 'file' });
  assert.deepEqual([filed.status, filed.body.draft.storyId], [201, nextId]);
  published(await publish(editor, filed.body.draft));
});

test('whatever is drafted goes on as well, however much it is, and though it is begun meanwhile', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const { storage } = site.newsroom;
  for (let n = 0; n < 510; n += 1)
    await putDraft(site.newsroom, {
      storyId,
      createdBy: editor.person.id,
      content: updateContent(`Line ${n}.`),
    });
  const body = { storyId: chosenId(), headline: 'No Deal, Day 2' };
  const [next] = await Promise.all([
    editor.ask(`POST /stories/${storyId}/next-day`, { body }),
    ...Array.from({ length: 4 }, () => begin(editor, { storyId, content: words('Begun meanwhile') })),
  ]);
  assert.equal(next.status, 201, next.text);
  const of = (story: string) =>
    storage.drafts.list({ storyId: story, kinds: ['update'], statuses: ['draft', 'filed'], limit: 1000 });
  assert.deepEqual([(await of(storyId)).length, (await of(body.storyId)).length], [0, 514]);
});

test('what was given to somebody for a story, or taken from them, holds for its next day', async () => {
  await using site = await deskSite();
  const [admin, editor, reporter] = [
    await site.as('admin'),
    await site.as('editor'),
    await site.as('reporter'),
  ];
  const { storyId } = await openedStory(admin);
  const set = (personId: string, given: boolean) =>
    admin.ask(`PUT /stories/${storyId}/grants/${personId}`, { body: { write: null, publish: given } });
  await set(editor.person.id, false);
  await set(reporter.person.id, true);
  const nextId = chosenId();
  const body = { storyId: nextId, headline: 'No Deal, Day 2' };
  assert.equal((await admin.ask(`POST /stories/${storyId}/next-day`, { body })).status, 201);
  const mayPublish = async ({ ask }: SignedIn): Promise<boolean> =>
    (await ask(`GET /stories/${nextId}`)).body.may.includes('publish-update');
  assert.deepEqual([await mayPublish(editor), await mayPublish(reporter)], [false, true]);
  const { storage } = site.newsroom;
  const told = await storage.desk.activity({
    storyId: nextId,
    action: 'story-granted',
    limit: 9,
    cursor: null,
  });
  assert.deepEqual(
    new Set(
      told.items.map(
        ({ subject, detail }) => `${subject} ${String(detail?.['publish'])} ${String(detail?.['from'])}`,
      ),
    ),
    new Set([`person ${editor.person.id} false ${storyId}`, `person ${reporter.person.id} true ${storyId}`]),
  );
  // Refused, it leaves nothing behind: the rights are of the same commit.
  const refused = { storyId: chosenId(), headline: '' };
  assert.equal(
    problem(await admin.ask(`POST /stories/${nextId}/next-day`, { body: refused })),
    '422 invalid',
  );
  assert.deepEqual(await storage.grants.list(refused.storyId), []);
});

test('with four eyes the next day begins with the headline that two have seen: nobody publishes another alone', async () => {
  await using site = await deskSite();
  const [admin, editor] = [await site.as('admin'), await site.as('editor')];
  const { storyId } = await openedStory(editor);
  await admin.ask('PATCH /site', { body: { fourEyes: true } });
  const at = `POST /stories/${storyId}/next-day`;
  const nextId = chosenId();
  for (const anew of [{ headline: 'No Deal, Day 2' }, { headline: 'No Deal', dek: 'They go home' }])
    assert.equal(problem(await editor.ask(at, { body: { storyId: nextId, ...anew } })), '403 four-eyes');
  assert.equal((await site.newsroom.storage.findStory({ id: storyId }))?.story.state, 'live');
  const done = await editor.ask(at, { body: { storyId: nextId, headline: 'No Deal' } });
  assert.deepEqual([done.status, done.body.slug], [201, 'no-deal-2']);
  // A headline of its own is written through, filed by one and published by another.
  const begun = (await begin(editor, { storyId: nextId, kind: 'top' })).body.draft;
  const filing = { body: { version: begun.version } };
  const draft = (await editor.ask(`POST /drafts/${begun.id}/filing`, filing)).body;
  assert.equal(problem(await publish(editor, draft)), '403 four-eyes');
  published(await publish(admin, draft));
});

/** A story that was pasted: its top, and updates with their hours. */
async function pasted(editor: SignedIn): Promise<{ top: { id: string; storyId: string }; ids: string[] }> {
  const top = (await begin(editor, { kind: 'top', content: topWords('No Deal') })).body.draft;
  const items = PASTED.map((at, index) => ({
    id: chosenId(),
    at,
    title: '',
    author: '',
    body: words('', `Update ${index}`).body,
  }));
  const { storyId } = top;
  const taken = await editor.ask(`POST /stories/${storyId}/pastes/acceptance`, { body: { items } });
  assert.equal(taken.status, 200, taken.text);
  return { top, ids: items.map(({ id }) => id) };
}

test('a story that was pasted is opened as it happened, in one commit', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  site.newsroom.clock.set('2019-02-28T08:00:00.000Z');
  const { top, ids } = await pasted(editor);
  const at = `POST /stories/${top.storyId}/opening`;
  const twice = { version: 1, draftIds: [ids[0], ids[0]] };
  assert.equal(problem(await editor.ask(at, { body: twice })), '422 invalid');
  const opened = await editor.ask(at, { body: { version: 1, draftIds: ids } });
  assert.equal(opened.status, 200, opened.text);
  assert.deepEqual(
    opened.body.drafts.map(({ publishedSeq, publishedAt }: Record<string, unknown>) => [
      publishedSeq,
      publishedAt,
    ]),
    PASTED.map((hour, index) => [index + 2, hour]),
  );
  const { storage } = site.newsroom;
  const found = await storage.findStory({ id: top.storyId });
  assert.deepEqual([found?.story.openedAt, found?.lastAt], [PASTED[0], PASTED[2]]);
  const again = await editor.ask(at, { body: { version: 1, draftIds: ids } });
  assert.deepEqual(again.body, opened.body, 'a retry is told the same');
  const other = await site.as('editor');
  assert.equal(problem(await other.ask(at, { body: { version: 1, draftIds: ids } })), '409 draft-moved');
  assert.equal(await storage.position(), 4);
  assert.equal((await verify(storage)).type, 'ok');
});

test('one update of a paste that cannot go out opens nothing, and is named', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { top, ids } = await pasted(editor);
  const empty = (await begin(editor, { storyId: top.storyId, content: words('', '') })).body.draft;
  const at = `POST /stories/${top.storyId}/opening`;
  const refused = await editor.ask(at, { body: { version: 1, draftIds: [ids[0], empty.id] } });
  assert.match(refused.body.errors[0].pointer, /^\/draftIds\/1/);
  const until = '2031-01-01T00:00:00.000Z';
  await editor.ask(`PUT /drafts/${ids[1]}/embargo`, { body: { version: 1, until } });
  const embargoed = await editor.ask(at, { body: { version: 1, draftIds: ids } });
  assert.equal(problem(embargoed), '409 embargoed');
  assert.equal(await site.newsroom.storage.position(), 0);
});
