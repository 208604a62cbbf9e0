import { Type } from 'typebox';
import { changeNote } from '../../../../commands/talk/change-note.ts';
import { NOTE } from '../../../../commands/talk/note-fields.ts';
import { sayNote } from '../../../../commands/talk/say-note.ts';
import { settleNote } from '../../../../commands/talk/settle-note.ts';
import type { Note } from '../../../../domain/desk/note.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { NotesWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok, type DeskCall, type DeskOutcome } from '../../endpoint.ts';
import { listQuery, nextOf, pageOf } from '../../list-query.ts';

const ofStory = closed({ storyId: id });
const ofNote = closed({ noteId: id });
const text = Type.String({ maxLength: NOTE.text });
const mentions = Type.Optional(Type.Array(id, { maxItems: NOTE.mentions }));

export const listNotes = deskEndpoint({
  at: 'GET /stories/:storyId/notes',
  params: ofStory,
  query: listQuery({ draftId: Type.Optional(id) }),
  async answer({ newsroom: { storage }, params: { storyId }, query: { draftId, ...page } }) {
    const asked = { storyId, ...pageOf(page), ...(draftId !== undefined && { draftId }) };
    const { items, next } = await storage.notes.list(asked);
    const people = new Set(
      items.flatMap(({ by, settledBy, mentions: named }) => [by, settledBy ?? by, ...named]),
    );
    const { people: names } = await storage.desk.names([...people], []);
    return ok({ items, next: nextOf(next), names } satisfies NotesWire);
  },
});

export const sayNoteEndpoint = deskEndpoint({
  at: 'POST /stories/:storyId/notes',
  params: ofStory,
  body: closed({
    id: Type.Optional(id),
    kind: Type.Optional(Type.Unsafe<Note['kind']>({ enum: ['note', 'handover'] })),
    draftId: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' })),
    text,
    mentions,
  }),
  async answer({ newsroom, person, params: { storyId }, body }) {
    const said = await sayNote(newsroom, { by: person.id, storyId, ...body });
    return said.type === 'noted' ? { type: 'reply', status: 201, body: said.note } : said;
  },
});

export const changeNoteEndpoint = deskEndpoint({
  at: 'PATCH /notes/:noteId',
  params: ofNote,
  body: closed({ text, mentions }),
  async answer(call) {
    const note = await call.newsroom.storage.notes.find(call.params.noteId);
    if (!note) return { type: 'not-found' };
    if (note.by !== call.person.id) return { type: 'not-allowed', action: 'write-note' };
    const changed = await changeNote(call.newsroom, { by: call.person.id, note, ...call.body });
    return changed.type === 'noted' ? ok(changed.note) : changed;
  },
});

export const settleNoteEndpoint = deskEndpoint({
  at: 'PUT /notes/:noteId/settled',
  params: ofNote,
  answer: (call) => settle(call, call.params.noteId, true),
});

export const reopenNote = deskEndpoint({
  at: 'DELETE /notes/:noteId/settled',
  params: ofNote,
  answer: (call) => settle(call, call.params.noteId, false),
});

async function settle(
  { newsroom, person }: Pick<DeskCall, 'newsroom' | 'person'>,
  noteId: string,
  settled: boolean,
): Promise<DeskOutcome> {
  const note = await newsroom.storage.notes.find(noteId);
  return note ? ok(await settleNote(newsroom, { by: person.id, note, settled })) : { type: 'not-found' };
}
