import { Type } from 'typebox';
import { closed, id } from '../../../../schemas/fields.ts';
import type { MentionsWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { listQuery, nextOf, pageOf } from '../../list-query.ts';

const PLACE = /^(?:unread|read) \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\da-z-]{1,64}$/;

/** Notes that name whoever asks, unread ones first. */
export const listMentions = deskEndpoint({
  at: 'GET /mentions',
  query: listQuery({}),
  async answer({ newsroom: { storage }, person, query }) {
    const { items, next, unread } = await storage.notes.mentions(person.id, pageOf(query, PLACE));
    const { people } = await storage.desk.names([...new Set(items.map(({ note }) => note.by))], []);
    const told = await storage.desk.headlines(items.map(({ note }) => note.storyId));
    const answer: MentionsWire = {
      items: items.map(({ note, readAt }) => ({
        note,
        byName: people[note.by] ?? '',
        storyHeadline: told[note.storyId]?.headline ?? '',
        readAt,
      })),
      next: nextOf(next),
      unread,
    };
    return ok(answer);
  },
});

/** Marks notes that name whoever asks as read: these, or all. */
export const readMentions = deskEndpoint({
  at: 'POST /mentions/read',
  body: closed({ noteIds: Type.Optional(Type.Array(id, { maxItems: 200 })) }),
  async answer({ newsroom: { storage, clock }, person, body: { noteIds } }) {
    const read = await storage.notes.readMentions(person.id, noteIds ?? null, await clock.fresh());
    return ok({ read });
  },
});
