import { mediaJson } from '../../distribution/formats/media-json.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { media as mediaSchema, mediaParams } from '../schemas/media.ts';

export const readMediaEndpoint = endpoint({
  at: 'GET /media/:id',
  summary: 'Read a picture',
  params: mediaParams,
  success: { status: 200, schema: mediaSchema, description: 'The picture as it stands.' },
  refuses: ['unknown-media'],
  async answer({ newsroom, baseUrl, params: { id } }) {
    const [media] = await newsroom.storage.media([id]);
    if (!media) return { type: 'unknown-media', id };
    return reply(200, mediaJson(media, baseUrl()), { version: media.version });
  },
});
