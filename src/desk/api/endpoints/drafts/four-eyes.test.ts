/* oxlint-disable unicorn/no-thenable -- the wire's word for what is to come of a draft; nobody awaits it */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_STATUSES } from '../../../../domain/desk/draft.ts';
import * as Y from 'yjs';
import { deskSite, type SignedIn } from '../../../../../test/support/desk-site.ts';
import {
  begin,
  openedStory,
  problem,
  publish,
  published,
  topWords,
  words,
} from '../../../../../test/support/drafts.ts';
import type { Draft } from '../../../../domain/desk/draft.ts';
import { newDoc, takeIn } from '../../../rooms/log-doc.ts';
import { partsOf } from '../../../shared/draft-doc.ts';
import type { DraftActsDoneWire } from '../../../shared/wire.ts';

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
