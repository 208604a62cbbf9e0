import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'parse5';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { changeSlug } from '../../commands/change-slug.ts';
import { correctStory } from '../../commands/correct-story.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { writeTop } from '../../commands/write-top.ts';
import { paragraphs } from '../../domain/document.ts';
import { newId } from '../../domain/id.ts';
import { textIn } from '../../render/parsed.ts';
import { createServer } from '../../web/server.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

async function siteOf() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const get = (url: string) => server.inject({ method: 'GET', url });
  return {
    ...newsroom,
    desk: editorAt(newsroom),
    get,
    text: async (url: string): Promise<string> =>
      textIn(parse((await get(url)).body.replace(/<style>.*?<\/style>|<script.*?<\/script>/gs, ''))),
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

test('every headline a story had can be seen, the last first, each with its time and what it said then', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'Deal Expected', lead: paragraphs(['They will sign at two.']) });
  site.clock.pass(60);
  await site.desk.onStory('deal-expected', writeTop({ headline: 'No Deal' }));
  site.clock.pass(60);
  await site.desk.onStory('deal-expected', writeTop({ lead: paragraphs(['They left.']) }));
  const text = await site.text('/stories/deal-expected/history');
  assert.match(text, /11:55 p\.m\. ET New headlineNo Deal.*10:55 p\.m\. ETDeal Expected/s);
  assert.match(text, /They left\..*They will sign at two\.$|They left\..*They will sign at two\./s);
  assert.match((await site.get('/stories/deal-expected')).body, /href="\/stories\/deal-expected\/history"/);
});

test('pictures of every top a story had stand in its history as they did, at their own sizes', async () => {
  await using site = await siteOf();
  const mediaId = await site.desk.takesPicture({ alt: 'A pier.' });
  await site.desk.opens({ headline: 'Pier Shut', photo: { mediaId } });
  await site.desk.onStory('pier-shut', writeTop({ photo: null }));
  const { body } = await site.get('/stories/pier-shut/history');
  assert.equal(body.split('<figure class="image photo').length - 1, 1);
  assert.match(
    body,
    new RegExp(`<img src="/media/${mediaId}/[^>]* alt="A pier." width="\\d+" height="\\d+" loading="lazy"`),
  );
});

test('what was put right or taken back is listed, without the words that were retracted', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  assert.match(await site.text('/stories/no-deal/corrections'), /Nothing in this story has been corrected/);
  const id = await site.desk.posts('no-deal', 'Twelve cars.');
  site.clock.pass(5);
  await site.desk.corrects(id, 'Twelve cars.', 'Fourteen cars.', 'Fourteen cars.');
  const gone = await site.desk.posts('no-deal', 'Zebras on the bridge.');
  const seen = { was: 'At two.', is: 'At three.' };
  await site.desk.onStory('no-deal', correctStory(newId(site.clock.now()), seen));
  site.clock.pass(5);
  await site.desk.onUpdate(gone, retractUpdate(gone, 'They were horses.'));
  const text = await site.text('/stories/no-deal/corrections');
  assert.match(
    text,
    /They were horses\..*In the opening of the story.*At three\..*p\.m\. ET Fourteen cars\..*Fourteen cars\./s,
  );
  assert.doesNotMatch(text, /Zebras/);
});

test('the record of a story moves with its address, and is not for search engines', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  await site.desk.onStory('no-deal', changeSlug('the-summit'));
  const moved = await site.get('/stories/no-deal/history?x=1');
  assert.deepEqual([moved.statusCode, moved.headers.location], [301, '/stories/the-summit/history?x=1']);
  assert.match(
    (await site.get('/stories/the-summit/history')).body,
    /<meta name="robots" content="noindex">/,
  );
  assert.equal((await site.get('/stories/none/corrections')).statusCode, 404);
});
