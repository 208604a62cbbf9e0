import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { changeDetails } from '../../commands/change-details.ts';
import { changeSite } from '../../commands/change-site.ts';
import { changeState } from '../../commands/change-state.ts';
import { performOnSite, type SiteVerb } from '../../commands/perform-on-site.ts';
import { putPage, removePage } from '../../commands/put-page.ts';
import { recordAuthor } from '../../commands/record-author.ts';
import { paragraphs } from '../../domain/document.ts';
import { catalogues } from '../../render/language.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { createServer } from '../../web/server.ts';
import { problemAnswers } from '../problem-answer.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

async function siteOf() {
  const newsroom = await newsroomOnSqlite();
  const deps = { storage: newsroom.storage, baseUrl: () => SITE };
  const server = createServer({
    baseUrl: SITE,
    trustedProxies: [],
    maxBody: 1000,
    problemPage: problemAnswers(deps),
  });
  await server.register(readerRoutes(deps));
  const get = (url: string) => server.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
  const does = async (verb: SiteVerb): Promise<void> => {
    const done = await performOnSite(newsroom, { actor: 'test', verb });
    assert.equal(done.type, 'site-done', JSON.stringify(done));
  };
  return {
    ...newsroom,
    desk: editorAt(newsroom),
    get,
    does,
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

const headlinesIn = (body: string): string[] =>
  [...body.matchAll(/<article class="card"[^]*?<h2[^>]*><a[^>]*>(.*?)<\/a>/g)].map(([, line]) => line!);
const onwardIn = (body: string): string | undefined =>
  /<a class="onward" href="([^"]+)">/.exec(body)?.[1]?.replaceAll('&amp;', '&');
const footIn = (body: string): string => /<footer[^]*?<\/footer>/.exec(body)?.[0] ?? '';
const navIn = (body: string): string => /<nav class="sections"[^]*?<\/nav>/.exec(body)?.[0] ?? '';

test('a picture on a page of the newsroom’s own has its size and everything that was made of it', async () => {
  await using site = await siteOf();
  const id = await site.desk.takesPicture({ alt: 'A pier.' });
  const body = {
    type: 'doc' as const,
    content: [
      {
        type: 'image' as const,
        attrs: { src: `/media/${id}`, alt: null, caption: null, credit: null, width: null, height: null },
      },
    ],
  };
  await site.does(putPage('about', { title: 'About', body }));
  const page = (await site.get('/pages/about')).body;
  assert.match(
    page,
    new RegExp(
      `<svg class="blur" .*<img src="/media/${id}/1280.jpg" srcset="[^"]+ 1280w"[^>]* alt="A pier." width="3000" height="2000"`,
    ),
  );
});

test('settings are on every page from the next request on, without a restart', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'River' });
  for (const url of ['/', '/stories/river']) assert.match((await site.get(url)).body, /Writethru/);
  await site.does(
    changeSite({
      name: 'The “Estuary” & Sons',
      notice: 'We stay on the quay.',
      contact: 'desk@estuary.example',
      navigation: [{ label: 'Weather', href: '/sections/weather' }],
    }),
  );
  const [front, story] = [await site.get('/'), await site.get('/stories/river')];
  for (const { body } of [front, story]) {
    assert.match(
      body,
      /<header class="nameplate"><\w+><a href="\/" dir="auto">The “Estuary” &amp; Sons<\/a>/,
    );
    assert.match(footIn(body), /href="mailto:desk@estuary\.example"/);
    assert.match(body, /data-site-seq="1"/);
  }
  assert.match(navIn(front.body), /<a href="\/sections\/weather"><bdi>Weather<\/bdi><\/a>/);
  assert.equal(navIn(story.body), '', 'a story stands by itself');
  assert.match(story.body, /<p class="standing" dir="auto">We stay on the quay\.<\/p>/);
  await site.desk.onStory('river', changeState('ended'));
  assert.doesNotMatch((await site.get('/stories/river')).body, /We stay on the quay/);
});

test('a site’s colours stand in its pages under a policy that lets in just them', async () => {
  await using site = await siteOf();
  const scheme = { accent: '#0b5a4a', live: '#b4121d' };
  await site.does(changeSite({ colours: { light: scheme, dark: { accent: '#7fd6c0', live: '#ff8078' } } }));
  const { body, headers } = await site.get('/');
  const css = /<style id="theme">(.*?)<\/style>/.exec(body)?.[1] ?? '';
  assert.match(css, /--link:#0b5a4a/);
  const hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  assert.ok(`${headers['content-security-policy']}`.includes(hash));
  await site.does(changeSite({ colours: null }));
  assert.doesNotMatch((await site.get('/')).body, /id="theme"/);
});

test('a site’s mark stands beside its name, at its own proportions', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'River' });
  const logo = await site.desk.takesPicture();
  await site.does(changeSite({ logo }));
  for (const url of ['/', '/stories/river'])
    assert.match(
      (await site.get(url)).body,
      new RegExp(
        `<img class="logo" src="/media/${logo}/[^"]+" alt="" width="\\d+" height="\\d+"> Writethru</a>`,
      ),
    );
  const nowhere = '01a20f41-25df-779b-a2a5-66107dc5978b';
  const refused = await performOnSite(site, { actor: 'test', verb: changeSite({ logo: nowhere }) });
  assert.deepEqual(refused, {
    type: 'invalid',
    errors: [{ pointer: '/logo', detail: 'names no picture of this site', rule: 'unknown-picture' }],
  });
});

test('a section shows its stories, live first, at the address its name makes', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'Ferry late', section: 'Ciudad & Río' });
  await site.desk.opens({ headline: 'Ferry back', section: 'Ciudad & Río' });
  await site.desk.opens({ headline: 'Cup final', section: 'Sport' });
  await site.desk.onStory('ferry-back', changeState('ended'));
  const { statusCode, body } = await site.get('/sections/ciudad-rio');
  assert.equal(statusCode, 200);
  assert.deepEqual(headlinesIn(body), ['Ferry late', 'Ferry back']);
  assert.match(body, /<h1><bdi>Ciudad &amp; Río<\/bdi><\/h1>/);
  assert.match(body, /<link rel="canonical" href="https:\/\/news\.test\/sections\/ciudad-rio">/);
  const link = '<a class="section" href="/sections/ciudad-rio"><bdi>Ciudad &amp; Río</bdi></a>';
  for (const url of ['/', '/stories/ferry-late', '/sections/ciudad-rio'])
    assert.ok((await site.get(url)).body.includes(link), `${url} leads there`);
  assert.match(navIn((await site.get('/')).body), /sections\/ciudad-rio.*sections\/sport/s);
  assert.match(navIn(body), /href="\/sections\/ciudad-rio" aria-current="page"/);
  await site.desk.onStory('cup-final', changeDetails({ section: null }));
  assert.equal((await site.get('/sections/sport')).statusCode, 404);
});

test('lists go on to earlier stories, each once, and to nothing that is no place', async () => {
  await using site = await siteOf();
  for (let n = 1; n <= 53; n += 1) {
    await site.desk.opens({ headline: `Story ${n}`, section: 'City', byline: ['Ruth Vale'] });
    site.clock.pass(1);
  }
  await recordAuthor(site, 'test', { name: 'Ruth Vale' });
  for (const [path, size] of [
    ['/', 40],
    ['/sections/city', 50],
    ['/authors/ruth-vale', 50],
  ] as const) {
    const first = await site.get(path);
    assert.equal(headlinesIn(first.body).length, size);
    const onward = onwardIn(first.body);
    assert.ok(onward, path);
    const second = await site.get(onward);
    const all = [...headlinesIn(first.body), ...headlinesIn(second.body)];
    assert.equal(new Set(all).size, 53, path);
    assert.equal(all.length, 53);
    assert.equal(onwardIn(second.body), undefined, 'it ends');
    assert.match(second.body, new RegExp(`<a class="back" href="${path}">`));
    assert.doesNotMatch(second.body, /<script type="module">/, 'a page of the past stands still');
    for (const page of ['0', 'live', "live~' OR 1~x", '', '%00', 'live~2026~x'])
      assert.equal((await site.get(`${path}?page=${page}`)).statusCode, 404, page);
  }
});

test('an empty front page says so, and one with stories says nothing of the kind', async () => {
  await using site = await siteOf();
  assert.match((await site.get('/')).body, /<p class="none">No story has been published yet\.<\/p>/);
  await site.desk.opens({ headline: 'River' });
  assert.doesNotMatch((await site.get('/')).body, /No story has been published/);
});

test('the newsroom’s own pages stand at their addresses, and the foot of every page leads to them', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'River' });
  await site.does(putPage('about', { title: 'About <us>', body: paragraphs(['We are four & one.']) }));
  await site.does(putPage('jobs', { title: 'Jobs', body: paragraphs(['None.']), inFooter: false }));
  await site.does(
    putPage('impressum', { title: 'Impressum', body: paragraphs(['Wer wir sind.']), lang: 'de' }),
  );
  const { statusCode, body } = await site.get('/pages/about');
  assert.equal(statusCode, 200);
  assert.match(
    body,
    /<h1 dir="auto" lang="en">About &lt;us&gt;<\/h1><div class="body" lang="en"><p dir="auto">We are four &amp; one\.<\/p>/,
  );
  assert.match(body, /Last changed <time datetime="2019-02-28T03:55:00\.000Z">/);
  for (const url of ['/', '/stories/river', '/pages/jobs', '/nowhere']) {
    const foot = footIn((await site.get(url)).body);
    assert.match(foot, /href="\/pages\/about"><bdi>About &lt;us&gt;<\/bdi>/);
    assert.doesNotMatch(foot, /jobs/);
  }
  assert.match((await site.get('/pages/impressum')).body, /<html lang="de"[^]*Zuletzt geändert/);
  await site.does(removePage('about'));
  assert.equal((await site.get('/pages/about')).statusCode, 404);
  assert.doesNotMatch(footIn((await site.get('/')).body), /about/);
});

test('how we correct is told in every language there is a catalogue for', async () => {
  await using site = await siteOf();
  for (const [tag, catalogue] of Object.entries(catalogues)) {
    const { statusCode, body } = await site.get(`/how-we-correct?lang=${tag}`);
    assert.equal(statusCode, 200);
    assert.match(body, new RegExp(`<html lang="${tag}"`));
    for (const step of ['smallEdit', 'edit', 'correction', 'retraction', 'removal'] as const)
      assert.ok(body.includes(`<dt>${catalogue[`how.${step}`]}</dt>`), `${tag} ${step}`);
  }
  assert.match((await site.get('/how-we-correct')).body, /<html lang="en"/);
  assert.match((await site.get('/how-we-correct?lang=xx')).body, /<html lang="en"/);
  await site.desk.opens({ headline: 'Fähre', lang: 'de' });
  assert.match(
    footIn((await site.get('/stories/fahre')).body),
    /href="\/how-we-correct\?lang=de">Wie wir korrigieren/,
  );
});

test('a page at “corrections” takes the place of our words on how we correct, until it is taken down', async () => {
  await using site = await siteOf();
  await site.does(putPage('corrections', { title: 'Our corrections', body: paragraphs(['So.']) }));
  const answer = await site.get('/how-we-correct');
  assert.deepEqual([answer.statusCode, answer.headers.location], [302, '/pages/corrections']);
  assert.equal(footIn((await site.get('/')).body).match(/Our corrections|How we correct/g)?.length, 1);
  await site.does(removePage('corrections'));
  assert.equal((await site.get('/how-we-correct')).statusCode, 200);
});

test('who finds nothing is helped on: by the closest address, by a search, by what is being read', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'Ferry overdue off the point' });
  await site.desk.opens({ headline: 'Bridge closed' });
  const mistyped = await site.get('/stories/ferry-overdu-of-the-point');
  assert.equal(mistyped.statusCode, 404);
  assert.match(mistyped.body, /<ul class="closest"><li><a href="\/stories\/ferry-overdue-off-the-point">/);
  assert.doesNotMatch(mistyped.body, /<li><a href="\/stories\/bridge-closed"/);
  assert.match(mistyped.body, /<form class="seek" role="search" action="\/search" method="get">/);
  assert.deepEqual(
    new Set(headlinesIn(mistyped.body)),
    new Set(['Ferry overdue off the point', 'Bridge closed']),
  );
  assert.match((await site.get('/bridge-closed')).body, /class="closest"/);
  for (const url of ['/wp-login.php', '/%E0%A4%A', '/sections/none', '/pages/none', '/authors/none']) {
    const { statusCode, body } = await site.get(url);
    assert.ok(statusCode === 404 || statusCode === 400, `${url} ${statusCode}`);
    assert.doesNotMatch(body, /class="closest"/);
  }
});
