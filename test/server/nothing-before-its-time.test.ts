import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken } from '../../src/commands/create-token.ts';
import type { DraftContent } from '../../src/domain/desk/draft.ts';
import type { DocumentJSON } from '../../src/domain/document.ts';
import { deskSite, type DeskSite, type SignedIn } from '../support/desk-site.ts';
import {
  begin,
  chosenId,
  openedStory,
  posted,
  publish,
  published,
  topWords,
  words,
} from '../support/drafts.ts';
import { photo } from '../support/pictures.ts';
import { getRoutes } from '../support/routes.ts';

/** Stands in everything that readers must not see yet; what they may see has the other. */
const SECRET = 'undisclosed';
const TOLD = 'disclosable';
/** Stands in both, to be searched for. */
const COMMON = 'zanzibar';

const hidden = (n: number, more: Partial<DraftContent> = {}): DraftContent =>
  words(`${SECRET}${n} ${COMMON}`, `${SECRET}${n} in ${COMMON}`, more);

const LATER = '2019-02-28T06:50:00.000Z';

type Hidden = { storyIds: string[]; draftIds: string[]; media: string };

/** One of everything the desk has that readers have not. */
async function hide(
  editor: SignedIn,
  reporter: SignedIn,
  storyId: string,
  updateId: string,
): Promise<Hidden> {
  const put = async (content: DraftContent, act?: string, body: object = {}): Promise<string> => {
    const { draft } = (await begin(reporter, { storyId, content })).body;
    if (act) {
      const done = await editor.ask(act.replace('ID', draft.id), { body: { version: 1, ...body } });
      assert.equal(done.status, 200, done.text);
    }
    return draft.id;
  };
  const bytes = await photo();
  const details = `?alt=${SECRET}alt&caption=${SECRET}caption&credit=${SECRET}credit`;
  const held = await reporter.ask(`POST /media${details}`, {
    bytes,
    headers: { 'content-type': 'image/jpeg' },
  });
  assert.ok(held.status < 300, held.text);
  const media = held.body.id as string;
  const showing: DocumentJSON = {
    type: 'doc',
    content: [
      {
        type: 'image',
        attrs: { src: `/media/${media}`, alt: null, caption: null, credit: null, width: null, height: null },
      },
    ],
  };
  const embargoed = await put(hidden(1, { keyEvent: true }), 'PUT /drafts/ID/embargo', { until: LATER });
  const scheduled = await put(hidden(2), 'PUT /drafts/ID/schedule', { publishAt: LATER });
  const filed = await put(hidden(3, { author: `${SECRET} Author` }), 'POST /drafts/ID/filing');
  const trashed = await put(hidden(4), 'PUT /drafts/ID/trash');
  const pictured = await put({ ...hidden(5), body: showing });
  const edit = { kind: 'edit' as const, storyId, updateId, content: hidden(6), baseVersion: 1 };
  const top = topWords(`${SECRET}7`, `${SECRET}7`, {
    section: `${SECRET} Section`,
    byline: [`${SECRET} Byline`],
  });
  const both = [
    await begin(reporter, edit),
    await begin(reporter, { kind: 'top', storyId, content: top, baseVersion: 1 }),
  ];
  const unopened = (await begin(reporter, { kind: 'top', content: topWords(`${SECRET}8 ${COMMON}`) })).body
    .draft;
  const note = { kind: 'note', text: `${SECRET} note` };
  assert.ok((await reporter.ask(`POST /stories/${storyId}/notes`, { body: note })).status < 300);
  const more = both.map(({ body }) => body.draft.id);
  return {
    storyIds: [unopened.storyId, `${SECRET}8-${COMMON}`, `${SECRET}-section`, `${SECRET}-byline`],
    draftIds: [embargoed, scheduled, filed, trashed, pictured, unopened.id, ...more],
    media,
  };
}

/** Every public address there is, with each of the given names where it asks for one. */
function addresses(site: DeskSite, names: { slug: string[]; id: string[]; name: string[] }): string[] {
  const routes = getRoutes(site.server).filter((route) => !/^\/(desk|assets)\b/.test(route));
  assert.ok(routes.length > 40, `${routes.length} routes`);
  const filled = routes.flatMap((route) => {
    let all = [route];
    for (const [name, values] of Object.entries(names)) {
      all = all.flatMap((one) => values.map((value) => one.replace(`:${name}`, value)));
    }
    return all;
  });
  const asked = ['', `?q=${COMMON}&order=oldest`, '?after=0&only=key'];
  return [...new Set(filled.flatMap((path) => asked.map((query) => path + query)))];
}

/** What is answered, headers and all; of a stream its first words. */
async function answered(url: string, token: string | null): Promise<string> {
  const given: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const controller = new AbortController();
  const response = await fetch(url, { headers: given, redirect: 'manual', signal: controller.signal });
  const headers = JSON.stringify([...response.headers]);
  if (!/event-stream/.test(response.headers.get('content-type') ?? ''))
    return `${response.status} ${headers}${await response.text()}`;
  const reader = response.body!.getReader();
  const first = response.url.includes('after=0') ? await reader.read() : { value: undefined };
  controller.abort();
  return `${response.status} ${headers}${first.value ? Buffer.from(first.value).toString() : ''}`;
}

test('what is embargoed, scheduled, filed, written or put away is in no answer of any kind, for anybody, before it is published', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const top = topWords(`${TOLD} ${COMMON}`, 'x', { section: 'World', byline: ['Ines Duarte'] });
  const { storyId, slug } = await openedStory(editor, top);
  const { updateId } = await posted(editor, storyId, words(`${TOLD}1 ${COMMON}`, `${TOLD}1 in ${COMMON}`));
  const { storyIds, draftIds, media } = await hide(editor, reporter, storyId, updateId!);
  const made = await createToken(site.newsroom, { name: 'all', scope: 'admin' });
  assert.ok(made.type === 'created');
  const names = {
    slug: [slug, ...storyIds],
    id: [updateId!, media, ...draftIds, chosenId()],
    name: ['640.webp', '320.jpg'],
  };
  const walk = async (): Promise<{ leaks: string[]; told: number; asked: number }> => {
    const leaks: string[] = [];
    let [told, asked] = [0, 0];
    for (const path of addresses(site, names)) {
      for (const token of path.startsWith('/api') ? [null, made.secret] : [null]) {
        const text = await answered(site.url + path, token);
        asked += 1;
        // What a page tells of its own address was asked for with it.
        const beside = storyIds.reduce((rest, name) => rest.replaceAll(name, ''), text);
        if (beside.includes(SECRET)) leaks.push(path);
        if (text.includes(TOLD)) told += 1;
        if (path.startsWith(`/media/${media}`)) assert.match(text, /^404 /, path);
      }
    }
    return { leaks, told, asked };
  };
  const before = await walk();
  assert.deepEqual(before.leaks, []);
  assert.ok(before.told > 20, `what is public was found in ${before.told} of ${before.asked} answers`);

  // Nobody publishes it early, by any way in; at its hour anybody may, and the same walk finds it.
  const embargoed = (await editor.ask(`GET /drafts/${draftIds[0]}`)).body;
  assert.equal((await publish(editor, embargoed)).status, 409);
  const post = await fetch(`${site.url}/api/v1/updates/${draftIds[0]}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${made.secret}`, 'content-type': 'application/json' },
    body: '{"title":"x"}',
  });
  assert.equal(post.status, 404);
  site.newsroom.clock.set(LATER);
  published(await publish(editor, embargoed));
  assert.ok((await walk()).leaks.length > 10, 'the walk would have found it');
});
