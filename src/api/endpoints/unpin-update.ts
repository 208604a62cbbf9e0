import { unpinUpdate } from '../../commands/pin-update.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { pinReceipt } from '../schemas/answers.ts';
import { updateParams } from '../../schemas/fields.ts';
import { updateGuard, write } from '../write.ts';

export const unpinUpdateEndpoint = endpoint({
  at: 'DELETE /updates/:id/pin',
  summary: 'Unpin an update',
  description: 'Nothing happens where it was not pinned.',
  params: updateParams,
  success: { status: 200, schema: pinReceipt, description: 'It is not pinned.' },
  refuses: ['unknown-update', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { id } = call.params;
    const verbs = [...updateGuard(call, id), unpinUpdate(id)];
    return write(call, { story: { updateId: id }, verbs }, ({ seq }) => reply(200, { seq }));
  },
});
