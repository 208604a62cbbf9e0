import { Type } from 'typebox';
import { LONGEST } from '../../../../commands/fields.ts';
import type { Crop, Handling } from '../../../../domain/media.ts';
import { closed, lineOrNull } from '../../../../schemas/fields.ts';
import { mediaWire } from '../../media-wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

const fraction = { type: 'number', minimum: 0, maximum: 1 };
const ofFractions = (...names: string[]) => ({
  type: ['object', 'null'],
  properties: Object.fromEntries(names.map((name) => [name, fraction])),
  required: names,
  additionalProperties: false,
});

/** Says what is to be seen, what stands below, whose it is; crops it, and says what must stay in sight. */
export const describePicture = deskEndpoint({
  at: 'PATCH /media/:mediaId',
  params: closed({ mediaId: Type.String() }),
  body: closed(
    {
      alt: Type.Optional(lineOrNull(LONGEST.caption, 'What is to be seen.')),
      caption: Type.Optional(lineOrNull(LONGEST.caption, 'Stands below it.')),
      credit: Type.Optional(lineOrNull(LONGEST.pictureCredit, 'Whose it is.')),
      altSkipped: Type.Optional(lineOrNull(LONGEST.line, 'Why it has no alternative text.')),
      focalPoint: Type.Optional(Type.Unsafe<Handling['focalPoint']>(ofFractions('x', 'y'))),
      crop: Type.Optional(Type.Unsafe<Crop | null>(ofFractions('x', 'y', 'width', 'height'))),
    },
    { minProperties: 1 },
  ),
  async answer({ library, actor, picture, body }) {
    if (!picture) throw new Error('a picture was described that was not found');
    const described = await library.describe({ actor, mediaId: picture.media.id, input: body });
    return described.type === 'described' ? ok(mediaWire(described.picture)) : described;
  },
});
