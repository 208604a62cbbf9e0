import { Type, type TProperties } from 'typebox';
import { LONGEST } from '../commands/fields.ts';
import { SIZE_MAX } from '../domain/document/limits.ts';
import type { StoryState } from '../domain/story.ts';

/** An object of these members and no others. */
export const closed = <T extends TProperties>(properties: T, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

export const line = (max: number, description: string) =>
  Type.String({ minLength: 1, maxLength: max, description });

/** Text, or null for none. */
export const lineOrNull = (max: number, description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: max, description });

export const flag = (description: string) => Type.Boolean({ description });

export const instant = (description: string) => Type.String({ format: 'date-time', description });

export const instantOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', description });

export const state = Type.Unsafe<StoryState>({
  enum: ['live', 'paused', 'ended'],
  description: 'Live, paused (see pausedUntil) or ended.',
});

export const version = Type.Integer({
  minimum: 1,
  description: 'Counts its changes; what If-Match is compared with.',
});
export const seq = Type.Integer({
  minimum: 1,
  description: 'Number of the event in the story’s log, without gaps.',
});
export const id = Type.String({ format: 'uuid' });
export const url = Type.String({ format: 'uri', description: 'Its page, for readers.' });

/** The body as ProseMirror JSON; its own schema tells it whole. */
export const document = Type.Unsafe<unknown>({ $ref: '#/components/schemas/document' });

/** The two ways to give a body; they exclude each other. */
export const bodyFields = {
  markdown: Type.Optional(
    Type.String({
      maxLength: SIZE_MAX,
      description:
        'CommonMark, with `~~strike~~`. A block quotation whose last line begins with `— ` is a statement: speaker, role, outlet. An address alone in its paragraph is an embed. `![alternative text](/media/… "caption")` is a picture; a paragraph of nothing but pictures is a gallery.',
    }),
  ),
  document: Type.Optional(document),
};

export const oneBody = { not: { required: ['markdown', 'document'] } };

export const title = lineOrNull(LONGEST.headline, 'One line.');
export const author = lineOrNull(LONGEST.name, 'The name it is signed with.');

export const correctionFields = {
  was: line(LONGEST.text, 'What was wrong. It stays public, as a correction.'),
  is: line(LONGEST.text, 'What is right.'),
  note: Type.Optional(lineOrNull(LONGEST.text, 'How it came about, if that helps.')),
};

export const slugParams = closed({
  slug: Type.String({ description: 'The story’s address in use, or any it had before.' }),
});
export const updateParams = closed({ id: Type.String({ description: 'The update’s id.' }) });
export const authorParams = closed({ slug: Type.String({ description: 'The author’s address.' }) });
