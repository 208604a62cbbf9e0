import type { Receipt, Site } from '../site.ts';
import type { Words } from './words.ts';

/** Updates of the evening, posted before anybody opens the page. */
export const EVENING = 14;

/** The one of the evening that the reader in the middle reads, counted from the first. */
export const READ = 7;

export type Night = {
  site: Site;
  words: Words;
  /** The evening's updates, oldest first. */
  evening: string[];
  /** Where the story is now; its slug changes in the night. */
  path: string;
  /** A picture that was taken in: what documents name it by, and its id. */
  picture: { id: string; src: string };
  /** What was posted in the night, by a name of this script. */
  posted: Map<string, string>;
};

/** Where on a story's page something shows, and a text that is there then. */
export type Shown = { at: string; says: string };

export type Happening = {
  /** On New York's clock, `22:55`. */
  clock: string;
  what: string;
  does(night: Night): Promise<Receipt>;
  shows(night: Night): Shown;
  /** It changes what stands below the text being read: that is held, what is below it moves. */
  below?: true;
};

const id = ({ posted }: Night, name: string): string => posted.get(name) ?? '';
const update = (night: Night, name: string): string => `#u-${id(night, name)}`;

const posts =
  (name: string, body: (night: Night) => object) =>
  async (night: Night): Promise<Receipt> => {
    const posted = await night.site.call(`POST ${night.path}/updates`, body(night));
    night.posted.set(name, posted.id);
    return posted;
  };

const story =
  (body: (night: Night) => object) =>
  (night: Night): Promise<Receipt> =>
    night.site.call(`PATCH ${night.path}`, body(night));

/** Forty things that happen between 22:55 and 3:40, each of every kind at least once. */
export const HAPPENINGS: Happening[] = [
  {
    clock: '22:55',
    what: 'an update with a title and a statement, a key event',
    does: posts('first', ({ words: { headlines, says, statement, short, author } }) => ({
      title: headlines[0],
      markdown: `${short}\n\n${statement(says[0]!)}`,
      keyEvent: true,
      author,
    })),
    shows: (night) => ({ at: `${update(night, 'first')} .statement`, says: night.words.says[0]! }),
  },
  {
    clock: '23:02',
    what: 'an analysis',
    does: posts('analysis', ({ words: { long, author } }) => ({
      markdown: long.repeat(3),
      analysis: true,
      author,
    })),
    shows: (night) => ({ at: update(night, 'analysis'), says: night.words.author }),
  },
  {
    clock: '23:10',
    what: 'an edit that adds a paragraph',
    does: (night) =>
      night.site.call(`PATCH /updates/${id(night, 'first')}`, {
        markdown: `${night.words.short}\n\n${night.words.statement(night.words.says[0]!)}\n\n${night.words.long}`,
      }),
    shows: (night) => ({ at: update(night, 'first'), says: night.words.long.trim() }),
  },
  {
    clock: '23:15',
    what: 'a summary, a line bound to each of two updates',
    does: story((night) => ({
      summary: [
        { text: night.words.says[0]!, updateId: id(night, 'first') },
        { text: night.words.evening(3), updateId: night.evening[2] },
      ],
    })),
    shows: ({ words }) => ({ at: '.so-far', says: words.evening(3) }),
  },
  {
    clock: '23:20',
    what: 'a pin',
    does: (night) => night.site.call(`PUT /updates/${id(night, 'first')}/pin`),
    shows: ({ words }) => ({ at: '.pinned', says: words.says[0]! }),
  },
  {
    clock: '23:31',
    what: 'a small edit',
    does: (night) =>
      night.site.call(`PATCH /updates/${id(night, 'analysis')}`, {
        markdown: night.words.long.repeat(2) + night.words.short,
        small: true,
      }),
    shows: (night) => ({ at: update(night, 'analysis'), says: night.words.short }),
  },
  {
    clock: '23:40',
    what: 'an update that is a statement alone',
    does: posts('outlet', ({ words }) => ({ markdown: words.statement(words.says[1]!) })),
    shows: (night) => ({ at: `${update(night, 'outlet')} .statement`, says: night.words.says[1]! }),
  },
  {
    clock: '23:52',
    what: 'another headline',
    does: story(({ words }) => ({ headline: words.headlines[1] })),
    shows: ({ words }) => ({ at: 'h1', says: words.headlines[1] }),
  },
  {
    clock: '00:05',
    what: 'an update after midnight',
    does: posts('midnight', ({ words }) => ({ title: words.headlines[1], markdown: words.long })),
    shows: (night) => ({ at: update(night, 'midnight'), says: night.words.headlines[1] }),
  },
  {
    clock: '00:12',
    what: 'a correction',
    does: (night) =>
      night.site.call(`POST /updates/${id(night, 'midnight')}/corrections`, {
        was: night.words.was,
        is: night.words.is,
        markdown: night.words.long + night.words.is,
      }),
    shows: (night) => ({ at: `${update(night, 'midnight')} .correction`, says: night.words.was }),
  },
  {
    clock: '00:20',
    what: 'an older update becomes a key event',
    does: ({ site, evening }) => site.call(`PATCH /updates/${evening[11]}`, { keyEvent: true }),
    shows: ({ words }) => ({ at: '.key-events', says: words.evening(12).slice(0, 30) }),
  },
  {
    clock: '00:28',
    what: 'two statements in one update',
    does: posts('two', ({ words: { statement, says, short } }) => ({
      markdown: `${statement(says[2]!)}\n\n${short}\n\n${statement(says[3]!)}`,
    })),
    shows: (night) => ({ at: update(night, 'two'), says: night.words.says[3]! }),
  },
  {
    clock: '00:33',
    what: 'another dek',
    does: story(({ words }) => ({ dek: words.deks[1] })),
    shows: ({ words }) => ({ at: '.dek', says: words.deks[1] }),
  },
  {
    clock: '00:40',
    what: 'a pause until one',
    does: story(() => ({ state: 'paused', pausedUntil: '2019-02-28T06:00:00Z' })),
    shows: () => ({ at: '.state.paused', says: '' }),
  },
  {
    clock: '01:00',
    what: 'live again',
    does: story(() => ({ state: 'live' })),
    shows: () => ({ at: '.state.live', says: '' }),
  },
  {
    clock: '01:05',
    what: 'a short update',
    does: posts('short', ({ words }) => ({ markdown: words.short })),
    shows: (night) => ({ at: update(night, 'short'), says: night.words.short }),
  },
  {
    clock: '01:10',
    what: 'nothing is pinned any more',
    does: (night) => night.site.call(`DELETE /updates/${id(night, 'first')}/pin`),
    shows: () => ({ at: '[data-part=pinned]:empty', says: '' }),
  },
  {
    clock: '01:15',
    what: 'another pin',
    does: (night) => night.site.call(`PUT /updates/${id(night, 'midnight')}/pin`),
    shows: ({ words }) => ({ at: '.pinned', says: words.headlines[1] }),
  },
  {
    clock: '01:22',
    what: 'an edit right below what is being read',
    does: ({ site, evening, words }) =>
      site.call(`PATCH /updates/${evening[READ - 2]}`, { markdown: words.long.repeat(2) }),
    shows: ({ evening, words }) => ({ at: `#u-${evening[READ - 2]}`, says: words.long.trim() }),
    below: true,
  },
  {
    clock: '01:30',
    what: 'a key event',
    does: posts('end', ({ words }) => ({ title: words.headlines[2], markdown: words.long, keyEvent: true })),
    shows: (night) => ({ at: '.key-events', says: night.words.headlines[2] }),
  },
  {
    clock: '01:31',
    what: 'the headline turns, over a picture',
    does: story(({ words, picture }) => ({ headline: words.headlines[2], photo: { mediaId: picture.id } })),
    shows: ({ words }) => ({ at: 'h1', says: words.headlines[2] }),
  },
  {
    clock: '01:33',
    what: 'the lead is written through',
    does: story(({ words }) => ({ lead: { markdown: `${words.is}\n\n${leadOf(words, 7)}` } })),
    shows: ({ words }) => ({ at: '.lead', says: words.is }),
  },
  {
    clock: '01:36',
    what: 'the summary is written anew',
    does: story((night) => ({
      summary: [
        { text: night.words.headlines[2], updateId: id(night, 'end') },
        { text: night.words.says[0]!, updateId: id(night, 'first') },
        { text: night.words.deks[1] },
      ],
    })),
    shows: ({ words }) => ({ at: '.so-far', says: words.deks[1] }),
  },
  {
    clock: '01:40',
    what: 'an update that is wrong',
    does: posts('wrong', ({ words }) => ({ title: words.was, markdown: words.was })),
    shows: (night) => ({ at: update(night, 'wrong'), says: night.words.was }),
  },
  {
    clock: '01:42',
    what: 'the summary rests on it',
    does: story((night) => ({ summary: [{ text: night.words.was, updateId: id(night, 'wrong') }] })),
    shows: ({ words }) => ({ at: '.so-far', says: words.was }),
  },
  {
    clock: '01:44',
    what: 'it is retracted',
    does: (night) =>
      night.site.call(`POST /updates/${id(night, 'wrong')}/retraction`, { reason: night.words.reason }),
    shows: (night) => ({ at: `${update(night, 'wrong')}.retracted`, says: night.words.reason }),
  },
  {
    clock: '01:46',
    what: 'the summary is mended',
    does: story((night) => ({ summary: [{ text: night.words.headlines[2], updateId: id(night, 'end') }] })),
    shows: ({ words }) => ({ at: '.so-far', says: words.headlines[2] }),
  },
  {
    clock: '01:50',
    what: 'an update with a picture',
    does: posts('team', ({ words, picture }) => ({
      markdown: `${words.long.repeat(2)}\n\n![${words.short}](${picture.src} "${words.is}")`,
    })),
    shows: (night) => ({ at: update(night, 'team'), says: night.words.long.trim() }),
  },
  {
    clock: '01:55',
    what: 'another byline, of somebody with a card',
    does: story(({ words }) => ({ byline: [words.author] })),
    shows: ({ words }) => ({ at: '.about', says: words.author }),
  },
  {
    clock: '02:00',
    what: 'another address',
    does: async (night) => {
      const moved = await night.site.call(`PATCH ${night.path}`, { slug: 'no-paper-signed' });
      night.path = '/stories/no-paper-signed';
      return moved;
    },
    shows: () => ({
      at: 'link[rel=canonical][href$="/no-paper-signed"], body[data-path$="/no-paper-signed"]',
      says: '',
    }),
  },
  {
    clock: '02:08',
    what: 'a section',
    does: story(({ words }) => ({ section: words.section })),
    shows: ({ words }) => ({ at: '.kicker .section', says: words.section }),
  },
  {
    clock: '02:10',
    what: 'the place has a clock of its own',
    does: story(() => ({ placeZone: 'Asia/Ho_Chi_Minh' })),
    shows: (night) => ({ at: `${update(night, 'midnight')} time[title]`, says: '' }),
  },
  {
    clock: '02:20',
    what: 'a pin takes the place of another',
    does: (night) => night.site.call(`PUT /updates/${id(night, 'team')}/pin`),
    shows: ({ words }) => ({ at: '.pinned', says: words.long.trim() }),
  },
  {
    clock: '02:35',
    what: 'an update with a heading, a list, a link and a video',
    does: posts('rich', ({ words: { short, is, long } }) => ({
      markdown: `### ${short}\n\n- ${is}\n- [${short}](https://example.org/)\n\n${long}\n\nhttps://www.youtube.com/watch?v=aqz-KE-bpKQ`,
    })),
    shows: (night) => ({ at: `${update(night, 'rich')} li`, says: night.words.is }),
  },
  {
    clock: '02:50',
    what: 'an update of four statements',
    does: posts('four', ({ words: { statement, says } }) => ({
      markdown: says.map(statement).join('\n\n---\n\n'),
    })),
    shows: (night) => ({ at: update(night, 'four'), says: night.words.says[3]! }),
  },
  {
    clock: '02:55',
    what: 'a correction of the story itself',
    does: ({ site, path, words: { was, is } }) => site.call(`POST ${path}/corrections`, { was, is }),
    shows: ({ words }) => ({ at: '.lead .correction', says: words.was }),
  },
  {
    clock: '03:05',
    what: 'an update of the evening is retracted',
    does: ({ site, evening, words }) =>
      site.call(`POST /updates/${evening[0]}/retraction`, { reason: words.reason }),
    shows: ({ evening, words }) => ({ at: `#u-${evening[0]}.retracted`, says: words.reason }),
  },
  {
    clock: '03:10',
    what: 'a spelling',
    does: (night) =>
      night.site.call(`PATCH /updates/${id(night, 'end')}`, {
        title: `${night.words.headlines[2]}!`,
        small: true,
      }),
    shows: (night) => ({ at: update(night, 'end'), says: `${night.words.headlines[2]}!` }),
  },
  {
    clock: '03:30',
    what: 'the story ends',
    does: story(() => ({ state: 'ended' })),
    shows: () => ({ at: '.state.ended', says: '' }),
  },
  {
    clock: '03:40',
    what: 'a correction after the end',
    does: (night) =>
      night.site.call(`POST /updates/${id(night, 'four')}/corrections`, {
        was: night.words.was,
        is: night.words.is,
      }),
    shows: (night) => ({ at: `${update(night, 'four')} .correction`, says: night.words.is }),
  },
];

/** A lead of so many paragraphs. */
export function leadOf({ paragraph }: Words, paragraphs: number): string {
  return Array.from({ length: paragraphs }, () => paragraph.repeat(3)).join('\n\n');
}
