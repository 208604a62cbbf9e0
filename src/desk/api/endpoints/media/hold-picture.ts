import { Type } from 'typebox';
import { LONGEST } from '../../../../commands/fields.ts';
import { faultAt, type FaultRule } from '../../../../domain/faults.ts';
import type { RefusedPicture } from '../../../../media/picture.ts';
import { closed } from '../../../../schemas/fields.ts';
import { mediaWire } from '../../media-wire.ts';
import { deskEndpoint } from '../../endpoint.ts';

const words = {
  alt: Type.Optional(Type.String({ maxLength: LONGEST.caption })),
  caption: Type.Optional(Type.String({ maxLength: LONGEST.caption })),
  credit: Type.Optional(Type.String({ maxLength: LONGEST.pictureCredit })),
};

const RULES: Record<RefusedPicture['why'], FaultRule> = {
  'not-a-picture': 'picture-format',
  format: 'picture-format',
  'too-large': 'picture-too-large',
  'too-many-pixels': 'picture-too-many-pixels',
  damaged: 'picture-damaged',
  'animated-too-long': 'picture-too-many-frames',
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
      const broken = {
        detail,
        rule: RULES[taken.why],
        ...(taken.bound !== undefined && { bound: taken.bound }),
      };
      return { type: 'invalid', errors: [faultAt('/file', broken)] };
    }
    if (taken.type !== 'held') return taken;
    return { type: 'reply', status: taken.created ? 201 : 200, body: mediaWire(taken.picture) };
  },
});
