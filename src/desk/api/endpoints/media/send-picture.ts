import { Type } from 'typebox';
import { renditionInstead, renditionNamed } from '../../../../domain/media.ts';
import { CONTENT_TYPES } from '../../../../media/picture.ts';
import { closed } from '../../../../schemas/fields.ts';
import { deskEndpoint } from '../../endpoint.ts';

/** What an address names never changes, and only who may see it keeps it. */
const PRIVATE = 'private, max-age=31536000, immutable';

/** A rendition for the desk's own pages, of a picture that readers may not have been shown. */
export const sendPicture = deskEndpoint({
  at: 'GET /media/:mediaId/:file',
  params: closed({ mediaId: Type.String(), file: Type.String({ maxLength: 60 }) }),
  async answer({ library, picture, params: { file }, reply }) {
    if (!picture) throw new Error('a picture was to be sent that was not found');
    const { media } = picture;
    const named = renditionNamed(media, file);
    const rendition = named ?? renditionInstead(media, file);
    const bytes = rendition && (await library.bytes(rendition));
    if (!rendition || !bytes) return { type: 'unknown-media', id: media.id };
    void reply
      .header('content-type', CONTENT_TYPES[rendition.format])
      .header('cache-control', named ? PRIVATE : 'no-store')
      .send(bytes);
    return { type: 'raw' };
  },
});
