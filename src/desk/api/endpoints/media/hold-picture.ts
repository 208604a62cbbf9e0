import { Type } from 'typebox';
import { LONGEST } from '../../../../commands/fields.ts';
import { closed } from '../../../../schemas/fields.ts';
import { mediaWire } from '../../media-wire.ts';
import { deskEndpoint } from '../../endpoint.ts';

const words = {
  alt: Type.Optional(Type.String({ maxLength: LONGEST.caption })),
  caption: Type.Optional(Type.String({ maxLength: LONGEST.caption })),
  credit: Type.Optional(Type.String({ maxLength: LONGEST.pictureCredit })),
};

/** Takes a picture in at the desk: nobody but the newsroom sees it before words that bear it are published. */
export const holdPicture = deskEndpoint({
  at: 'POST /media',
  query: closed(words),
  body: closed({ file: Type.String(), ...words }),
  takes: 'picture',
  async answer({ library, actor, person, query, body, request }) {
    if (!request.picture) throw new Error('an endpoint that takes pictures was reached without one');
    const { file: _, ...said } = body;
    const order = { actor, personId: person.id, bytes: request.picture, details: { ...query, ...said } };
    const taken = await library.hold(order);
    if (taken.type === 'refused') {
      const detail = taken.detail.replace(/\.$/, '');
      return { type: 'invalid', errors: [{ pointer: '/file', detail }] };
    }
    if (taken.type !== 'held') return taken;
    return { type: 'reply', status: taken.created ? 201 : 200, body: mediaWire(taken.picture) };
  },
});
