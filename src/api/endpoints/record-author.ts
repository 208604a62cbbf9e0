import { recordAuthor } from '../../commands/record-author.ts';
import { slugOf } from '../../domain/slug.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { author as authorSchema } from '../schemas/answers.ts';
import { authorParams } from '../../schemas/fields.ts';
import { authorBody } from '../schemas/requests.ts';

export const recordAuthorEndpoint = endpoint({
  at: 'PUT /authors/:slug',
  summary: 'Record who an author is',
  description: 'The address is the one their name makes (“Ines Aguilar” → ines-aguilar).',
  params: authorParams,
  body: authorBody,
  success: { status: 200, schema: authorSchema, description: 'The author as recorded.' },
  refuses: ['invalid', 'slug-taken', 'busy'],
  async answer({ newsroom, actor, params, body }) {
    const slug = slugOf(body.name);
    if (slug !== params.slug) {
      const detail = `makes the address "${slug}", not the one this was sent to`;
      return { type: 'invalid', errors: [{ pointer: '/name', detail }] };
    }
    const result = await recordAuthor(newsroom, actor, body);
    return result.type === 'recorded' ? reply(200, result.author) : result;
  },
});
