import { Type } from 'typebox';
import { LONGEST } from '../../commands/fields.ts';
import type { PhotoInput } from '../../commands/top-fields.ts';
import {
  author,
  bodyFields,
  closed,
  correctionFields,
  flag,
  instantOrNull,
  line,
  lineOrNull,
  oneBody,
  state,
  title,
} from '../../schemas/fields.ts';

/** Longest zone name and language tag, in characters. */
const NAMES = { zone: 64, lang: 35 };

/** The lead picture; null takes it off. */
const photo = Type.Unsafe<PhotoInput | null>({
  ...closed({
    mediaId: Type.String({ maxLength: 64, description: 'Its id.' }),
    alt: Type.Optional(lineOrNull(LONGEST.caption, 'Alternative text here, instead of the picture’s own.')),
    caption: Type.Optional(lineOrNull(LONGEST.caption, 'Its caption here.')),
    credit: Type.Optional(lineOrNull(LONGEST.pictureCredit, 'Its credit here.')),
  }),
  type: ['object', 'null'],
  description: 'The lead picture, as it was taken in by POST /media; null takes it off.',
});

const topFields = {
  dek: Type.Optional(lineOrNull(LONGEST.line, 'The line below the headline.')),
  lead: Type.Optional(
    closed(bodyFields, { ...oneBody, minProperties: 1, description: 'The text that opens the story.' }),
  ),
  byline: Type.Optional(
    Type.Array(line(LONGEST.name, 'A name.'), { maxItems: LONGEST.byline, description: 'Who wrote it.' }),
  ),
  photo: Type.Optional(photo),
  credit: Type.Optional(
    lineOrNull(LONGEST.line, 'Whose the lead picture is, where that is not here itself.'),
  ),
};

const detailFields = {
  zone: Type.Optional(line(NAMES.zone, 'IANA name of the newsroom’s time zone, such as America/New_York.')),
  placeZone: Type.Optional(
    lineOrNull(NAMES.zone, 'IANA name of the zone of the place it is about, if that differs.'),
  ),
  section: Type.Optional(lineOrNull(LONGEST.name, 'The section it is filed under.')),
  lang: Type.Optional(line(NAMES.lang, 'Language it is written in (BCP 47).')),
};

const translationOf = Type.Optional(
  lineOrNull(
    90,
    'Address of the story it translates; null: of none. A translation of a translation is refused.',
  ),
);

const headline = line(LONGEST.headline, 'One line. The first one makes the address.');

export const openStoryBody = closed(
  { headline, ...topFields, ...detailFields, translationOf },
  {
    examples: [
      {
        headline: 'Bridge closed after barge strikes pier',
        lead: { markdown: 'The harbour bridge was closed to all traffic at 9:40 p.m. Nobody was hurt.' },
        byline: ['Ines Aguilar'],
        zone: 'America/New_York',
      },
    ],
  },
);

export const changeStoryBody = closed(
  {
    headline: Type.Optional(headline),
    ...topFields,
    summary: Type.Optional(
      Type.Array(
        closed({
          text: line(LONGEST.line, 'One line of the story so far.'),
          updateId: Type.Optional(lineOrNull(64, 'The update it rests on.')),
        }),
        {
          maxItems: LONGEST.summary,
          description: 'The story so far, whole: it replaces the summary before.',
        },
      ),
    ),
    ...detailFields,
    translationOf,
    translationChecked: Type.Optional(
      Type.Literal(true, {
        description:
          'This translation was checked against its original as that stands now: it is no longer marked as stale.',
      }),
    ),
    slug: Type.Optional(line(80, 'A new address. Every former one redirects to it for ever.')),
    state: Type.Optional(state),
    pausedUntil: Type.Optional(instantOrNull('When a paused story says it resumes; RFC 3339.')),
  },
  { minProperties: 1, examples: [{ headline: 'Bridge to stay closed until morning', state: 'live' }] },
);

const updateFields = {
  ...bodyFields,
  title: Type.Optional(title),
  author: Type.Optional(author),
  keyEvent: Type.Optional(flag('A key event of the story.')),
  analysis: Type.Optional(flag('The reporter’s own voice, told apart from the facts.')),
};

export const postUpdateBody = closed(updateFields, {
  ...oneBody,
  examples: [
    {
      title: 'Divers in the water',
      markdown:
        'Police divers began to look at the pier at 11:15 p.m.\n\n> It held. That is all I can say.\n>\n> — Joana Prates, harbour engineer, Radio Norte',
      author: 'Ines Aguilar',
      keyEvent: true,
    },
  ],
});

export const editUpdateBody = closed(
  {
    ...updateFields,
    small: Type.Optional(flag('A spelling: it prints “Edited”, counts nowhere and is announced to no one.')),
  },
  {
    ...oneBody,
    minProperties: 1,
    examples: [{ markdown: 'Police divers began to look at the pier at 11:20 p.m.' }],
  },
);

export const correctUpdateBody = closed(
  { ...correctionFields, ...bodyFields, title: Type.Optional(title) },
  {
    ...oneBody,
    examples: [
      {
        was: '11:15 p.m.',
        is: '11:20 p.m.',
        markdown: 'Police divers began to look at the pier at 11:20 p.m.',
      },
    ],
  },
);

export const correctStoryBody = closed(correctionFields, {
  examples: [
    { was: 'a barge of the Lindt line', is: 'a barge of the Lund line', note: 'We misread the name.' },
  ],
});

export const retractionBody = closed(
  { reason: line(LONGEST.text, 'Why it is taken back; it stands in its place.') },
  { examples: [{ reason: 'The source has withdrawn the account.' }] },
);

export const authorBody = closed(
  {
    name: line(LONGEST.name, 'As it stands in bylines.'),
    role: Type.Optional(lineOrNull(LONGEST.name, 'What they do here.')),
    bio: Type.Optional(lineOrNull(LONGEST.line, 'A line about them.')),
  },
  { examples: [{ name: 'Ines Aguilar', role: 'Night reporter', bio: 'Covers the harbour.' }] },
);

export const clockBody = closed(
  {
    now: Type.String({ format: 'date-time', description: 'Where the clock stands from now on; RFC 3339.' }),
    running: flag('Whether it goes on from there, or stands still.'),
  },
  { examples: [{ now: '2019-02-28T05:05:00Z', running: false }] },
);
