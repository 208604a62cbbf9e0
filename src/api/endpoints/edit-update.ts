import { editUpdate } from '../../commands/edit-update.ts';
import { markKeyEvent } from '../../commands/mark-key-event.ts';
import { asSent, readBody } from '../body.ts';
import { endpoint } from '../endpoint.ts';
import { updateReply } from '../receipts.ts';
import { updateReceipt } from '../schemas/answers.ts';
import { updateParams } from '../../schemas/fields.ts';
import { editUpdateBody } from '../schemas/requests.ts';
import { updateGuard, write } from '../write.ts';

export const editUpdateEndpoint = endpoint({
  at: 'PATCH /updates/:id',
  summary: 'Edit an update',
  description:
    'An edit says so to readers; a small one (`"small": true`) is a spelling. What was wrong is not edited but corrected. What is left out stays.',
  params: updateParams,
  body: editUpdateBody,
  success: { status: 200, schema: updateReceipt, description: 'It stands as asked.' },
  refuses: ['unknown-update', 'update-retracted', 'invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { id } = call.params;
    const { markdown: _, document: __, keyEvent, ...fields } = call.body;
    const read = readBody(call.body);
    if (read.type === 'invalid') return read;
    const verbs = [
      ...updateGuard(call, id),
      editUpdate(id, { ...fields, ...(read.body && { body: read.body }) }),
      ...(keyEvent === undefined ? [] : [markKeyEvent(id, keyEvent)]),
    ];
    return asSent(
      await write(call, { story: { updateId: id }, verbs }, (done) =>
        updateReply(200, done, id, call.baseUrl()),
      ),
      call.body,
    );
  },
});
