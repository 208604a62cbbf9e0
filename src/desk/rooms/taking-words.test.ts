import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import { putDraft } from '../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../test/support/desk-site.ts';
import { at, leftWith, typist } from '../../../test/support/room.ts';
import { FRAME, frameBytes, LEFT } from '../shared/room-wire.ts';
import { emptyContent } from '../shared/draft-doc.ts';
import { draftAtHead } from '../draft-at-head.ts';

const saying = (update: Uint8Array) => frameBytes({ type: FRAME.words, number: 1, update });

test('what is no frame, no words, or too much closes that line alone', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  one.types('Still here');
  await one.saved();
  const says = (bytes: Uint8Array | string) => leftWith(at(site, rosa), draft.id, (to) => to.send(bytes));
  assert.equal((await says('words')).code, LEFT.malformed);
  assert.equal((await says(new Uint8Array([99, 1, 2]))).code, LEFT.malformed);
  assert.equal((await says(new Uint8Array())).code, LEFT.malformed);
  assert.equal((await says(saying(new Uint8Array([1, 2, 3, 4, 5])))).code, LEFT.malformed);
  assert.equal((await says(new Uint8Array(2_000_000))).code, LEFT.tooBig);
  one.types(', and here');
  await one.saved();
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).content.title, 'Still here, and here');
});

test('a draft grows to a bound, whichever way the words come; what is in it can be written in all the same', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const doc = new Y.Doc();
  const next = (): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    doc.getText('title').insert(0, 'x'.repeat(1_000_000));
    return Y.encodeStateAsUpdate(doc, before);
  };
  const send = (update: Uint8Array) => {
    const body = { state: Buffer.from(update).toString('base64') };
    return rosa.ask(`POST /drafts/${draft.id}/words`, { body });
  };
  for (let times = 0; times < 4; times += 1) assert.equal((await send(next())).status, 200);
  const more = next();
  assert.equal((await send(more)).status, 422);
  const left = await leftWith(at(site, rosa), draft.id, (to) => to.send(saying(more)));
  assert.equal(left.code, LEFT.tooBig);
  using one = typist(at(site, edda), draft.id);
  await one.until(() => one.title().length === 4_000_000);
  one.types('!');
  await one.saved();
  one.types('y'.repeat(1_000_000));
  await one.until(() => one.link.known().tooLong);
  assert.ok(one.link.known().unsaved > 0, 'the person is told, and it is not tried without a pause');
});

test('words too long for one frame come in several; more than the newsroom takes is told, and goes once it is less', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  await one.until(() => one.link.known().link === 'open');
  const long = 'long '.repeat(500_000);
  one.types(long);
  await one.saved();
  const title = async () => (await draftAtHead(site.newsroom.storage)(draft.id)).content.title;
  assert.equal((await title()).length, long.length);
  const more = 'longer '.repeat(700_000);
  one.types(more);
  await one.until(() => one.link.known().tooLong);
  assert.equal(one.link.known().link, 'open');
  assert.ok(one.link.known().unsaved > 0);
  one.doc.getText('title').delete(long.length, more.length);
  one.types('End');
  await one.until(() => !one.link.known().tooLong);
  await one.saved();
  assert.equal(await title(), `${long}End`);
});

test('words in no form of ours do not break a draft: what can be read of it is', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist(at(site, edda), draft.id);
  using two = typist(at(site, rosa), draft.id);
  await two.until(() => two.link.known().link === 'open');
  two.doc.getXmlFragment('body').push([new Y.XmlElement('blink')]);
  two.doc.getMap('fields').set('byline', 7);
  two.doc.getArray('summary').push(['no map']);
  await two.saved();
  one.types('Goes on');
  await one.saved();
  const { content } = await draftAtHead(site.newsroom.storage)(draft.id);
  assert.equal(content.title, 'Goes on');
});

const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body');
const deep = (doc: Y.Doc): void => {
  let inner: Y.XmlFragment = bodyOf(doc);
  for (let depth = 0; depth < 100; depth += 1) {
    const next = new Y.XmlElement('blockquote');
    inner.push([next]);
    inner = next;
  }
};
const values = (doc: Y.Doc): void => {
  let value: unknown[] = [];
  for (let depth = 0; depth < 2000; depth += 1) value = [value];
  doc.getMap('fields').set('byline', value);
};

test('words deeper than anything of ours, or that no editor could open, are taken by nobody', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const wrong: ((doc: Y.Doc) => unknown)[] = [
    deep,
    values,
    (doc) => bodyOf(doc).push([new Y.XmlText('No paragraph')]),
    (doc) => bodyOf(doc).push([new Y.XmlElement('text')]),
    (doc) => bodyOf(doc).push([new Y.XmlHook('blink') as never]),
  ];
  for (const write of wrong) {
    const doc = new Y.Doc();
    write(doc);
    const update = Y.encodeStateAsUpdate(doc);
    const left = await leftWith(at(site, rosa), draft.id, (to) => to.send(saying(update)));
    assert.equal(left.code, LEFT.malformed);
    const body = { state: Buffer.from(update).toString('base64') };
    assert.equal((await rosa.ask(`POST /drafts/${draft.id}/words`, { body })).status, 422);
  }
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).logSeq, 1);
});

test('words that build on others that are not here are not taken, and whoever says the others first is heard', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const doc = new Y.Doc();
  doc.getText('title').insert(0, 'High ');
  const [first, seen] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)];
  doc.getText('title').insert(5, 'water');
  const second = Y.encodeStateAsUpdate(doc, seen);
  const body = { state: Buffer.from(second).toString('base64') };
  assert.equal((await rosa.ask(`POST /drafts/${draft.id}/words`, { body })).status, 422);
  const left = await leftWith(at(site, rosa), draft.id, (to) => to.send(saying(second)));
  assert.equal(left.code, LEFT.waiting);
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).logSeq, 1);
  // Somebody else's words that were on their way meanwhile are not forgotten with them.
  using one = typist(at(site, edda), draft.id);
  one.types('!');
  await one.saved();
  using two = typist(at(site, rosa), draft.id);
  await two.until(() => two.title() === '!');
  Y.applyUpdate(two.doc, second);
  Y.applyUpdate(two.doc, first);
  await two.saved();
  await one.until(() => one.title().includes('High water'));
});

test('a browser that lost a part of its words says the rest of them', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const lost = new Y.Doc();
  lost.getText('title').insert(0, 'Lost');
  const seen = Y.encodeStateVector(lost);
  lost.getText('title').insert(4, ' and found');
  using one = typist(at(site, edda), draft.id);
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(lost, seen));
  one.types('Written since');
  await one.saved();
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).content.title, 'Written since');
});
