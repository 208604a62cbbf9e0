import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../../../../domain/document.ts';
import { perform } from '../../../../commands/perform.ts';
import { editUpdate } from '../../../../commands/edit-update.ts';
import { retractUpdate } from '../../../../commands/retract-update.ts';
import { writeTop } from '../../../../commands/write-top.ts';
import { editorAt } from '../../../../../test/support/desk.ts';
import { putDraft, topContent, updateContent } from '../../../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import type { ActivityWire, FoundWire, StoryWire, UpdateWire } from '../../../shared/wire.ts';

test('the list shows stories readers have and those still to be opened, page by page', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const desk = editorAt(site.newsroom);
  await desk.opens({ headline: 'Bridge closed' });
  site.newsroom.clock.pass(1);
  const by = { createdBy: reporter.person.id };
  const draft = await putDraft(site.newsroom, { ...by, kind: 'top', content: topContent('Pilots strike') });
  const first = await reporter.ask('GET /stories?limit=1');
  assert.equal(first.status, 200);
  assert.deepEqual(first.body.items[0], {
    id: draft.storyId,
    slug: null,
    headline: 'Pilots strike',
    state: 'unpublished',
    section: null,
    zone: 'America/New_York',
    seq: null,
    lastUpdateAt: null,
    changedAt: draft.changedAt,
    updateCount: 0,
    sample: false,
    drafts: { draft: 1, filed: 0, scheduled: 0 },
  });
  const second = await reporter.ask(`GET /stories?limit=1&cursor=${first.body.next}`);
  assert.equal(second.body.items[0].headline, 'Bridge closed');
  assert.equal(second.body.next, null);
  const found = await reporter.ask('GET /stories?q=pilo');
  assert.deepEqual(
    found.body.items.map((item: { headline: string }) => item.headline),
    ['Pilots strike'],
  );
  assert.equal((await reporter.ask('GET /stories?state=live')).body.items.length, 1);
});

test('what the list is asked amiss is refused in a sentence', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const amiss = ['cursor=x', 'limit=0', 'limit=1e9', 'state=dead', `q=${'a'.repeat(201)}`, 'q=a&q=b', 'x=1'];
  for (const query of amiss) {
    const answer = await reporter.ask(`GET /stories?${query}`);
    assert.equal(answer.status, 400, query);
    assert.ok(answer.body.detail.length > 10, query);
  }
  assert.equal((await site.browser().ask('GET /stories')).status, 401);
});

test('a story comes with its first updates as the page shows them, its drafts, and what one may do to it', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const [reporter, editor] = [await site.as('reporter'), await site.as('editor')];
  const desk = editorAt(newsroom);
  const { story } = await desk.opens();
  const first = await desk.posts(story.slug, 'Water at the wall.');
  newsroom.clock.pass(5);
  const second = await desk.posts(story.slug, 'The wall holds.', { title: 'Holds' });
  await desk.corrects(first, 'wall', 'gate', 'Water at the gate.');
  await desk.onStory(story.slug, writeTop({ headline: 'The barrier fails' }));
  const content = updateContent('Boats are out.');
  const draft = await putDraft(newsroom, { storyId: story.id, content, createdBy: reporter.person.id });

  const told: StoryWire = (await editor.ask(`GET /stories/${story.id}`)).body;
  assert.equal(told.url, `${site.url}/stories/${story.slug}`);
  assert.equal(told.top?.headline, 'The barrier fails');
  assert.equal(told.leadOlderThanHeadline, true);
  assert.deepEqual(
    told.updates.map(({ id }) => id),
    [second, first],
  );
  const [holds, gate] = told.updates as [UpdateWire, UpdateWire];
  assert.equal(gate.html, '<p dir="auto">Water at the gate.</p>');
  assert.equal(gate.corrections[0]?.was, 'wall');
  assert.equal(holds.url, `${told.url}/updates/${second}`);
  const page = await (await fetch(holds.url)).text();
  assert.ok(page.includes(holds.html), 'the page has the same words');
  assert.deepEqual(told.drafts, [draft]);
  assert.equal(told.names[reporter.person.id], reporter.person.name);
  assert.ok(told.may.includes('publish-update'));

  const asReporter: StoryWire = (await reporter.ask(`GET /stories/${story.id}`)).body;
  assert.equal(asReporter.may.includes('publish-update'), false);
  const grant = { storyId: story.id, personId: reporter.person.id, write: null, publish: true };
  await newsroom.storage.people.change({ writes: [{ write: 'grant', grant }], activity: [] });
  const granted: StoryWire = (await reporter.ask(`GET /stories/${story.id}`)).body;
  assert.ok(granted.may.includes('publish-update'), 'what was given for this story counts');
});

test('a story still to be opened is read by its draft; one nobody began is not there', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const content = topContent('Pilots strike');
  const draft = await putDraft(site.newsroom, { kind: 'top', content, createdBy: reporter.person.id });
  const told: StoryWire = (await reporter.ask(`GET /stories/${draft.storyId}`)).body;
  assert.equal(told.state, 'unpublished');
  assert.equal(told.zone, 'America/New_York');
  assert.deepEqual([told.slug, told.top, told.updates], [null, null, []]);
  assert.deepEqual(told.drafts, [draft]);
  assert.equal((await reporter.ask(`GET /stories/${draft.id}`)).status, 404);
  assert.equal((await reporter.ask('GET /stories/nonsense')).status, 404);
});

test('updates are read on from where the page before ended', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const desk = editorAt(site.newsroom);
  const { story } = await desk.opens();
  const ids: string[] = [];
  for (const words of ['One.', 'Two.', 'Three.']) ids.unshift(await desk.posts(story.slug, words));
  const page = await editor.ask(`GET /stories/${story.id}/updates?limit=2`);
  assert.equal(page.body.more, true);
  const { seq } = page.body.updates[1];
  const rest = await editor.ask(`GET /stories/${story.id}/updates?before=${seq}`);
  const all = [...page.body.updates, ...rest.body.updates].map((update: UpdateWire) => update.id);
  assert.deepEqual(all, ids);
  assert.equal(rest.body.more, false);
});

test('every version of a top is there with who wrote it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const desk = editorAt(site.newsroom);
  const { story } = await desk.opens();

  const verbs = [writeTop({ headline: 'The barrier fails' })];
  await perform(site.newsroom, { actor: `person ${editor.person.id}`, story: { id: story.id }, verbs });
  const { versions } = (await editor.ask(`GET /stories/${story.id}/tops`)).body;
  assert.deepEqual(
    versions.map((one: { version: number; by: unknown }) => [one.version, one.by]),
    [
      [2, { kind: 'person', id: editor.person.id, name: editor.person.name }],
      [1, { kind: 'other', id: null, name: 'test' }],
    ],
  );
});

test('the history of an update has each version of its words, and why it was taken back', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const desk = editorAt(site.newsroom);
  const { story } = await desk.opens();
  const id = await desk.posts(story.slug, 'Water at the wall.');
  await desk.posts(story.slug, 'Something else.');
  await desk.onUpdate(id, editUpdate(id, { body: paragraphs(['Water over the wall.']) }));
  await desk.corrects(id, 'wall', 'gate', 'Water over the gate.');
  await desk.onUpdate(id, retractUpdate(id, 'It was fog.'));
  const { versions } = (await editor.ask(`GET /updates/${id}/history`)).body;
  assert.deepEqual(
    versions.map((one: { kind: string; html: string; note: unknown }) => [one.kind, one.html, one.note]),
    [
      ['retraction', '', { reason: 'It was fog.' }],
      ['correction', '<p dir="auto">Water over the gate.</p>', { was: 'wall', is: 'gate', note: null }],
      ['edit', '<p dir="auto">Water over the wall.</p>', null],
      ['post', '<p dir="auto">Water at the wall.</p>', null],
    ],
  );
});

test('a search finds what is published and what is being written, told apart, and the trash when asked', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const reporter = await site.as('reporter');
  const desk = editorAt(newsroom);
  const { story } = await desk.opens({ headline: 'The mayor resigns' });
  await desk.posts(story.slug, 'The mayor has left the building.');
  const other = (await site.as('editor')).person.id;
  const write = (words: string, more = {}) =>
    putDraft(newsroom, { storyId: story.id, content: updateContent(words), createdBy: other, ...more });
  const draft = await write('Who follows the mayor?');
  const trashed = await write('The mayor is a fish.', { status: 'trashed' });
  await write('Nothing of the kind.');

  const ask = async (query: string): Promise<FoundWire[]> => {
    const items: FoundWire[] = [];
    let cursor = '';
    for (let page = 0; page < 20; page += 1) {
      const answer = await reporter.ask(`GET /search?limit=1&${query}${cursor}`);
      assert.equal(answer.status, 200);
      items.push(...answer.body.items);
      if (answer.body.next === null) return items;
      cursor = `&cursor=${answer.body.next}`;
    }
    throw new Error('the search goes on for ever');
  };
  const found = await ask('q=mayor');
  assert.deepEqual(
    found.map(({ as }) => as),
    ['story', 'update', 'draft'],
  );
  assert.equal(found[2]?.draft?.id, draft.id);
  assert.equal(found[2]?.words, 'Who follows the mayor?');
  assert.equal(found[2]?.storyHeadline, 'The mayor resigns');
  assert.deepEqual(
    (await ask('q=mayor&in=trash')).map((one) => one.draft?.id),
    [trashed.id],
  );
  assert.deepEqual(await ask('q=…'), []);
  assert.equal((await reporter.ask('GET /search')).status, 400);
  assert.equal((await reporter.ask('GET /search?q=a&cursor=eA')).status, 400);
});

test('editors read who did what; reporters do not', async () => {
  await using site = await deskSite();
  const [reporter, editor] = [await site.as('reporter'), await site.as('editor')];
  const { story } = await editorAt(site.newsroom).opens({ headline: 'The mayor resigns' });
  site.newsroom.clock.pass(1);
  await editor.ask(`POST /stories/${story.id}/notes`, { body: { text: 'Call the mayor.' } });
  assert.equal((await reporter.ask('GET /activity')).status, 403);
  const { items } = (await editor.ask(`GET /activity?story=${story.id}`)).body;
  assert.deepEqual(
    items.map((one: { action: string; by: { name: string } }) => [one.action, one.by.name]),
    [
      ['note-said', editor.person.name],
      ['open', 'test'],
    ],
  );
  assert.deepEqual(items[0].story, { id: story.id, slug: story.slug, headline: 'The mayor resigns' });
  const mine = await editor.ask(`GET /activity?actor=person%20${editor.person.id}&action=note-said`);
  assert.equal(mine.body.items.length, 1);
  assert.equal((await editor.ask('GET /activity?from=2019-03-01T00:00:00Z')).body.items.length, 0);
  assert.equal((await editor.ask('GET /activity?from=yesterday')).status, 400);
  assert.doesNotMatch(JSON.stringify(items), /Call the mayor/);
});

test('a publication is one act, with the words readers have; words of a draft are in no line', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { story } = await editorAt(site.newsroom).opens({ headline: 'The mayor resigns' });
  const of = { storyId: story.id, createdBy: editor.person.id };
  const draft = await putDraft(site.newsroom, {
    ...of,
    content: updateContent('She has left.', { title: 'Gone' }),
  });
  const kept = await putDraft(site.newsroom, { ...of, content: updateContent('Nobody knows this yet.') });
  for (const { id, version } of [draft, kept]) {
    site.newsroom.clock.pass(1);
    assert.equal((await editor.ask(`POST /drafts/${id}/filing`, { body: { version } })).status, 200);
  }
  site.newsroom.clock.pass(1);
  const sent = await editor.ask(`POST /drafts/${draft.id}/publication`, {
    body: { version: draft.version + 1 },
  });
  assert.equal(sent.status, 200);
  const { items }: ActivityWire = (await editor.ask(`GET /activity?story=${story.id}`)).body;
  const told = items.map(({ action, entry, schedule }) => [
    action,
    entry?.as,
    entry?.id,
    entry?.words,
    schedule,
  ]);
  assert.deepEqual(told[0], ['post', 'update', draft.id, 'Gone', null]);
  assert.deepEqual(
    told.filter(([action]) => action === 'file-draft'),
    [
      ['file-draft', 'draft', kept.id, null, null],
      ['file-draft', 'update', draft.id, 'Gone', null],
    ],
  );
  assert.equal(told.filter(([action]) => action === 'post' || action === 'publish-draft').length, 1);
  assert.doesNotMatch(JSON.stringify(items), /Nobody knows/);
  const actions = async (kind: string): Promise<string[]> =>
    (await editor.ask(`GET /activity?story=${story.id}&kind=${kind}`)).body.items.map(
      (one: { action: string }) => one.action,
    );
  assert.deepEqual(await actions('published'), ['post', 'open']);
  assert.deepEqual(await actions('drafts'), ['file-draft', 'file-draft']);
  assert.equal((await editor.ask('GET /activity?kind=gossip')).status, 400);
});
