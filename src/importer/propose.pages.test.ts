import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, speakers, times, updateTexts } from './testing.ts';

const FERRY = `<!doctype html><html lang="en"><head><title>Ferry runs aground off Skarn - Coast Daily</title>
<meta property="og:site_name" content="Coast Daily"><meta property="og:title" content="Ferry runs aground off Skarn - Coast Daily">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Coast Daily"},{"@type":"NewsArticle","headline":"Ferry runs aground off Skarn","author":[{"@type":"Person","name":"Ida Vale"},{"name":"Sam Otoole"}],"datePublished":"2018-11-02T21:40:00-04:00"}]}</script>
</head><body class="has-sidebar"><header><a href="/">Coast Daily</a><nav><ul><li><a>News</a></li><li><a>Sport</a></li></ul></nav></header>
<main><article><header><p class="kicker">Nearby</p><h1>Ferry runs aground off Skarn</h1><p class="dek">Everybody on board is safe, the coast guard says.</p>
<div class="byline">By <a rel="author">Ida Vale</a> and <a rel="author">Sam Otoole</a></div><time datetime="2018-11-02T21:40:00-04:00"><span>Nov. 2, 2018</span><span>9:40 p.m.</span></time></header>
<figure><img src="x.jpg"><figcaption>The ferry on the rocks. <span class="photo-credit">Photo: Ulf Berg/Coast Daily</span></figcaption></figure>
<p>The evening ferry to Skarn ran onto rocks on Friday with 212 people on board, the coast guard said.</p>
<p><strong>Update, 11:20 p.m. ET:</strong> All passengers are on land, the coast guard says.</p>
<blockquote><p>“The crew did everything right,” Captain Nora Lindqvist told WSKR.</p></blockquote>
<p><strong>Update, 12:45 a.m. ET:</strong><br>The ferry is taking on water.</p>
<p>See also:</p><p><a href="/older">A ferry that never sailed</a></p>
<aside class="related"><h3>Related</h3><ul><li><a>Older ferry story</a></li></ul></aside>
<p><em>Correction: An earlier version of this story said 221 people were on board. There were 212.</em></p>
<div class="newsletter-signup"><p>Sign up for our newsletter</p></div>
</article></main><footer><p>© 2018 Coast Daily</p><ul><li><a>Privacy Policy</a></li><li><a>About us</a></li></ul></footer></body></html>`;

test('a page gives its post, and every other line of it is listed as dropped', () => {
  const story = read(FERRY);
  assert.equal(story.headline, 'Ferry runs aground off Skarn');
  assert.equal(story.dek, 'Everybody on board is safe, the coast guard says.');
  assert.deepEqual(story.byline, ['Ida Vale', 'Sam Otoole']);
  assert.equal(story.photoCredit, 'Ulf Berg/Coast Daily');
  assert.deepEqual(story.captions, ['The ferry on the rocks.']);
  assert.equal(story.publishedAt?.at, '2018-11-02T21:40:00-04:00');
  assert.equal(story.body.length, 1);
  assert.deepEqual(updateTexts(story), [
    'All passengers are on land, the coast guard says. / “The crew did everything right,” Captain Nora Lindqvist told WSKR.',
    'The ferry is taking on water.',
  ]);
  assert.deepEqual(times(story), ['2018-11-02T23:20:00-04:00', '2018-11-03T00:45:00-04:00']);
  assert.equal(
    story.corrections[0]?.text,
    'An earlier version of this story said 221 people were on board. There were 212.',
  );
  assert.deepEqual(speakers(story), ['Nora Lindqvist (WSKR): The crew did everything right,']);
  assert.deepEqual(story.dropped, [
    'Ferry runs aground off Skarn - Coast Daily',
    'Coast Daily',
    'News',
    'Sport',
    'Nearby',
    'A ferry that never sailed',
    'Related',
    'Older ferry story',
    'Sign up for our newsletter',
    '© 2018 Coast Daily',
    'Privacy Policy',
    'About us',
    'See also:',
  ]);
});

test('a live blog’s machine-readable times are its times', () => {
  const story = read(
    `<html><head><title>Election night: as it happened | Valley News</title></head><body><div id="nav"><a>Home</a> <a>Politics</a></div>
    <div class="content"><h1>Election night: as it happened</h1><div class="live-blog">
    <div class="entry"><h3>Lune wins</h3><time datetime="2018-11-07T05:10:00Z">12:10 am</time><p>Ada Lune has won the third district, the county says.</p></div>
    <div class="entry"><h3>Polls close</h3><time datetime="2018-11-07T01:00:00Z">8:00 pm</time><p>Polling stations in the valley are closed. Counting begins.</p></div>
    </div></div><div id="footer">Copyright 2018 Valley News</div></body></html>`,
    { zone: 'America/New_York' },
  );
  assert.equal(story.headline, 'Election night: as it happened');
  assert.deepEqual(times(story), ['2018-11-07T00:10:00-05:00', '2018-11-06T20:00:00-05:00']);
  assert.deepEqual(
    story.updates.map(({ heading }) => heading),
    ['Lune wins', 'Polls close'],
  );
  assert.deepEqual(story.dropped, [
    'Election night: as it happened | Valley News',
    'Home',
    'Politics',
    'Copyright 2018 Valley News',
  ]);
});

test('a live blog that the page declares as data is read from there, and the lead from the page', () => {
  const data = JSON.stringify({
    '@type': 'LiveBlogPosting',
    headline: 'Storm Berta',
    datePublished: '2016-05-03T10:00:00+01:00',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'Trees down',
        datePublished: '2016-05-03T12:00:00+01:00',
        articleBody: 'Three trees lie across the coast road.',
      },
      {
        '@type': 'BlogPosting',
        headline: 'Wind',
        datePublished: '2016-05-03T11:00:00+01:00',
        articleBody: '<p>Gusts of 120 km/h.</p><p>Stay inside &amp; wait.</p>',
      },
    ],
  });
  const story = read(
    `<!doctype html><script type="application/ld+json">${data}</script><main><h1>Storm Berta</h1><p>The storm reached the coast in the morning and moved inland by noon.</p>
    <section><h2>Trees down</h2><span>noon</span><p>Three trees lie across the coast road.</p></section><section><h2>Wind</h2><p>Gusts of 120 km/h.</p><p>Stay inside &amp; wait.</p></section></main>`,
    { zone: 'Europe/London' },
  );
  assert.deepEqual(
    story.updates.map(({ title, time, paragraphs }) => [title, time?.at, paragraphs]),
    [
      ['Trees down', '2016-05-03T12:00:00+01:00', ['Three trees lie across the coast road.']],
      ['Wind', '2016-05-03T11:00:00+01:00', ['Gusts of 120 km/h.', 'Stay inside & wait.']],
    ],
  );
  assert.equal(story.body[0], 'The storm reached the coast in the morning and moved inland by noon.');
});

test('a status page in markup is read like its text', () => {
  const story = read(
    "<h1>API errors</h1><p><small>Mar <var data-var='date'> 4</var>, <var data-var='time'>11:40</var> UTC</small><br><strong>Resolved</strong> - A fix is in place.</p><p><small>Mar <var> 4</var>, <var>10:12</var> UTC</small><br><strong>Investigating</strong> - We are looking into errors.</p>",
    { date: '2021-03-04' },
  );
  assert.deepEqual(
    story.updates.map(({ title, time }) => [title, time?.at]),
    [
      ['Resolved', '2021-03-04T11:40:00+00:00'],
      ['Investigating', '2021-03-04T10:12:00+00:00'],
    ],
  );
});

test('an embedded post in a quotation block is its author’s', () => {
  const story = read(
    '<article><h1>Night in town</h1><p>Rumours ran through the town on Friday night until late.</p><blockquote class="twitter-tweet"><p>UPDATE: no speech tonight</p>— Dora Field (@dorafield) <a>May 3, 2016</a></blockquote></article>',
  );
  assert.deepEqual(story.updates, []);
  assert.deepEqual(speakers(story), ['Dora Field (Twitter): UPDATE: no speech tonight']);
});

test('a page without article or main is searched for its prose', () => {
  const story =
    read(`<html><head><title>Pier opens :: Bay Times</title></head><body><table><tr><td><a>Home</a></td></tr></table><div class="wrap nav-open"><div class="sidebar"><p>A long teaser for another story that has nothing to do with this one at all.</p></div>
    <div class="story"><h2>Pier opens</h2><p>The pier opened on Monday after nine years of work and two floods.</p><p>Hundreds walked on it before noon, the town said in the evening.</p></div></div></body></html>`);
  assert.equal(story.headline, 'Pier opens');
  assert.equal(story.body.length, 2);
  assert.ok(
    story.dropped.includes('A long teaser for another story that has nothing to do with this one at all.'),
  );
});

test('a page that shows no headline takes the one it declares, without the name of the site', () => {
  assert.equal(read(titled('Pier opens at last | Bay Times')).headline, 'Pier opens at last');
  assert.equal(read(titled('Pier opens – and closes again')).headline, 'Pier opens – and closes again');
});

function titled(title: string): string {
  return `<html><head><title>${title}</title></head><body><p>The pier opened on Monday after nine years of work and two floods.</p></body></html>`;
}
