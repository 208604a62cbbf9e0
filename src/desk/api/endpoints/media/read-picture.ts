import { Type } from 'typebox';
import { closed } from '../../../../schemas/fields.ts';
import { mediaWire } from '../../media-wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

export const readPicture = deskEndpoint({
  at: 'GET /media/:mediaId',
  params: closed({ mediaId: Type.String() }),
  async answer({ picture }) {
    if (!picture) throw new Error('a picture was read that was not found');
    return ok(mediaWire(picture));
  },
});
