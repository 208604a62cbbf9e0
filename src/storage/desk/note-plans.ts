import { all, atMost, first, run, type Plan, type Sql } from '../plan.ts';
import { pageOf, placeOf } from './newest-first.ts';
import { noteCodec } from '../tables.ts';
import type { Mention, NoteStore, NoteWrite } from './note-store.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

export const noteReadingPlans = { findNote, listNotes, handoverNote, mentionsOf };
export const noteWritePlans = { readMentions };

function* findNote(db: Sql, id: string): Result<NoteStore['find']> {
  const row = yield* first(db.selectFrom('notes').selectAll().where('id', '=', id));
  return row && noteCodec.fromRow(row);
}

function* listNotes(
  db: Sql,
  { storyId, draftId, limit, cursor }: Parameters<NoteStore['list']>[0],
): Result<NoteStore['list']> {
  let asked = db.selectFrom('notes').selectAll().where('story_id', '=', storyId);
  if (draftId !== undefined) asked = asked.where('draft_id', '=', draftId);
  if (cursor !== null) {
    const { at, id } = placeOf(cursor);
    asked = asked.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(at, id)));
  }
  const rows = yield* all(
    asked
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(atMost(limit + 1)),
  );
  return pageOf(rows, limit, noteCodec);
}

function* handoverNote(db: Sql, storyId: string): Result<NoteStore['handover']> {
  const row = yield* first(
    db
      .selectFrom('notes')
      .selectAll()
      .where('story_id', '=', storyId)
      .where('kind', '=', 'handover')
      .where('settled_at', 'is', null)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  );
  return row && noteCodec.fromRow(row);
}

/** Unread first: a cursor says which of the two it stands in. */
function* mentionsOf(
  db: Sql,
  personId: string,
  { limit, cursor }: Parameters<NoteStore['mentions']>[1],
): Result<NoteStore['mentions']> {
  const [from = 'unread', at = '', id = ''] = cursor?.split(' ') ?? [];
  const found: Mention[] = [];
  for (const rank of from === 'unread' ? (['unread', 'read'] as const) : (['read'] as const)) {
    let asked = db
      .selectFrom('mentions')
      .innerJoin('notes', 'notes.id', 'mentions.note_id')
      .selectAll('notes')
      .select('mentions.read_at')
      .where('mentions.person_id', '=', personId)
      .where('mentions.read_at', rank === 'unread' ? 'is' : 'is not', null);
    if (rank === from && at !== '')
      asked = asked.where((eb) => eb(eb.refTuple('mentions.at', 'mentions.note_id'), '<', eb.tuple(at, id)));
    const rows = yield* all(
      asked
        .orderBy('mentions.at', 'desc')
        .orderBy('mentions.note_id', 'desc')
        .limit(atMost(limit + 1 - found.length)),
    );
    found.push(...rows.map(({ read_at: readAt, ...note }) => ({ note: noteCodec.fromRow(note), readAt })));
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const rank = last?.readAt === null ? 'unread' : 'read';
  const unread = yield* first(
    db
      .selectFrom('mentions')
      .select((eb) => eb.fn.countAll().as('unread'))
      .where('person_id', '=', personId)
      .where('read_at', 'is', null),
  );
  const next = last ? `${rank} ${last.note.at} ${last.note.id}` : null;
  return { items, next, unread: Number(unread?.unread ?? 0) };
}

function* readMentions(
  db: Sql,
  personId: string,
  noteIds: string[] | null,
  at: string,
): Result<NoteStore['readMentions']> {
  if (noteIds?.length === 0) return 0;
  let asked = db
    .updateTable('mentions')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  if (noteIds) asked = asked.where('note_id', 'in', noteIds);
  return (yield* all(asked.returning('note_id'))).length;
}

/** Run by the commit that has the activity's line of it. */
export function* writeNotes(db: Sql, writes: NoteWrite[]): Plan<void> {
  for (const write of writes) {
    switch (write.type) {
      case 'said': {
        const { note } = write;
        yield* run(
          db
            .insertInto('notes')
            .values(noteCodec.toRow(note))
            .onConflict((on) => on.column('id').doNothing()),
        );
        yield* mention(db, note.id, note.mentions, note.at);
        break;
      }
      case 'changed': {
        const { id, text, mentions, at } = write;
        const words = { text, mentions: JSON.stringify(mentions), edited_at: at };
        const rows = yield* all(db.updateTable('notes').set(words).where('id', '=', id).returning('at'));
        // Who is named only now is told as of the hour the note was said, where it stands in their list.
        if (rows[0]) yield* mention(db, id, mentions, rows[0].at);
        break;
      }
      case 'settled': {
        const { id, by, at } = write;
        yield* run(db.updateTable('notes').set({ settled_by: by, settled_at: at }).where('id', '=', id));
      }
    }
  }
}

function* mention(db: Sql, noteId: string, people: string[], at: string): Plan<void> {
  if (people.length === 0) return;
  const rows = people.map((id) => ({ person_id: id, note_id: noteId, at, read_at: null }));
  yield* run(
    db
      .insertInto('mentions')
      .values(rows)
      .onConflict((on) => on.columns(['person_id', 'note_id']).doNothing()),
  );
}
