import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertGolden } from '../../../test/support/golden.ts';
import { strictXml, within, wordsOf } from '../../../test/support/strict-xml.ts';
import {
  at,
  correctionGiven,
  mediaGiven,
  retractedGiven,
  RUTH,
  storyGiven,
  updateGiven,
  viewGiven,
} from '../../render/given.ts';
import { languageOf } from '../../render/language.ts';
import { storiesFeed } from '../feeds/stories-feed.ts';
import { storyFeed } from '../feeds/story-feed.ts';
import { FEED_EXTENSIONS, FEED_FORMATS, type Feed } from './feed.ts';

const BASE = 'https://news.example.org';

const story = storyGiven(
  { section: 'World', updatedAt: at('02:50'), openedAt: '2019-02-28T03:55:00.000Z' },
  {
    headline: 'No Deal',
    dek: 'Talks “end” <early> & badly.',
    credit: 'Evan Vucci/AP',
    byline: [RUTH.name, 'Bo'],
  },
);
const corrected = updateGiven(2, 'He is said to have “walked away”.', {
  title: 'Hanoi: it’s over',
  author: RUTH.name,
  modifiedAt: at('02:40'),
});
const view = viewGiven({
  story,
  authors: [RUTH],
  corrections: [
    correctionGiven({
      updateId: corrected.id,
      was: 'The lunch is on.',
      is: 'The lunch is off.',
      at: at('02:40'),
    }),
    correctionGiven({ id: '01a00000-0000-7000-8000-200000000002', at: at('02:45') }),
  ],
});
const updates = [
  updateGiven(1, 'The cars wait.'),
  corrected,
  { ...retractedGiven(3, 'Nobody said so.'), modifiedAt: at('01:44') },
];

const FEEDS: Record<string, Feed> = {
  story: storyFeed({ ...view, updates }, BASE),
  site: storiesFeed(
    {
      path: '/',
      title: view.site.name,
      description: null,
      site: view.site,
      cards: [{ story, seq: 9, latest: corrected }],
      authors: [RUTH],
      media: [],
    },
    BASE,
  ),
};

/** Words with something in them that each format has to mind. */
const KEPT: Feed = {
  id: 'urn:uuid:01a00000-0000-7000-8000-000000000001',
  title: 'No Deal',
  description: 'Talks “end” <early> & badly.',
  lang: 'en',
  url: `${BASE}/stories/no-deal`,
  self: `${BASE}/stories/no-deal/feed`,
  publisher: { name: 'The Night Post', url: `${BASE}/` },
  updated: '2019-02-28T07:50:00.000Z',
  entries: [
    {
      id: 'urn:uuid:01a00000-0000-7000-8000-100000000002',
      url: `${BASE}/stories/no-deal/updates/01a00000-0000-7000-8000-100000000002`,
      title: 'Hanoi: it’s <over>',
      lang: 'en',
      html: '<p dir="auto">He “walked away” &amp; flew.</p><p><a href="https://example.org/?a=1&amp;b=2">More</a></p>',
      summary: 'He “walked away” & flew. More',
      published: '2019-02-28T06:30:00.000Z',
      updated: '2019-02-28T07:40:00.000Z',
      authors: [
        { name: 'Ruth Vale', url: `${BASE}/authors/ruth-vale` },
        { name: 'Bo & Co', url: null },
      ],
      category: 'World',
    },
    {
      id: 'urn:uuid:01a00000-0000-7000-8000-100000000001',
      url: `${BASE}/stories/no-deal/updates/01a00000-0000-7000-8000-100000000001`,
      title: 'القمة',
      lang: 'ar',
      html: '<p dir="auto">القمة</p>',
      summary: 'القمة',
      published: '2019-02-28T05:05:00.000Z',
      updated: '2019-02-28T05:05:00.000Z',
      authors: [],
      category: null,
    },
  ],
};

for (const extension of FEED_EXTENSIONS) {
  test(`a feed as .${extension} is written as it was looked at`, () => {
    assertGolden(`feeds/feed.${extension}`, FEED_FORMATS[extension].write(KEPT));
  });
}

test('the three formats tell the same: entries, names, addresses, words, both times', () => {
  for (const feed of [KEPT, ...Object.values(FEEDS)]) {
    const told = feed.entries.map(({ id, url, title, html }) => ({ id, url, title, html }));
    const channel = within(strictXml(FEED_FORMATS.xml.write(feed)), 'channel')[0]!;
    assert.deepEqual(
      within(channel, 'item').map((item) => ({
        id: wordsOf(item, 'guid'),
        url: wordsOf(item, 'link'),
        title: wordsOf(item, 'title'),
        html: wordsOf(item, 'content:encoded'),
      })),
      told,
    );
    const entries = within(strictXml(FEED_FORMATS.atom.write(feed)), 'entry');
    assert.deepEqual(
      entries.map((entry) => ({
        id: wordsOf(entry, 'id'),
        url: within(entry, 'link')[0]?.attributes['href'],
        title: wordsOf(entry, 'title'),
        html: wordsOf(entry, 'content'),
      })),
      told,
    );
    const { items } = JSON.parse(FEED_FORMATS.json.write(feed)) as { items: Record<string, string>[] };
    assert.deepEqual(
      items.map(({ id, url, title, content_html }) => ({ id, url, title, html: content_html })),
      told,
    );
    assert.deepEqual(
      items.map((item) => [item['date_published'], item['date_modified']]),
      entries.map((entry) => [wordsOf(entry, 'published'), wordsOf(entry, 'updated')]),
    );
  }
});

const HOSTILE = [
  '</title></item><item>',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
  'a\u0000\u0001\u000B\uFFFEb\uD800',
  "\"' onload='",
  '\u202Egnp',
];

test('hostile words in any field come out as text, in a document that is well-formed', () => {
  for (const text of HOSTILE) {
    const top = { headline: text, dek: text, byline: [text], credit: text };
    const named = storyGiven({ section: text }, top);
    const hostile = updateGiven(1, text, { title: text, author: text });
    const authors = [{ slug: 'a', name: text, role: text, bio: text }];
    const site = { ...view.site, name: text, tagline: text };
    const given = viewGiven({
      site,
      story: named,
      authors,
      corrections: [correctionGiven({ was: text, is: text })],
    });
    const listing = { path: '/', title: text, description: text, site, authors, media: [] };
    for (const feed of [
      storyFeed({ ...given, updates: [hostile, retractedGiven(2, text)] }, BASE),
      storiesFeed({ ...listing, cards: [{ story: named, seq: 1, latest: hostile }] }, BASE),
    ]) {
      const plain = text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/gu, '');
      const channel = within(strictXml(FEED_FORMATS.xml.write(feed)), 'channel')[0]!;
      assert.equal(wordsOf(channel, 'title'), plain);
      assert.equal(within(channel, 'item').length, feed.entries.length);
      assert.equal(wordsOf(strictXml(FEED_FORMATS.atom.write(feed)), 'title'), plain);
      assert.equal((JSON.parse(FEED_FORMATS.json.write(feed)) as Feed).title, text);
      for (const { html } of feed.entries) assert.doesNotMatch(html, /<(script|item|!DOCTYPE)/);
    }
  }
});

test('programs that take a description in RSS for HTML, as they do, find the words and no element', () => {
  const words = '<img src=x onerror=alert(1)> & so on';
  const feed = {
    ...KEPT,
    description: words,
    entries: KEPT.entries.map((one) => ({ ...one, summary: words })),
  };
  const channel = within(strictXml(FEED_FORMATS.xml.write(feed)), 'channel')[0]!;
  for (const one of [channel, ...within(channel, 'item')])
    assert.equal(wordsOf(one, 'description'), '&lt;img src=x onerror=alert(1)&gt; &amp; so on');
});

test('whatever of this site stands in an entry has its whole address', () => {
  for (const feed of Object.values(FEEDS)) {
    for (const { html, url } of feed.entries) {
      assert.doesNotMatch(html, / (href|src)="\//);
      assert.ok(url.startsWith(`${BASE}/`));
    }
  }
  assert.match(FEEDS['site']!.entries[0]!.html, new RegExp(`href="${BASE}/stories/summit-opens/updates/`));
});

test('an entry speaks its story’s language', () => {
  const german = { ...view, story: { ...story, lang: 'de' }, language: languageOf(['de']) };
  const feed = storyFeed({ ...german, updates }, BASE);
  assert.equal(feed.lang, 'de');
  assert.match(FEED_FORMATS.atom.write(feed), /<entry xml:lang="de">/);
  assert.ok(feed.entries.some(({ title }) => title === german.language.say('update.retractedHeading')));
});

test('a story’s picture stands in its entry once, with its credit, at its whole address', () => {
  const picture = mediaGiven();
  const photo = { mediaId: picture.id, alt: 'An empty table', caption: null, credit: 'Mara Lund' };
  const pictured = storyGiven({}, { credit: 'Mara Lund', photo });
  const feed = storiesFeed(
    {
      path: '/',
      title: 'a',
      description: null,
      site: view.site,
      cards: [{ story: pictured, seq: 1, latest: null }],
      authors: [],
      media: [picture],
    },
    BASE,
  );
  const { html } = feed.entries[0]!;
  assert.match(html, new RegExp(`<img src="${BASE}/media/[^"]+" srcset="${BASE}/`));
  assert.match(html, /alt="An empty table"/);
  assert.equal(html.split('Mara Lund').length, 2, 'the credit stands once');
  assert.doesNotMatch(html, /<svg/);
});
