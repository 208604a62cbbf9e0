import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { putDraft } from '../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../test/support/desk-site.ts';
import { at, leftWith, typist } from '../../../test/support/room.ts';
import { FRAME, frameBytes, type CursorUser } from '../shared/room-wire.ts';
import { emptyContent } from '../shared/draft-doc.ts';
import { draftAtHead } from '../draft-at-head.ts';

test('two people in one draft, on two threads, have the same words, and each is told what is saved', async () => {
  await using first = await deskSite();
  await using second = await deskSite({ newsroom: first.newsroom });
  const [edda, rosa] = [await first.as('editor'), await first.as('reporter')];
  const draft = await putDraft(first.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(first, edda), draft.id);
  using two = typist(at(second, rosa), draft.id);
  one.types('High water');
  await one.saved();
  await two.until(() => two.title() === 'High water');
  two.types(' at the quay');
  await two.saved();
  await one.until(() => one.title() === 'High water at the quay');
  const words = await draftAtHead(first.newsroom.storage)(draft.id);
  assert.equal(words.content.title, 'High water at the quay');
});

test('a console that comes back says what it wrote meanwhile, once', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const before = typist(at(site, edda), draft.id);
  before.types('One. ');
  await before.saved();
  before[Symbol.dispose]();
  const update = Y.encodeStateAsUpdate(before.doc);
  using after = typist(at(site, edda), draft.id);
  await after.until(() => after.title() === 'One. ');
  const { logSeq: seq } = await draftAtHead(site.newsroom.storage)(draft.id);
  Y.applyUpdate(after.doc, update);
  after.types('Two.');
  await after.saved();
  const words = await draftAtHead(site.newsroom.storage)(draft.id);
  assert.equal(words.content.title, 'One. Two.');
  assert.equal(words.logSeq, seq + 1, 'what was known already is in the log once');
});

test('everybody’s cursor bears the name of their session, whatever their console says', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  using two = typist(at(site, rosa), draft.id);
  const seen = (): CursorUser | undefined =>
    (one.awareness.getStates().get(two.doc.clientID) as { user?: CursorUser } | undefined)?.user;
  two.awareness.setLocalState({ user: { id: edda.person.id, name: 'Edda Editor 1' }, cursor: { head: 1 } });
  await one.until(() => seen() !== undefined);
  assert.equal(seen()?.name, rosa.person.name);
  assert.equal(seen()?.id, rosa.person.id);
});

test('nobody speaks for another’s cursor', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  using watcher = typist(at(site, edda), draft.id);
  one.awareness.setLocalState({ cursor: { head: 1 } });
  await watcher.until(() => watcher.awareness.getStates().has(one.doc.clientID));
  // What y-protocols writes of one cursor, under the first one's number and with a later clock.
  const posing = new Awareness(new Y.Doc());
  posing.states.set(one.doc.clientID, { cursor: { head: 99 } });
  posing.meta.set(one.doc.clientID, { clock: 50, lastUpdated: 0 });
  const update = encodeAwarenessUpdate(posing, [one.doc.clientID]);
  posing.destroy();
  await leftWith(at(site, rosa), draft.id, (to) => {
    to.send(frameBytes({ type: FRAME.awareness, update }));
    to.close();
  });
  one.types('So there');
  await watcher.until(() => watcher.title() === 'So there');
  const { cursor } = watcher.awareness.getStates().get(one.doc.clientID) as { cursor: { head: number } };
  assert.equal(cursor.head, 1);
});

test('a draft that was published takes no more words: everybody in it is told, and keeps theirs', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  one.types('Out it goes');
  await one.saved();
  const expected = { version: 1 };
  const published = { ...draft, status: 'published' as const, version: 2 };
  await site.newsroom.storage.commit({
    logs: [],
    rows: [],
    activity: [],
    drafts: [{ draft: published, expected }],
  });
  one.types(', and more');
  await one.until(() => one.link.known().link === 'closed');
  assert.equal(one.link.known().closedAs, 'published');
  assert.equal(one.title(), 'Out it goes, and more');
  assert.ok(one.link.known().unsaved > 0);
});

test('the draft’s own row follows what is written', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const one = typist(at(site, edda), draft.id);
  one.types('Kept when the room empties');
  await one.saved();
  const told = new Promise<void>((resolve) => {
    site.newsroom.storage.bus.subscribe((wake) => {
      if ('topic' in wake && wake.topic === 'desk') resolve();
    });
  });
  one[Symbol.dispose]();
  await told;
  const row = await site.newsroom.storage.drafts.find(draft.id);
  assert.equal(row?.content.title, 'Kept when the room empties');
});

test('while somebody writes, the desk is told now and then, and in the end, so that lists show the words as they grow', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  let told = 0;
  const whole = new Promise<void>((resolve) => {
    site.newsroom.storage.bus.subscribe((wake) => {
      if (!('topic' in wake) || wake.topic !== 'desk') return;
      told += 1;
      void site.newsroom.storage.drafts.find(draft.id).then((row) => {
        if (row?.content.title.endsWith('!')) resolve();
      });
    });
  });
  const began = performance.now();
  for (let word = 0; word < 20; word += 1) {
    one.types('on and ');
    await one.saved();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  one.types('on!');
  await whole;
  const most = 2 + (performance.now() - began) / 3000;
  assert.ok(told <= most, `told ${told} times`);
});

test('a server that closes commits what was said, and lets everybody go', async () => {
  await using first = await deskSite();
  const edda = await first.as('editor');
  const draft = await putDraft(first.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const second = await deskSite({ newsroom: first.newsroom });
  using one = typist(at(second, edda), draft.id);
  await one.until(() => one.link.known().link === 'open');
  one.types('Just said');
  await one.saved();
  await second[Symbol.asyncDispose]();
  await one.until(() => one.link.known().link === 'lost');
});
