import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportSite, exportStory } from '../archive/story-export.ts';
import { createToken } from '../commands/create-token.ts';
import { editorAt } from '../../test/support/desk.ts';
import { putDraft, topContent, updateContent } from '../../test/support/desk-drafts.ts';
import { deskSite, type DeskSite } from '../../test/support/desk-site.ts';
import { openStreamReader } from '../../test/support/stream.ts';

/** In every word that is the newsroom's alone. */
const SECRET = 'zwetschgendatschi';

/** Addresses that nothing leads to; the others are found from these. */
const BEGIN = [
  '/',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/healthz',
  '/readyz',
  '/metrics',
  `/search?q=${SECRET}`,
  '/api/v1/openapi.json',
  '/api/v1/stories',
  '/api/v1/site',
  '/api/v1/pages',
  '/api/v1/media',
];

/** More addresses than a site of one story has. */
const MOST = 400;

/** Asks for everything that pages, feeds, maps and the API lead to, with a token that may read all; `look` sees each answer. */
async function crawl(
  { url }: DeskSite,
  from: string[],
  secret: string,
  look: (path: string, text: string) => void,
): Promise<string[]> {
  const seen = new Set<string>();
  const next = [...from];
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    if (seen.has(path)) continue;
    assert.ok(seen.size < MOST, 'the site goes on for ever');
    seen.add(path);
    const headers = { authorization: `Bearer ${secret}` };
    const response = await fetch(url + path, { redirect: 'manual', headers });
    const text = await response.text();
    look(path, `${text}\n${JSON.stringify([...response.headers])}`);
    next.push(...addressesIn(text, url), response.headers.get('location') ?? path);
  }
  return [...seen];
}

function addressesIn(text: string, url: string): string[] {
  const plain = text.replaceAll('&amp;', '&').replaceAll(url, '');
  const found = plain.matchAll(/(?:["'>\s(,])(\/(?!\/)[\w%./?=&;-]*)/g);
  return [...found]
    .map(([, path = '']) => path)
    .filter((path) =>
      /^\/($|stories|feed|authors|sections|pages|media|assets|search|api|sitemap|news)/.test(path),
    )
    .filter((path) => !/\/live$|\{|:/.test(path));
}

test('nothing of notes, drafts and who is where is in any public answer, export or stream', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const desk = editorAt(newsroom);
  const { story } = await desk.opens({ headline: 'River', section: 'World', byline: ['Ines Okafor'] });
  const stream = await openStreamReader(`${site.url}/stories/river/live?after=0`);
  const front = await openStreamReader(`${site.url}/live?after=0`);
  const id = await desk.posts('river', 'Water at the wall.', { keyEvent: true });

  const notes = `POST /stories/${story.id}/notes`;
  for (const body of [
    { text: `${SECRET} said.`, mentions: [reporter.person.id] },
    { text: `${SECRET} to the day shift.`, kind: 'handover' },
  ])
    assert.equal((await editor.ask(notes, { body })).status, 201);
  const by = { createdBy: reporter.person.id };
  const words = updateContent(`${SECRET} is near.`, { title: SECRET, author: SECRET, keyEvent: true });
  const later = '2030-01-01T00:00:00.000Z';
  const ofStory = { ...by, storyId: story.id, content: words };
  const drafts = [
    await putDraft(newsroom, { ...ofStory, status: 'filed', embargoUntil: later }),
    await putDraft(newsroom, { ...ofStory, status: 'scheduled', publishAt: later }),
    await putDraft(newsroom, { ...ofStory, kind: 'edit', updateId: id, baseVersion: 1 }),
    await putDraft(newsroom, { ...ofStory, status: 'trashed' }),
    await putDraft(newsroom, { ...by, kind: 'top', content: topContent(SECRET, SECRET) }),
  ];
  const note = await editor.ask(notes, { body: { text: SECRET, draftId: drafts[0]!.id } });
  await reporter.ask('POST /presence', { body: { storyId: story.id, draftId: drafts[0]!.id } });
  await desk.posts('river', 'The wall holds.');

  const read = await createToken(newsroom, { name: 'reader', scope: 'admin' });
  assert.ok(read.type === 'created');
  const secrets = [
    SECRET,
    note.body.id,
    reporter.person.id,
    reporter.person.email,
    ...drafts.map((one) => one.id),
  ];
  const clean = (where: string, text: string): void => {
    for (const secret of secrets)
      assert.equal(text.toLowerCase().includes(secret), false, `${secret} in ${where}`);
  };
  const guesses: string[] = drafts.flatMap((draft) => [
    `/stories/river/updates/${draft.id}`,
    `/stories/${draft.storyId}`,
    `/api/v1/updates/${draft.id}`,
    `/api/v1/stories/${draft.storyId}`,
  ]);
  for (const path of guesses) {
    const response: Response = await fetch(site.url + path, {
      headers: { authorization: `Bearer ${read.secret}` },
    });
    assert.equal(response.status, 404, path);
    assert.equal((await response.text()).includes(SECRET), false, path);
  }
  // A search says what was looked for.
  const asked = (path: string): boolean => path.startsWith('/search') || path.includes(`=${SECRET}`);
  const begin = [...BEGIN, '/stories/river', '/stories/river.json', '/stories/river/events.json?after=1'];
  const api = ['/api/v1/stories/river', '/api/v1/stories/river/updates', `/api/v1/updates/${id}`];
  const paths = await crawl(site, [...begin, ...api], read.secret, (path, text) => {
    if (asked(path)) assert.equal(text.includes(`${SECRET} is near`), false, path);
    else clean(path, text);
  });
  for (const expected of [
    '/feed.xml',
    '/stories/river/feed.atom',
    '/stories/river/corrections',
    `/stories/river/updates/${id}`,
    '/sections/world',
  ])
    assert.ok(paths.includes(expected), `${expected} of ${paths.join(' ')}`);

  await stream.until(3);
  clean('the story’s stream', JSON.stringify(stream.events));
  clean('the front page’s stream', JSON.stringify(front.events));
  stream.close();
  front.close();
  const at = await newsroom.storage.findStory({ id: story.id });
  const now = newsroom.clock.now();
  for await (const part of exportStory(newsroom.storage, at!, now)) clean('the story’s export', part);
  for await (const part of exportSite(newsroom.storage, now)) clean('the site’s export', part);
});
