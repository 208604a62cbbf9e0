import { Type } from 'typebox';
import { LONGEST } from '../../../../commands/fields.ts';
import { recordAuthor } from '../../../../commands/record-author.ts';
import { closed, line, lineOrNull } from '../../../../schemas/fields.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

export const listAuthors = deskEndpoint({
  at: 'GET /authors',
  query: Type.Object(
    { after: Type.Optional(Type.String({ maxLength: 400 })) },
    { additionalProperties: false },
  ),
  async answer({ newsroom, query }) {
    return ok(await newsroom.storage.listAuthors({ limit: 100, cursor: query.after ?? null }));
  },
});

export const writeAuthor = deskEndpoint({
  at: 'PUT /authors',
  body: closed({
    name: line(LONGEST.name, 'As it stands in bylines.'),
    role: Type.Optional(lineOrNull(LONGEST.name, 'What they are.')),
    bio: Type.Optional(lineOrNull(LONGEST.line, 'Who they are, in a line.')),
  }),
  async answer({ newsroom, actor, body }) {
    const result = await recordAuthor(newsroom, actor, body);
    return result.type === 'recorded' ? ok(result.author) : result;
  },
});
