import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { update as updateSchema } from '../schemas/answers.ts';
import { updateParams } from '../../schemas/fields.ts';
import { updateView } from '../update-view.ts';

export const readUpdateEndpoint = endpoint({
  at: 'GET /updates/:id',
  summary: 'Read an update',
  description: 'A retracted one is its stub: no words, but the reason.',
  params: updateParams,
  success: { status: 200, schema: updateSchema, description: 'The update as it stands.' },
  refuses: ['unknown-update'],
  async answer({ newsroom: { storage }, baseUrl, params: { id } }) {
    const found = await storage.findUpdate(id);
    const snapshot =
      found && (await storage.snapshot(found.storyId, { order: 'newest', limit: 1, ids: [id] }));
    const update = snapshot?.updates[0];
    if (!update) return { type: 'unknown-update', id };
    return reply(200, updateView(update, snapshot, baseUrl()), { version: update.version });
  },
});
