import { Type } from 'typebox';
import type { PhotoJson } from '../../distribution/formats/media-json.ts';
import { rendition } from './media.ts';
import {
  document,
  flag,
  id,
  instant,
  instantOrNull,
  seq,
  state,
  url,
  version,
} from '../../schemas/fields.ts';

const text = (description: string) => Type.String({ description });
const textOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], description });
const idOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid', description });
const object = Type.Object;
const documentOrNull = Type.Unsafe<unknown>({ anyOf: [document, { type: 'null' }] });

export const storyReceipt = object({
  id,
  slug: text('Its address from now on.'),
  seq,
  version,
  url,
});

export const updateReceipt = object({ id, seq, version, url });

export const correctionReceipt = object({
  id,
  updateId: idOrNull('The update it is of; null: of the story’s top.'),
  seq,
  version,
  url,
});

export const pinReceipt = object({ seq });

const correction = object({
  id,
  at: instant('When it was made.'),
  was: textOrNull('What was wrong; null where a post that was taken in told only what is right.'),
  is: text('What is right.'),
  note: textOrNull('How it came about.'),
});

export const author = object({
  slug: text('Address of their page.'),
  name: text('As it stands in bylines.'),
  role: textOrNull('What they do here.'),
  bio: textOrNull('A line about them.'),
});

const updateFields = {
  id,
  url,
  seq,
  at: instant('When it was published.'),
  timeKnown: flag('False where an import found no time: at is the instant before.'),
  version,
  title: textOrNull('One line; null where there is none, or it was retracted.'),
  html: textOrNull('The body as readers see it; null once retracted.'),
  text: textOrNull('The body as plain text; null once retracted.'),
  author: textOrNull('The name it is signed with.'),
  keyEvent: flag('A key event of the story.'),
  analysis: flag('The reporter’s own voice.'),
  status: Type.Unsafe<'published' | 'retracted'>({ enum: ['published', 'retracted'] }),
  editedAt: instantOrNull('When it was last edited.'),
  retractedAt: instantOrNull('When it was taken back.'),
  retractionReason: textOrNull('Why it was taken back.'),
  corrections: Type.Array(correction),
};

const photo = Type.Unsafe<PhotoJson | null>({
  anyOf: [
    object({
      id,
      width: Type.Integer({ minimum: 1, description: 'In px.' }),
      height: Type.Integer({ minimum: 1 }),
      alt: textOrNull('Alternative text.'),
      caption: textOrNull('What stands below it.'),
      credit: textOrNull('Whose it is.'),
      sourceType: textOrNull('"machine" or "composite" where a machine made it or a part of it.'),
      renditions: Type.Array(rendition),
    }),
    { type: 'null' },
  ],
  description: 'The lead picture.',
});

const storyFields = {
  id,
  slug: text('Its address in force.'),
  url,
  seq,
  state,
  pausedUntil: instantOrNull('When a paused story says it resumes.'),
  endedAt: instantOrNull('When it ended.'),
  headline: text('The headline in force.'),
  headlines: Type.Array(object({ headline: text('As it stood.'), at: instant('When it was put up.') }), {
    description: 'Every headline it ever had, oldest first.',
  }),
  dek: textOrNull('The line below the headline.'),
  byline: Type.Array(Type.String()),
  credit: textOrNull('Whose the lead picture is.'),
  photo,
  summary: Type.Array(
    object({
      text: textOrNull('Withheld (null) where the update it rests on was retracted.'),
      updateId: idOrNull('The update it rests on.'),
      retracted: flag('That update was retracted.'),
    }),
  ),
  pinned: idOrNull('The pinned update’s id.'),
  section: textOrNull('The section it is filed under.'),
  lang: text('BCP 47.'),
  zone: text('The newsroom’s time zone (IANA).'),
  placeZone: textOrNull('The zone of the place it is about (IANA).'),
  openedAt: instant('When it was first published.'),
  updatedAt: instant('The last change of substance.'),
  topWrittenAt: instant('When the top was last written through.'),
  updateCount: Type.Integer({ minimum: 0, description: 'Updates that stand.' }),
  translationOf: textOrNull('Address of the story it translates, where that one is here.'),
  sourceCorrectedAt: instantOrNull(
    'When the original was last corrected since this translation was made or checked.',
  ),
  translations: Type.Array(
    object({
      lang: text('BCP 47.'),
      slug: text('Its address in force.'),
      url,
      stale: flag('Its original was corrected since it was made or checked.'),
    }),
    { description: 'The same in other languages, the original first.' },
  ),
  corrections: Type.Array(correction, { description: 'Of the top.' }),
  authors: Type.Array(author, { description: 'Who the names are, as far as recorded.' }),
};

const lead = { html: text('As readers see it.'), text: text('As plain text.') };

export const update = object({
  ...updateFields,
  story: text('Its story’s address in force.'),
  document: documentOrNull,
});

export const story = object({ ...storyFields, version, lead: object({ ...lead, document }) });

/** `/stories/:slug.json`. */
export const wholeStory = object({
  ...storyFields,
  lead: object(lead),
  updates: Type.Array(object(updateFields), { description: 'All of them, oldest first.' }),
});

export const storyEntry = object({
  id,
  slug: text('Its address in force.'),
  url,
  seq,
  version,
  state,
  headline: text('The headline in force.'),
  dek: textOrNull('The line below the headline.'),
  byline: Type.Array(Type.String()),
  section: textOrNull('The section it is filed under.'),
  lang: text('BCP 47.'),
  openedAt: instant('When it was first published.'),
  updatedAt: instant('The last change of substance.'),
  updateCount: Type.Integer({ minimum: 0, description: 'Updates that stand.' }),
});

export const clock = object({
  now: instant('Where the clock stands.'),
  running: flag('Whether it goes on by itself.'),
});

export const problem = object({
  type: Type.String({
    format: 'uri-reference',
    description: 'Names the kind of problem, and where it is told.',
  }),
  title: text('The kind of problem, in a few words.'),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  detail: text('What is wrong with this request, and what to do.'),
  errors: Type.Optional(
    Type.Array(
      object({
        pointer: text('JSON pointer (RFC 6901) into what was sent.'),
        detail: text('What is wrong there.'),
        rule: Type.Optional(text('The rule that was not kept, by its name; of the faults that have one.')),
        bound: Type.Optional(
          Type.Number({ description: 'What the rule is measured by: a length, a count.' }),
        ),
      }),
    ),
  ),
  current: Type.Optional(
    Type.Integer({ description: 'The version that stands, where another was expected (412).' }),
  ),
});
