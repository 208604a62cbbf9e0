import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';

const UPDATES = '/api/v1/stories/the-barrier-holds/updates';

/** What is odd in it, as it is sent, and as it is kept. */
const kept: [string, string, string][] = [
  ['a NUL', 'a\0b', 'ab'],
  ['controls', 'a\u0007\u001B[31mb\u009F', 'a[31mb'],
  ['Windows line ends', 'a\r\n\r\nb', 'a\n\nb'],
  ['an override left open', 'a\u202Eb', 'a\u202Eb\u202C'],
  ['an isolate closed twice', '\u2067a\u2069\u2069', '\u2067a\u2069'],
  ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['an event handler', 'a <img src=x onerror=alert(1)>', 'a <img src=x onerror=alert(1)>'],
  ['a script link', '[a](javascript:alert(1))', '[a](javascript:alert(1))'],
  ['entities', '&lt;b&gt;', '<b>'],
  [
    'a template',
    '{{constructor.constructor("a")()}} ${7*7} <%= 7 %>',
    '{{constructor.constructor("a")()}} ${7*7} <%= 7 %>',
  ],
  ['SQL', "'; DROP TABLE stories; --", "'; DROP TABLE stories; --"],
  ['every script', 'ሰላም שלום مرحبا 大雪 👩‍👩‍👧‍👦 ẘ̷̈', 'ሰላም שלום مرحبا 大雪 👩‍👩‍👧‍👦 ẘ̷̈'],
  ['letters in two forms', 'é e\u0301', 'é e\u0301'],
];

for (const [what, sent, wanted] of kept) {
  test(`text with ${what} is kept as text, and harmless`, async () => {
    await using site = await apiSite();
    await editorAt(site.newsroom).opens();
    const posted = await site.ask(`POST ${UPDATES}`, { body: { markdown: sent } });
    assert.equal(posted.status, 201, posted.text);
    const { body } = await site.ask(`GET /api/v1/updates/${posted.body.id}`);
    assert.equal(body.text, wanted);
    assert.doesNotMatch(String(body.html), /<script|<img|href="javascript|[^\P{Cc}\n]/u);
  });
}

test('a word of a hundred thousand letters is taken', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const word = 'x'.repeat(100_000);
  const posted = await site.ask(`POST ${UPDATES}`, { body: { markdown: word } });
  assert.equal((await site.ask(`GET /api/v1/updates/${posted.body.id}`)).body.text, word);
});

test('odd names are cleaned or kept in every field of one line', async () => {
  await using site = await apiSite();
  const given = '  “Quotes” & <b>bold</b> \u202Eright';
  const wanted = '“Quotes” & <b>bold</b> \u202Eright\u202C';
  const body = { headline: given, dek: given, byline: [given, given], credit: given, section: given };
  const opened = await site.ask('POST /api/v1/stories', { body });
  const { body: story } = await site.ask(`GET /api/v1/stories/${encodeURIComponent(opened.body.slug)}`);
  assert.deepEqual(
    [story.headline, story.dek, story.credit, story.section],
    [wanted, wanted, wanted, wanted],
  );
  assert.deepEqual(story.byline, [wanted], 'nobody is named twice');
  assert.equal(opened.body.slug, 'quotes-b-bold-b-right');
});

test('a headline in another script makes an address that works', async () => {
  await using site = await apiSite();
  for (const headline of ['大雪封路', 'Мост закрыт', 'جسر مغلق', '😀', '///']) {
    const opened = await site.ask('POST /api/v1/stories', { body: { headline } });
    assert.equal(opened.status, 201);
    const path = new URL(opened.body.url).pathname;
    assert.equal((await site.ask(`GET ${path}.json`, { token: null })).status, 200, headline);
    assert.equal((await site.ask(`GET /api/v1${path}`)).body.headline, headline);
  }
});
