import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_STATUSES } from '../../domain/desk/draft.ts';
import type { Draft, DraftContent } from '../../domain/desk/draft.ts';
import { newDraft } from '../../domain/desk/new-draft.ts';
import { DESK_TOPIC } from '../../domain/desk/topic.ts';
import type { Wake } from '../bus.ts';
import type { DraftWrite } from '../desk/draft-store.ts';
import type { Change, Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, opening, someId, tell, text } from './telling.ts';

const content = (words: string): DraftContent => ({
  title: words,
  body: text(words),
  author: 'Ines Okafor',
  keyEvent: false,
  analysis: false,
  top: null,
});

export const aDraft = (draft: Partial<Draft> = {}): Draft => {
  const words = content('The bridge is closed.');
  const fresh = { id: someId(), storyId: someId(), kind: 'update' as const, content: words };
  return { ...newDraft({ ...fresh, by: 'ines', now: after(1) }), createdBy: someId(), ...draft };
};

const SEED = new Uint8Array([1, 2, 0, 255]);

const only = (...drafts: DraftWrite[]): Change => ({ logs: [], rows: [], activity: [], drafts });

async function begun(storage: Storage, given: Partial<Draft> = {}): Promise<Draft> {
  const draft = aDraft(given);
  const result = await storage.commit(only({ draft, expected: null, seed: SEED }));
  assert.equal(result.type, 'committed');
  return draft;
}

/** The draft with a change, as it is written: guarded by the version it had. */
const changed = (draft: Draft, change: Partial<Draft>): DraftWrite => ({
  draft: { ...draft, version: draft.version + 1, ...change },
  expected: { version: draft.version },
});

const dueAt = (seconds: number): Partial<Draft> => ({ status: 'scheduled', publishAt: after(seconds) });

export function draftsContract(open: Open): void {
  test('of an update that was a draft it is told who wrote it, when it says so, and who published it', async () => {
    await using opened = await open();
    const out = { status: 'published', publishedBy: 'ada', at: after(7) } as const;
    const draft = await begun(opened.storage, out);
    assert.deepEqual(await opened.storage.drafts.hands([draft.id, someId()]), {
      [draft.id]: { writtenBy: draft.createdBy, publishedBy: 'ada', writtenAt: after(7) },
    });
    assert.deepEqual(await opened.storage.drafts.hands([]), {});
  });

  test('a draft is found as it was begun, and its first words are the first of its log', async () => {
    await using opened = await open();
    const { drafts, draftLog } = opened.storage;
    const publishHow = { as: 'correction', was: 'Tokyo', is: 'Seoul', note: null } as const;
    const draft = await begun(opened.storage, { embargoUntil: after(50), publishHow, late: true });
    assert.deepEqual(await drafts.find(draft.id), draft);
    assert.equal(await drafts.find(someId()), null);
    const { snapshot, rows } = await draftLog.since(draft.id, 0);
    assert.equal(snapshot, null);
    assert.deepEqual(
      rows.map((row) => ({ ...row, data: [...row.data] })),
      [{ seq: 1, data: [...SEED], by: draft.createdBy, at: draft.createdAt }],
    );
  });

  test('what is listed is asked for by story, update, status, kind and person, the last changed first', async () => {
    await using opened = await open();
    const { storage } = opened;
    const [storyId, updateId] = [someId(), someId()];
    const older = await begun(storage, { storyId, changedAt: after(5) });
    const newer = await begun(storage, { storyId, changedAt: after(9), status: 'filed' });
    const edit = await begun(storage, { storyId, kind: 'edit', updateId, changedAt: after(7) });
    const elsewhere = await begun(storage, { changedAt: after(8), status: 'trashed' });
    const ids = async (query: object): Promise<string[]> => {
      const all = ['draft', 'filed', 'scheduled', 'published', 'trashed'] as const;
      return (await storage.drafts.list({ statuses: all, limit: 9, ...query })).map(({ id }) => id);
    };
    assert.deepEqual(await ids({}), [newer.id, elsewhere.id, edit.id, older.id]);
    assert.deepEqual(await ids({ limit: 1 }), [newer.id]);
    assert.deepEqual(await ids({ storyId, statuses: ['draft'] }), [edit.id, older.id]);
    assert.deepEqual(await ids({ updateId }), [edit.id]);
    assert.deepEqual(await ids({ storyId, kinds: ['update'] }), [newer.id, older.id]);
    assert.deepEqual(await ids({ createdBy: elsewhere.createdBy }), [elsewhere.id]);
  });

  test('a change decided on a version that is gone writes nothing at all', async () => {
    await using opened = await open();
    const { storage } = opened;
    const draft = await begun(storage);
    const filed = changed(draft, { status: 'filed' });
    assert.equal((await storage.commit(only(filed))).type, 'committed');
    const { told, ...change } = tell(aStory(), [opening('bridge')]);
    const late = { ...change, drafts: [changed(draft, { status: 'trashed' })] };
    const refusal = { type: 'draft-moved', draftId: draft.id, current: filed.draft };
    assert.deepEqual(await storage.commit(late), refusal);
    assert.equal(await storage.findStory({ id: told.storyId }), null);
    assert.equal(await storage.position(), 0);
  });

  test('a publication is refused when a key was struck since its words were read', async () => {
    await using opened = await open();
    const { storage } = opened;
    const draft = await begun(storage);
    const publication = (logSeq: number): DraftWrite => ({
      draft: { ...draft, version: 2, status: 'published', logSeq },
      expected: { version: 1, logSeq },
    });
    const entry = { draftId: draft.id, data: SEED, by: 'ines', into: OPEN_STATUSES, at: after(3) };
    assert.deepEqual(await storage.draftLog.append(entry), { type: 'appended', seq: 2 });
    const scheduled = { type: 'not-now', status: 'draft' };
    assert.deepEqual(await storage.draftLog.append({ ...entry, into: ['scheduled'] }), scheduled);
    assert.deepEqual(await storage.draftLog.append({ ...entry, into: [] }), scheduled);
    assert.equal((await storage.commit(only(publication(1)))).type, 'draft-moved');
    assert.equal((await storage.commit(only(publication(2)))).type, 'committed');
    assert.deepEqual(await storage.draftLog.append(entry), { type: 'closed', status: 'published' });
    const unknown = { ...entry, draftId: someId() };
    assert.deepEqual(await storage.draftLog.append(unknown), { type: 'closed', status: null });
  });

  test('a draft that goes out by itself takes words of those alone who write in such a one', async () => {
    await using opened = await open();
    const { storage } = opened;
    const draft = await begun(storage);
    const entry = { draftId: draft.id, data: SEED, by: 'ines', at: after(3) };
    const asReporter = { ...entry, into: ['draft', 'filed'] as const };
    assert.deepEqual(await storage.draftLog.append(asReporter), { type: 'appended', seq: 2 });
    await storage.commit(only(changed(draft, { status: 'scheduled', publishAt: after(20) })));
    const refused = { type: 'not-now', status: 'scheduled' };
    assert.deepEqual(await storage.draftLog.append(asReporter), refused);
    const asEditor = { ...entry, into: OPEN_STATUSES };
    assert.deepEqual(await storage.draftLog.append(asEditor), { type: 'appended', seq: 3 });
  });

  test('of two who begin a story’s top, or an edit over one update, the second is shown the first’s', async () => {
    await using opened = await open();
    const { storage } = opened;
    const first = await begun(storage, { kind: 'top' });
    const second = aDraft({ kind: 'top', storyId: first.storyId });
    assert.deepEqual(await storage.commit(only({ draft: second, expected: null })), {
      type: 'draft-moved',
      draftId: second.id,
      current: first,
    });
    const edit = await begun(storage, { kind: 'edit', updateId: someId() });
    const other = aDraft({ kind: 'edit', updateId: edit.updateId });
    assert.equal((await storage.commit(only({ draft: other, expected: null }))).type, 'draft-moved');
    // Once it is in the trash another may be begun – and then it cannot come out again.
    const trashed = changed(first, { status: 'trashed' });
    assert.equal((await storage.commit(only(trashed))).type, 'committed');
    assert.equal(
      (await storage.commit(only({ draft: second, expected: null, seed: SEED }))).type,
      'committed',
    );
    assert.deepEqual(await storage.commit(only(changed(trashed.draft, { status: 'draft' }))), {
      type: 'draft-moved',
      draftId: first.id,
      current: second,
    });
  });

  test('words that are kept later are not written over by those an act was decided on', async () => {
    await using opened = await open();
    const { storage } = opened;
    const draft = await begun(storage);
    const kept = { draftId: draft.id, content: content('Closed for good.'), by: 'bo', at: after(9) };
    assert.equal(await storage.drafts.keepContent({ ...kept, logSeq: 4 }), true);
    assert.equal(await storage.drafts.keepContent({ ...kept, logSeq: 3 }), false, 'older words');
    await storage.commit(only(changed(draft, { status: 'filed', filedBy: 'ines' })));
    const now = await storage.drafts.find(draft.id);
    assert.deepEqual([now?.status, now?.content.title, now?.logSeq], ['filed', 'Closed for good.', 4]);
    await storage.commit(only(changed(now!, { status: 'trashed' })));
    assert.equal(await storage.drafts.keepContent({ ...kept, logSeq: 9 }), false, 'in the trash');
  });

  test('what is due is told, the earliest first, and nothing else', async () => {
    await using opened = await open();
    const { storage } = opened;
    const later = await begun(storage, dueAt(20));
    const sooner = await begun(storage, dueAt(10));
    await begun(storage, dueAt(21));
    await begun(storage, { ...dueAt(5), status: 'filed' });
    const due = await storage.drafts.due(after(20), 9);
    assert.deepEqual(
      due.map(({ id }) => id),
      [sooner.id, later.id],
    );
    assert.equal((await storage.drafts.due(after(20), 1)).length, 1);
  });

  test('a version is kept in the commit it tells of, and found by its id', async () => {
    await using opened = await open();
    const { storage } = opened;
    const draft = aDraft();
    const version = (id: string, logSeq: number) => ({
      id,
      draftId: draft.id,
      at: after(logSeq),
      by: [draft.createdBy],
      logSeq,
      content: draft.content,
    });
    const first = version(draft.id, 1);
    await storage.commit(only({ draft, expected: null, seed: SEED, keep: first }));
    const second = version(someId(), 7);
    await storage.commit(only({ ...changed(draft, { status: 'filed' }), keep: second }));
    assert.deepEqual(await storage.drafts.versions(draft.id, 9), [second, first]);
    assert.deepEqual(await storage.drafts.version(draft.id), first);
    const refused = { ...changed(draft, { status: 'trashed' }), keep: version(someId(), 8) };
    await storage.commit(only(refused));
    assert.equal((await storage.drafts.versions(draft.id, 9)).length, 2);
  });

  test('a log is read on from any number, and from its snapshot where rows are gone', async () => {
    await using opened = await open();
    const { storage } = opened;
    const { id: draftId } = await begun(storage);
    for (const byte of [2, 3, 4]) {
      await storage.draftLog.append({
        draftId,
        data: new Uint8Array([byte]),
        by: 'bo',
        into: OPEN_STATUSES,
        at: after(byte),
      });
    }
    const seqs = async (after_: number): Promise<number[]> =>
      (await storage.draftLog.since(draftId, after_)).rows.map(({ seq }) => seq);
    assert.deepEqual(await seqs(2), [3, 4]);
    await storage.draftLog.compact(draftId, 3, new Uint8Array([9]));
    const { snapshot, rows } = await storage.draftLog.since(draftId, 1);
    assert.deepEqual([snapshot?.seq, [...(snapshot?.data ?? [])]], [3, [9]]);
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      [4],
    );
    assert.equal((await storage.draftLog.since(draftId, 3)).snapshot, null);
    await storage.draftLog.compact(draftId, 2, new Uint8Array([8]));
    await storage.draftLog.compact(draftId, 99, new Uint8Array([8]));
    assert.equal((await storage.draftLog.since(draftId, 0)).snapshot?.seq, 3, 'neither back nor ahead');
  });

  test(
    'whoever listens, on another node too, hears which draft was changed',
    { timeout: 20_000 },
    async () => {
      await using opened = await open();
      const another = await opened.another();
      const heard = Promise.withResolvers<Wake>();
      another.bus.subscribe((wake) => {
        if ('topic' in wake) heard.resolve(wake);
      });
      const { id: draftId, storyId } = await begun(opened.storage);
      assert.deepEqual(await heard.promise, {
        topic: DESK_TOPIC,
        message: { event: 'draft', draftId, storyId },
      });
    },
  );
}
