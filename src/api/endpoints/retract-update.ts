import { retractUpdate } from '../../commands/retract-update.ts';
import { endpoint } from '../endpoint.ts';
import { updateReply } from '../receipts.ts';
import { updateReceipt } from '../schemas/answers.ts';
import { updateParams } from '../../schemas/fields.ts';
import { retractionBody } from '../schemas/requests.ts';
import { updateGuard, write } from '../write.ts';

export const retractUpdateEndpoint = endpoint({
  at: 'POST /updates/:id/retraction',
  summary: 'Retract an update',
  description:
    'A stub with the reason stays at its place and permalink; its words leave every output for good.',
  params: updateParams,
  body: retractionBody,
  success: { status: 201, schema: updateReceipt, description: 'It is taken back.' },
  refuses: ['unknown-update', 'update-retracted', 'invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { id } = call.params;
    const verbs = [...updateGuard(call, id), retractUpdate(id, call.body.reason)];
    return write(call, { story: { updateId: id }, verbs }, (done) =>
      updateReply(201, done, id, call.baseUrl()),
    );
  },
});
