import { mediaJson } from '../../distribution/formats/media-json.ts';
import { mediaPath, type Media } from '../../domain/media.ts';
import { PICTURES_AT_ONCE } from '../../web/picture-gate.ts';
import { endpoint } from '../endpoint.ts';
import { reply, type Reply } from '../reply.ts';
import { media as mediaSchema, takeInMediaBody, takeInMediaQuery } from '../schemas/media.ts';

export const takeInMediaEndpoint = endpoint({
  at: 'POST /media',
  summary: 'Take a picture in',
  description:
    'As a form with the picture as `file` and its words beside it, or as the picture alone (`Content-Type: image/jpeg` and its like) with its words in the query. What its own metadata says is *offered*: it fills credit and caption where you give none. The original is kept and shown to nobody; renditions without its position and device are made of it, the first before the answer. The same bytes again are the picture there is, with what it lacked filled from what you give. ' +
    `A token may have ${PICTURES_AT_ONCE} on their way at once; one more is answered 503 with \`Retry-After\`, and is sent again then.`,
  query: takeInMediaQuery,
  body: takeInMediaBody,
  takes: 'picture',
  success: { status: 201, schema: mediaSchema, description: 'It is kept and can be published.' },
  refuses: ['invalid', 'busy', 'pictures-unavailable', 'pictures-busy'],
  once: true,
  async answer({ library, actor, baseUrl, query, body, picture, kept }) {
    if (!picture) throw new Error('an endpoint that takes pictures was reached without one');
    const { file: _, ...words } = body;
    const receipt = (media: Media): Reply =>
      reply(201, mediaJson(media, baseUrl()), {
        version: media.version,
        location: baseUrl() + mediaPath(media.id),
      });
    const order = { actor, bytes: picture, details: { ...query, ...words } };
    const taken = await library.takeIn(order, kept ? (media) => kept.keep(receipt(media)) : undefined);
    if (taken.type === 'written') return receipt(taken.media);
    if (taken.type === 'refused') {
      const detail = taken.detail.replace(/\.$/, '');
      return { type: 'invalid', errors: [{ pointer: '/file', detail }] };
    }
    if (taken.type !== 'answered') return taken;
    if (!kept) throw new Error('an answer was kept for a request without a key');
    return kept.replay(taken.answer);
  },
});
