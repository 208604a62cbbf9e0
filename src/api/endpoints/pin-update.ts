import { pinUpdate } from '../../commands/pin-update.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { pinReceipt } from '../schemas/answers.ts';
import { updateParams } from '../../schemas/fields.ts';
import { updateGuard, write } from '../write.ts';

export const pinUpdateEndpoint = endpoint({
  at: 'PUT /updates/:id/pin',
  summary: 'Pin an update',
  description: 'It stands on top of its story, and in its place. The one pinned before is so no more.',
  params: updateParams,
  success: { status: 200, schema: pinReceipt, description: 'It is pinned.' },
  refuses: ['unknown-update', 'update-retracted', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { id } = call.params;
    const verbs = [...updateGuard(call, id), pinUpdate(id)];
    return write(call, { story: { updateId: id }, verbs }, ({ seq }) => reply(200, { seq }));
  },
});
