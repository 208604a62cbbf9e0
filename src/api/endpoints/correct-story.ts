import { correctStory } from '../../commands/correct-story.ts';
import { storyPath } from '../../domain/addresses.ts';
import { newId } from '../../domain/id.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { correctionReceipt } from '../schemas/answers.ts';
import { slugParams } from '../../schemas/fields.ts';
import { correctStoryBody } from '../schemas/requests.ts';
import { storyGuard, write } from '../write.ts';

export const correctStoryEndpoint = endpoint({
  at: 'POST /stories/:slug/corrections',
  summary: 'Correct the top of a story',
  description: 'Says in public what was wrong. The words themselves are changed by PATCH.',
  params: slugParams,
  body: correctStoryBody,
  success: { status: 201, schema: correctionReceipt, description: 'The correction is public.' },
  refuses: ['unknown-story', 'invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { params, body, newsroom, baseUrl } = call;
    const id = newId(newsroom.clock.now());
    const verbs = [...storyGuard(call), correctStory(id, body)];
    return write(call, { story: params, verbs }, ({ story: { slug, version }, seq }) => {
      const url = baseUrl() + storyPath(slug);
      return reply(201, { id, updateId: null, seq, version, url }, { version, location: url });
    });
  },
});
