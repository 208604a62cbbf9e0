import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { author as authorSchema } from '../schemas/answers.ts';
import { authorParams } from '../../schemas/fields.ts';

export const readAuthorEndpoint = endpoint({
  at: 'GET /authors/:slug',
  summary: 'Read who an author is',
  params: authorParams,
  success: { status: 200, schema: authorSchema, description: 'The author as recorded.' },
  refuses: ['unknown-author'],
  async answer({ newsroom, params: { slug } }) {
    const author = await newsroom.storage.author(slug);
    return author ? reply(200, author) : { type: 'unknown-author', slug };
  },
});
