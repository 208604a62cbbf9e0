import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Note } from '../../domain/desk/note.ts';
import type { Activity, Change } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, someId } from './telling.ts';

const aNote = (note: Partial<Note> = {}): Note => ({
  id: someId(),
  storyId: 'bridge',
  draftId: null,
  kind: 'note',
  by: 'ines',
  at: after(1),
  editedAt: null,
  text: 'The harbour office does not pick up.',
  mentions: [],
  settledBy: null,
  settledAt: null,
  ...note,
});

const anEntry = (entry: Partial<Activity> = {}): Activity => ({
  id: someId(),
  at: after(1),
  actor: 'person ines',
  action: 'note.added',
  storyId: 'bridge',
  seq: null,
  subject: null,
  detail: null,
  ...entry,
});

const change = (more: Partial<Change>): Change => ({ logs: [], rows: [], activity: [], ...more });
const said = (note: Note) => ({ type: 'said' as const, note });

export function deskTalkContract(open: Open): void {
  test('notes of a story are read last first, page by page, or those of one draft alone', async () => {
    await using opened = await open();
    const { storage } = opened;
    const notes = [1, 2, 3].map((second) => aNote({ at: after(second), draftId: second === 2 ? 'd' : null }));
    const elsewhere = aNote({ storyId: 'strike' });
    await storage.commit(change({ notes: [...notes, elsewhere].map(said) }));
    const page = await storage.notes.list({ storyId: 'bridge', limit: 2, cursor: null });
    assert.deepEqual(page.items, [notes[2], notes[1]]);
    const rest = await storage.notes.list({ storyId: 'bridge', limit: 2, cursor: page.next });
    assert.deepEqual(rest, { items: [notes[0]], next: null });
    const ofDraft = await storage.notes.list({ storyId: 'bridge', draftId: 'd', limit: 9, cursor: null });
    assert.deepEqual(ofDraft.items, [notes[1]]);
    assert.deepEqual(await (await opened.another()).notes.find(elsewhere.id), elsewhere);
    assert.equal(await storage.notes.find(someId()), null);
  });

  test('a note said twice is said once; it can be changed, settled and opened again', async () => {
    await using opened = await open();
    const { storage } = opened;
    const note = aNote({ mentions: ['bo'] });
    await storage.commit(change({ notes: [said(note), said({ ...note, text: 'Again.' })] }));
    assert.deepEqual(await storage.notes.find(note.id), note);
    const changed = {
      type: 'changed' as const,
      id: note.id,
      text: 'Bo, Ana: call.',
      mentions: ['bo', 'ana'],
    };
    await storage.commit(change({ notes: [{ ...changed, at: after(5) }] }));
    await storage.commit(change({ notes: [{ type: 'settled', id: note.id, by: 'bo', at: after(6) }] }));
    const { text, mentions } = changed;
    const settled = { ...note, text, mentions, editedAt: after(5), settledBy: 'bo', settledAt: after(6) };
    assert.deepEqual(await storage.notes.find(note.id), settled);
    await storage.commit(change({ notes: [{ type: 'settled', id: note.id, by: null, at: null }] }));
    assert.equal((await storage.notes.find(note.id))?.settledBy, null);
    assert.equal((await storage.notes.mentions('ana', { limit: 9, cursor: null })).items.length, 1);
  });

  test('the handover note is the last one that was not settled', async () => {
    await using opened = await open();
    const { storage } = opened;
    assert.equal(await storage.notes.handover('bridge'), null);
    const handovers = [1, 2].map((second) => aNote({ kind: 'handover', at: after(second) }));
    const notes = [...handovers, aNote({ at: after(3) })];
    await storage.commit(change({ notes: notes.map(said) }));
    assert.deepEqual(await storage.notes.handover('bridge'), handovers[1]);
    const settled = { type: 'settled' as const, id: handovers[1]!.id, by: 'bo', at: after(4) };
    await storage.commit(change({ notes: [settled] }));
    assert.deepEqual(await storage.notes.handover('bridge'), handovers[0]);
  });

  test('who is named in notes finds the unread ones first, page by page, and marks them as read', async () => {
    await using opened = await open();
    const { storage } = opened;
    const notes = [1, 2, 3, 4].map((second) => aNote({ at: after(second), mentions: ['bo'] }));
    await storage.commit(change({ notes: [...notes, aNote({ mentions: ['ana'] })].map(said) }));
    const [first, second, third, fourth] = notes as [Note, Note, Note, Note];
    assert.equal(await storage.notes.readMentions('bo', [fourth.id, second.id], after(9)), 2);
    assert.equal(await storage.notes.readMentions('bo', [fourth.id], after(10)), 0, 'read once');
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof storage.notes.mentions>> = await storage.notes.mentions('bo', {
        limit: 1,
        cursor,
      });
      assert.equal(page.unread, 2);
      found.push(...page.items.map(({ note, readAt }) => `${note.id} ${readAt}`));
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(found, [
      `${third.id} null`,
      `${first.id} null`,
      `${fourth.id} ${after(9)}`,
      `${second.id} ${after(9)}`,
    ]);
    assert.equal(await storage.notes.readMentions('bo', null, after(11)), 2);
    assert.equal((await storage.notes.mentions('bo', { limit: 9, cursor: null })).unread, 0);
  });

  test('the activity list is read last first and by story, person, action and hours', async () => {
    await using opened = await open();
    const { storage } = opened;
    const list = [
      anEntry({ at: after(1) }),
      anEntry({ at: after(2), actor: 'person bo', detail: { was: 'filed' }, subject: 'draft d' }),
      anEntry({ at: after(3), storyId: 'strike' }),
      anEntry({ at: after(4), action: 'signed-in', storyId: null }),
    ];
    await storage.commit(change({ activity: list }));
    const read = async (query: object) => {
      const { items } = await storage.desk.activity({ limit: 9, cursor: null, ...query });
      return items.map((item) => list.findIndex(({ id }) => id === item.id));
    };
    assert.deepEqual(await read({}), [3, 2, 1, 0]);
    assert.deepEqual(await read({ storyId: 'bridge' }), [1, 0]);
    assert.deepEqual(await read({ actor: 'person bo' }), [1]);
    assert.deepEqual(await read({ action: 'signed-in' }), [3]);
    assert.deepEqual(await read({ actions: ['signed-in', 'signed-out'] }), [3]);
    assert.deepEqual(await read({ from: after(2), to: after(4) }), [2, 1]);
    const page = await storage.desk.activity({ limit: 3, cursor: null });
    assert.deepEqual(page.items[2], list[1]);
    assert.deepEqual((await storage.desk.activity({ limit: 3, cursor: page.next })).items, [list[0]]);
  });

  test('what published a draft is told with its event, as one act, and with the update it was about', async () => {
    await using opened = await open();
    const { storage } = opened;
    const { storyId } = await commit(storage, aStory(), [opening('bridge'), posting('One.')]);
    const events = [1, 2].map((seq) => anEntry({ storyId, seq, at: after(seq) }));
    const detail = { kind: 'update', scheduled: after(2), late: false };
    const published = anEntry({ storyId, seq: 2, action: 'publish-draft', subject: 'draft d', detail });
    await storage.commit(change({ activity: [...events, published] }));
    const { items } = await storage.desk.activity({ storyId, limit: 9, cursor: null });
    assert.deepEqual(items, events.toReversed());
    const named = await storage.desk.activity({ action: 'publish-draft', limit: 9, cursor: null });
    assert.deepEqual(named.items, [published]);
    const asked = [1, 2, 9].map((seq) => ({ storyId, seq }));
    const acts = await storage.desk.actsOf(asked);
    const [opens, posts] = acts.toSorted((a, b) => a.seq - b.seq);
    assert.equal(acts.length, 2);
    assert.deepEqual(opens, { storyId, seq: 1, updateId: null, publication: null });
    assert.deepEqual(posts?.publication, detail);
    const [update] = await storage.desk.updatesOf([posts?.updateId ?? '', someId()]);
    assert.equal(update?.seq, 2);
    assert.deepEqual(await storage.desk.actsOf([]), []);
    assert.deepEqual(await storage.desk.updatesOf([]), []);
  });

  test('nobody changes or deletes what the activity list holds', async () => {
    await using opened = await open();
    const entry = anEntry();
    await opened.storage.commit(change({ activity: [entry] }));
    await assert.rejects(opened.execute(`UPDATE activity SET actor = 'person nobody'`), /only added to/);
    await assert.rejects(opened.execute('DELETE FROM activity'), /only added to/);
    assert.deepEqual((await opened.storage.desk.activity({ limit: 9, cursor: null })).items, [entry]);
  });

  test('names are found for people, tokens and those who did an event', async () => {
    await using opened = await open();
    const { storage } = opened;
    const told = await commit(storage, aStory(), [opening('bridge'), posting('One.')]);
    const { storyId } = told;
    await storage.commit(change({ activity: [anEntry({ storyId, seq: 2, actor: 'person bo' })] }));
    assert.deepEqual(await storage.desk.actorsOf(storyId, [1, 2]), { 2: 'person bo' });
    const [bo, phone] = [someId(), someId()];
    const at = { createdAt: after(1) };
    const who = { id: bo, email: 'bo@estuary.test', name: 'Bo Lind', disabledAt: null, lang: null };
    const person = { ...who, role: 'reporter' as const, ...at };
    await storage.people.change({ writes: [{ write: 'person', person }], activity: [] });
    const unused = { storyId: null, lastUsedAt: null, revokedAt: null };
    await storage.tokens.add({ id: phone, name: 'Phone', scope: 'write', hash: 'h', ...at, ...unused });
    assert.deepEqual(await storage.desk.names([bo, 'nobody'], [phone]), {
      people: { [bo]: 'Bo Lind' },
      tokens: { [phone]: 'Phone' },
    });
  });
}
