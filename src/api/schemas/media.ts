import { Type } from 'typebox';
import { LONGEST } from '../../commands/fields.ts';
import type { PictureFormat, SourceType } from '../../domain/media.ts';
import { closed, flag, id, instant, lineOrNull, version } from '../../schemas/fields.ts';

const text = (description: string) => Type.String({ description });
const textOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], description });
const pixels = (description: string) => Type.Integer({ minimum: 1, description });

const sourceType = Type.Unsafe<SourceType | null>({
  enum: ['machine', 'composite', null],
  description: 'A machine made it, or a part of it; readers are told.',
});

const offered = Type.Object(
  {
    credit: textOrNull('As newsrooms print it: “Evan Vucci/AP”.'),
    caption: textOrNull('Its description.'),
    byline: textOrNull('Who made it.'),
    copyright: textOrNull('Whose it is.'),
    title: textOrNull('Its title.'),
    takenAt: textOrNull('ISO 8601, as exact as the picture is.'),
    place: textOrNull('City and country, as words.'),
    sourceType,
    altText: textOrNull('Alternative text.'),
  },
  { description: 'What its own metadata says: for you to take or leave.' },
);

export const rendition = Type.Object({
  url: Type.String({ format: 'uri', description: 'What it names never changes.' }),
  type: text('Content type.'),
  width: pixels('In px.'),
  height: pixels('In px.'),
  bytes: Type.Integer({ minimum: 1 }),
});

export const media = Type.Object({
  id,
  src: text('What documents name it by: `![…](/media/…)`.'),
  url: Type.String({ format: 'uri', description: 'Leads to the widest rendition that shows everywhere.' }),
  format: Type.Unsafe<PictureFormat>({
    enum: ['jpeg', 'png', 'webp', 'avif', 'gif'],
    description: 'Of the original, which is kept and shown to nobody.',
  }),
  width: pixels('Of the original, turned upright, in px.'),
  height: pixels('In px.'),
  color: text('The colour there is most of.'),
  alt: textOrNull('Alternative text. A picture is published where this is given, here or where it stands.'),
  caption: textOrNull('Stands below it wherever the place says nothing else.'),
  credit: textOrNull('Whose it is, as it is printed.'),
  byline: textOrNull('Who made it, by its metadata.'),
  copyright: textOrNull('By its metadata.'),
  sourceType,
  offered,
  renditions: Type.Array(rendition, { description: 'What was made of it so far.' }),
  ready: flag('Whether all renditions were made.'),
  version,
  at: instant('When it was taken in.'),
});

export const mediaFields = {
  alt: Type.Optional(lineOrNull(LONGEST.caption, 'What is to be seen, for those who do not see it.')),
  caption: Type.Optional(lineOrNull(LONGEST.caption, 'Stands below it.')),
  credit: Type.Optional(lineOrNull(LONGEST.pictureCredit, 'Whose it is.')),
};

export const changeMediaBody = closed(mediaFields, {
  minProperties: 1,
  examples: [{ alt: 'A ferry’s empty berth at night, all its lamps lit.' }],
});

const formText = (max: number, description: string) =>
  Type.Optional(Type.String({ maxLength: max, description }));

const words = {
  alt: formText(LONGEST.caption, 'What is to be seen, for those who do not see it.'),
  caption: formText(LONGEST.caption, 'Stands below it.'),
  credit: formText(LONGEST.pictureCredit, 'Whose it is.'),
};

/** A form. Where the picture is sent alone, the words stand in the query. */
export const takeInMediaBody = closed(
  {
    file: Type.String({
      format: 'binary',
      description: 'JPEG, PNG, WebP, AVIF or GIF, of at most 20 MB and 50 megapixels.',
    }),
    ...words,
  },
  { examples: [{ file: 'the picture’s bytes', alt: 'A ferry’s empty berth at night.' }] },
);

export const takeInMediaQuery = closed(words);

export const mediaParams = closed({ id: Type.String({ description: 'The picture’s id.' }) });
