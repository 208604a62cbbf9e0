import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { putDraft, topContent } from '../../../test/support/desk-drafts.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../../test/support/desk-site.ts';
import { leftWith, typist, type At } from '../../../test/support/room.ts';
import { FRAME, frameBytes, LEFT, type CursorUser } from '../shared/room-wire.ts';
import { emptyContent } from '../shared/draft-doc.ts';
import { draftAtHead } from '../draft-at-head.ts';

const at = ({ url }: DeskSite, { cookie }: SignedIn): At => ({ url, cookie });

const saying = (update: Uint8Array) => frameBytes({ type: FRAME.words, number: 1, update });

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

test('who may read a draft and not write in it sees every word and adds none', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const grant = { storyId: draft.storyId, personId: rosa.person.id, write: false, publish: null };
  await site.newsroom.storage.people.change({ writes: [{ write: 'grant', grant }], activity: [] });
  using one = typist(at(site, edda), draft.id);
  using two = typist(at(site, rosa), draft.id);
  await two.until(() => two.link.known().link === 'open');
  assert.equal(two.link.known().mayWrite, false);
  two.types('not this');
  one.types('but this');
  await two.until(() => two.title().includes('but this'));
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).content.title, 'but this');
});

test('what was given or taken, and the door, hold at once in rooms on every thread', async () => {
  await using site = await deskSite();
  await using other = await deskSite({ newsroom: site.newsroom });
  const [admin, rosa] = [await site.as('admin'), await site.as('reporter')];
  const { person } = rosa;
  const draft = await putDraft(site.newsroom, {
    kind: 'top',
    content: topContent('Hers'),
    createdBy: person.id,
  });
  using typing = typist(at(other, rosa), draft.id);
  await typing.until(() => typing.link.known().link === 'open');
  const grant = async (write: boolean | null) => {
    const body = { write, publish: null };
    const done = await admin.ask(`PUT /stories/${draft.storyId}/grants/${person.id}`, { body });
    assert.equal(done.status, 200, done.text);
  };
  await grant(false);
  await typing.until(() => !typing.link.known().mayWrite);
  await grant(null);
  await typing.until(() => typing.link.known().mayWrite);
  const done = await admin.ask(`PATCH /people/${person.id}`, { body: { disabled: true } });
  assert.equal(done.status, 200, done.text);
  await typing.until(() => typing.link.known().link === 'signed-out');
});

test('once a draft is to go out by itself, only who may say so writes in it: the others see it at once', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: rosa.person.id });
  using one = typist(at(site, edda), draft.id);
  using two = typist(at(site, rosa), draft.id);
  two.types('Filed');
  await two.saved();
  const publishAt = new Date(Date.parse(site.newsroom.clock.now()) + 600_000).toISOString();
  const asked = { body: { version: 1, publishAt } };
  assert.equal((await edda.ask(`PUT /drafts/${draft.id}/schedule`, asked)).status, 200);
  await two.until(() => !two.link.known().mayWrite);
  two.types(' and more');
  one.types(' by Edda');
  await one.saved();
  const content = async () => (await draftAtHead(site.newsroom.storage)(draft.id)).content.title;
  assert.equal(await content(), 'Filed by Edda');
  const state = Buffer.from(Y.encodeStateAsUpdate(two.doc)).toString('base64');
  const refused = await rosa.ask(`POST /drafts/${draft.id}/words`, { body: { state } });
  assert.equal(refused.status, 403);
  assert.equal((await edda.ask(`DELETE /drafts/${draft.id}/schedule?version=2`)).status, 200);
  await two.until(() => two.link.known().mayWrite);
});

test('the door: no session, somebody else’s, no draft, another site’s page, another upgrade', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const here = at(site, edda);
  assert.equal((await leftWith({ ...here, cookie: '' }, draft.id)).code, LEFT.signedOut);
  const asAnother = await leftWith(here, draft.id, () => undefined, `?as=${draft.id}`);
  assert.equal(asAnother.code, LEFT.signedOut);
  assert.equal((await leftWith(here, draft.storyId)).code, LEFT.unknownDraft);
  await assert.rejects(leftWith({ ...here, origin: 'https://evil.test' }, draft.id), /403/);
  await assert.rejects(leftWith(here, 'no-id'), /404/);
  const h2c = await fetch(`${site.url}/healthz`, { headers: { upgrade: 'h2c' } }).catch(() => null);
  assert.ok(h2c === null || h2c.status === 200, 'other upgrades are answered as if they asked for none');
});

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

test('not one word of a reporter comes into a draft after it was scheduled, however fast they type', async () => {
  await using site = await deskSite();
  await using other = await deskSite({ newsroom: site.newsroom });
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: rosa.person.id });
  using two = typist(at(other, rosa), draft.id);
  two.types('Filed');
  await two.saved();
  const publishAt = new Date(Date.parse(site.newsroom.clock.now()) + 600_000).toISOString();
  const asked = { body: { version: 1, publishAt } };
  const typing = new AbortController();
  const scheduling = edda.ask(`PUT /drafts/${draft.id}/schedule`, asked).finally(() => typing.abort());
  for (let words = 0; words < 1000 && !typing.signal.aborted; words += 1) {
    two.types('.');
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { status, body } = await scheduling;
  assert.equal(status, 200);
  two.types('!');
  await two.until(() => two.link.known().link === 'open' && !two.link.known().mayWrite);
  const { content, logSeq } = await draftAtHead(site.newsroom.storage)(draft.id);
  assert.equal(logSeq, body.scheduledSeq);
  assert.ok(!content.title.endsWith('!'));
  assert.ok(two.link.known().unsaved > 0, 'they have their words');
  assert.equal((await edda.ask(`DELETE /drafts/${draft.id}/schedule?version=2`)).status, 200);
  await two.until(() => two.link.known().mayWrite);
  await two.saved();
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).content.title, two.title());
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
