import { Type } from 'typebox';
import { LONGEST } from '../commands/fields.ts';
import { NAVIGATION, TAGLINE_MAX, type ColoursInput } from '../commands/site-fields.ts';
import type { FontStack } from '../domain/site.ts';
import {
  bodyFields,
  closed,
  document,
  flag,
  instant,
  line,
  lineOrNull,
  oneBody,
  seq,
  url,
} from './fields.ts';

const colour = (description: string) => Type.String({ pattern: '^#[0-9a-fA-F]{6}$', description });
const colourOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], pattern: '^#[0-9a-fA-F]{6}$', description });

const scheme = (name: string) =>
  closed(
    {
      accent: Type.Optional(colour('Of links. 4.5:1 against the paper (WCAG 2.2). Needed.')),
      live: Type.Optional(colour('Behind the badge of what is live. 3:1 against the paper. Needed.')),
      ink: Type.Optional(colourOrNull('Of the words, 4.5:1 against the paper; null: ours.')),
      paper: Type.Optional(colourOrNull('Behind the words; null: ours.')),
    },
    { description: `Where the reader’s machine asks for ${name}.` },
  );

const colours = Type.Unsafe<ColoursInput | null>({
  ...closed({ light: Type.Optional(scheme('light')), dark: Type.Optional(scheme('dark')) }),
  type: ['object', 'null'],
  description: 'Both schemes, each colour `#rrggbb`; null: ours.',
});

const navigation = Type.Array(
  closed({
    label: line(NAVIGATION.label, 'A word or two.'),
    href: line(2048, 'A path of this site, such as /sections/city, or a web address.'),
  }),
  { maxItems: NAVIGATION.entries, description: 'In its order; empty: the sections in use.' },
);

const font = Type.Unsafe<FontStack>({
  enum: ['serif', 'sans', 'mixed'],
  description: 'Fonts of the reader’s own machine; mixed: words in serif, labels in sans.',
});

const settings = {
  name: line(LONGEST.name, 'Stands on every page.'),
  lang: line(35, 'The site’s own language (BCP 47), and of stories that say nothing else.'),
  zone: line(64, 'The newsroom’s time zone (IANA), and of stories that say nothing else.'),
  tagline: lineOrNull(TAGLINE_MAX, 'A line below the name.'),
  notice: lineOrNull(
    LONGEST.line,
    'Stands under live stories; null: our own sentence in the story’s language.',
  ),
  logo: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    format: 'uuid',
    description: 'Id of a picture.',
  }),
  colours,
  font,
  navigation,
  contact: lineOrNull(2048, 'A mail or web address the newsroom is written to at.'),
  fourEyes: flag('What one filed at the desk another must publish.'),
};

export const siteBody = Type.Partial(closed(settings), {
  additionalProperties: false,
  minProperties: 1,
  examples: [
    {
      name: 'The Estuary',
      tagline: 'From the river mouth',
      colours: {
        light: { accent: '#0b5a4a', live: '#b4121d' },
        dark: { accent: '#7fd6c0', live: '#ff8078' },
      },
      navigation: [{ label: 'City', href: '/sections/city' }],
    },
  ],
});

const version = Type.Integer({
  minimum: 0,
  description:
    'Number of the event of the site’s log that wrote it, 0 before the first; what If-Match is compared with.',
});

export const site = Type.Object({
  ...settings,
  version,
  seq: Type.Integer({ minimum: 0, description: 'Head of the site’s log.' }),
});

export const siteReceipt = Type.Object({ version, seq });

export const pageParams = closed({ slug: Type.String({ description: 'The page’s address.' }) });

const pageFields = {
  title: line(LONGEST.headline, 'One line.'),
  lang: lineOrNull(35, 'Language it is written in (BCP 47); null: the site’s.'),
  inFooter: flag('The foot of every page leads to it.'),
};

export const pageBody = closed(
  {
    title: pageFields.title,
    ...bodyFields,
    lang: Type.Optional(pageFields.lang),
    inFooter: Type.Optional(flag('The foot of every page leads to it; true where it is left out.')),
  },
  {
    ...oneBody,
    examples: [{ title: 'About us', markdown: 'We are four people in one room by the river.' }],
  },
);

export const pageEntry = Type.Object({
  slug: Type.String({ description: 'Its address.' }),
  url,
  ...pageFields,
  version,
  changedAt: instant('When it was last written.'),
});

export const page = Type.Object({
  ...pageEntry.properties,
  html: Type.String({ description: 'As readers see it.' }),
  text: Type.String({ description: 'As plain text.' }),
  document,
});

export const pageReceipt = Type.Object({
  slug: Type.String({ description: 'Its address.' }),
  url,
  version,
  seq,
});

export const removalReceipt = Type.Object({ seq });
