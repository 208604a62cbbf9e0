import { correctUpdate } from '../../commands/correct-update.ts';
import { updatePath } from '../../domain/addresses.ts';
import { newId } from '../../domain/id.ts';
import { asSent, readBody } from '../body.ts';
import { endpoint } from '../endpoint.ts';
import { updateDone } from '../receipts.ts';
import { reply } from '../reply.ts';
import { correctionReceipt } from '../schemas/answers.ts';
import { updateParams } from '../../schemas/fields.ts';
import { correctUpdateBody } from '../schemas/requests.ts';
import { updateGuard, write } from '../write.ts';

export const correctUpdateEndpoint = endpoint({
  at: 'POST /updates/:id/corrections',
  summary: 'Correct an update',
  description:
    'Says in public what was wrong, before and after, and is announced to everyone who has the page open. Give the new body (or title) where the correction changes it.',
  params: updateParams,
  body: correctUpdateBody,
  success: { status: 201, schema: correctionReceipt, description: 'The correction is public.' },
  refuses: ['unknown-update', 'update-retracted', 'invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { params, body, newsroom, baseUrl } = call;
    const { markdown: _, document: __, ...told } = body;
    const read = readBody(body);
    if (read.type === 'invalid') return read;
    const id = newId(newsroom.clock.now());
    const correct = correctUpdate(params.id, id, { ...told, ...(read.body && { body: read.body }) });
    const order = { story: { updateId: params.id }, verbs: [...updateGuard(call, params.id), correct] };
    return asSent(
      await write(call, order, (done) => {
        const { version } = updateDone(done, params.id);
        const url = baseUrl() + updatePath(done.story.slug, params.id);
        return reply(
          201,
          { id, updateId: params.id, seq: done.seq, version, url },
          { version, location: url },
        );
      }),
      call.body,
    );
  },
});
