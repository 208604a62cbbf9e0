import { changeMedia } from '../../commands/change-media.ts';
import { mediaJson } from '../../distribution/formats/media-json.ts';
import type { Media } from '../../domain/media.ts';
import type { Expected } from '../../web/etag.ts';
import { endpoint } from '../endpoint.ts';
import { reply, type Reply } from '../reply.ts';
import { changeMediaBody, media as mediaSchema, mediaParams } from '../schemas/media.ts';

export const changeMediaEndpoint = endpoint({
  at: 'PATCH /media/:id',
  summary: 'Change the words that go with a picture',
  description:
    'They stand wherever the picture stands without words of its own. What is left out stays; alternative text that was given can be put better, not taken away.',
  params: mediaParams,
  body: changeMediaBody,
  success: { status: 200, schema: mediaSchema, description: 'It stands as asked.' },
  refuses: ['unknown-media', 'invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer({ newsroom, actor, baseUrl, params, body, expected, kept }) {
    const receipt = (media: Media): Reply =>
      reply(200, mediaJson(media, baseUrl()), { version: media.version });
    const change = {
      mediaId: params.id,
      input: body,
      expects: (version: number) => isAmong(expected, version),
    };
    const keep = kept ? (media: Media) => kept.keep(receipt(media)) : undefined;
    const result = await changeMedia(newsroom, actor, change, keep);
    if (result.type === 'written') return receipt(result.media);
    if (result.type !== 'answered') return result;
    if (!kept) throw new Error('an answer was kept for a request without a key');
    return kept.replay(result.answer);
  },
});

const isAmong = (expected: Expected, version: number): boolean =>
  expected === null || expected === 'any' || expected.includes(version);
