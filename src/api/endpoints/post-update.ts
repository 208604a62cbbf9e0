import { postUpdate } from '../../commands/post-update.ts';
import { newId } from '../../domain/id.ts';
import { asSent, readBody } from '../body.ts';
import { endpoint } from '../endpoint.ts';
import { updateReply } from '../receipts.ts';
import { updateReceipt } from '../schemas/answers.ts';
import { slugParams } from '../../schemas/fields.ts';
import { postUpdateBody } from '../schemas/requests.ts';
import { storyGuard, write } from '../write.ts';

export const postUpdateEndpoint = endpoint({
  at: 'POST /stories/:slug/updates',
  summary: 'Post an update',
  description:
    'It is published at once, with a permalink that is a page of its own. It needs a title, a body, or both.',
  params: slugParams,
  body: postUpdateBody,
  success: { status: 201, schema: updateReceipt, description: 'The update is public.' },
  refuses: ['unknown-story', 'story-ended', 'invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { markdown: _, document: __, ...fields } = call.body;
    const read = readBody(call.body);
    if (read.type === 'invalid') return read;
    const id = newId(call.newsroom.clock.now());
    const post = postUpdate(id, { ...fields, ...(read.body && { body: read.body }) });
    const order = { story: call.params, verbs: [...storyGuard(call), post] };
    return asSent(await write(call, order, (done) => updateReply(201, done, id, call.baseUrl())), call.body);
  },
});
