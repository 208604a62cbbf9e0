import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { defaultTreeAdapter as tree, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { changeState } from '../commands/change-state.ts';
import { pinUpdate } from '../commands/pin-update.ts';
import { recordAuthor } from '../commands/record-author.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import { writeTop } from '../commands/write-top.ts';
import type { BlockJSON } from '../domain/document.ts';
import { createServer } from '../web/server.ts';
import { readerRoutes } from './routes.ts';

const SITE = 'https://news.test';

/** Attributes whose value a reader sees or hears. */
const TOLD = new Set(['aria-label', 'title', 'alt', 'placeholder', 'content', 'value']);

/** What a reader sees in a page, or is told by it, that has Latin letters: the newsroom's name, addresses and names of formats aside. */
function latinIn(markup: string): string[] {
  const found: string[] = [];
  const look = (text: string): void => {
    const rest = text
      .replaceAll('Writethru', '')
      .replace(/^(RSS|Atom|JSON Feed)$/, '')
      .replace(/https?:\S+|mailto:\S+/g, '');
    if (/\p{Script=Latin}/u.test(rest)) found.push(rest.trim());
  };
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (tree.isTextNode(node)) look(node.value);
    if (tree.isElementNode(node)) {
      if (node.tagName === 'style' || (node.tagName === 'script' && attributeIn(node, 'id') !== 'sentences'))
        return;
      // Only what is shown of a card is told, not what kind of thing it is.
      const isFact = node.tagName === 'meta' && !/title|description|alt/.test(nameOf(node));
      const isUnseen = isFact || /^(?:hidden|checkbox)$/.test(attributeIn(node, 'type'));
      for (const { name, value } of node.attrs) if (TOLD.has(name) && !isUnseen) look(value);
      if (attributeIn(node, 'id') === 'sentences') return spokenIn(node, look);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(markup));
  return found;
}

const attributeIn = (node: DefaultTreeAdapterTypes.Element, name: string): string =>
  node.attrs.find((one) => one.name === name)?.value ?? '';
const nameOf = (node: DefaultTreeAdapterTypes.Element): string =>
  attributeIn(node, 'name') + attributeIn(node, 'property');

/** The sentences handed to the page's script: their names and variables are not said. */
function spokenIn(node: DefaultTreeAdapterTypes.Element, look: (text: string) => void): void {
  const [json] = node.childNodes;
  const visit = (value: unknown): void => {
    if (typeof value === 'string') look(value.replace(/\{\w+\}/g, ''));
    else for (const one of Object.values(value as object)) visit(one);
  };
  visit(JSON.parse(json && tree.isTextNode(json) ? json.value : '{}'));
}

const said = (words: string): BlockJSON => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

/** A story all of whose words are Georgian, told in Korean: whatever is Latin on its pages comes from no catalogue. */
async function georgianStory() {
  const newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const { story } = await desk.opens({
    headline: 'ქარიშხალი',
    dek: 'ღამე',
    lang: 'ko',
    zone: 'Asia/Seoul',
    placeZone: 'Asia/Tbilisi',
    section: 'ამბები',
    byline: ['ნინო', 'გია'],
    credit: 'გია',
    lead: { type: 'doc', content: [said('წვიმს.')] },
  });
  await recordAuthor(newsroom, 'test', { name: 'ნინო', role: 'რედაქტორი', bio: 'ღამის ცვლა.' });
  const source = {
    speaker: 'მერი',
    role: 'მერია',
    outlet: 'რადიო',
    medium: 'ტელეფონით',
    interpreter: 'თარჯიმანი',
    link: 'https://example.com/1',
    lang: 'ka',
  };
  const statement: BlockJSON = {
    type: 'statement',
    attrs: source,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'დარჩით.' }] }],
  };
  const unnamed: BlockJSON = {
    ...statement,
    attrs: { ...source, outlet: null },
  };
  const { slug } = story;
  const key = await desk.posts(slug, 'ხიდი დაიკეტა.', { title: 'ხიდი', keyEvent: true, author: 'ნინო' });
  for (let n = 0; n < 8; n += 1) await desk.posts(slug, `${n}`, { title: `ხიდი ${n}`, keyEvent: true });
  const analysed = await desk.posts(slug, '', {
    body: { type: 'doc', content: [statement, unnamed] },
    analysis: true,
  });
  await desk.corrects(key, 'ერთი.', 'ორი.', 'ორი.');
  const gone = await desk.posts(slug, 'შეცდომა.', {});
  await desk.onUpdate(key, pinUpdate(key));
  await desk.onUpdate(gone, writeTop({ summary: [{ text: 'ხიდი.', updateId: gone }] }));
  await desk.onUpdate(gone, retractUpdate(gone, 'არასწორია.'));
  const get = async (url: string, expected = 200): Promise<string> => {
    const answer = await server.inject({ method: 'GET', url: encodeURI(url) });
    assert.equal(answer.statusCode, expected, url);
    return answer.body;
  };
  return {
    slug,
    key,
    gone,
    analysed,
    desk,
    get,
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

test('no page of a story in Korean has a sentence that comes from no catalogue', async () => {
  await using site = await georgianStory();
  const { slug, key, gone, analysed, desk, get } = site;
  const story = `/stories/${slug}`;
  for (const address of [
    story,
    `${story}?order=oldest`,
    `${story}/updates/${key}`,
    `${story}/updates/${gone}`,
    `${story}/updates/${analysed}`,
    `${story}/history`,
    `${story}/corrections`,
  ]) {
    assert.deepEqual(latinIn(await get(address)), [], address);
  }
  await desk.onStory(slug, changeState('paused', '2030-01-01T00:00:00.000Z'));
  assert.deepEqual(latinIn(await get(story)), [], 'paused');
  await desk.onStory(slug, changeState('ended'));
  assert.deepEqual(latinIn(await get(story)), [], 'ended');
});

test('a Latin sentence in a page would be found', () => {
  assert.deepEqual(latinIn('<p>Writethru</p><p title="Read on">새</p>'), ['Read on']);
  assert.deepEqual(latinIn('<p>By <b>새</b></p>'), ['By']);
});

test('the script says nothing of its own: every sentence is handed to it', () => {
  const folder = path.join(import.meta.dirname, 'client');
  const spoken = fs.readdirSync(folder).flatMap((file) => {
    const code = fs.readFileSync(path.join(folder, file), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    return (
      [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
        .map(([, plain, template]) => plain ?? template ?? '')
        // How English print abbreviates its months, for the clock a reader chose.
        .filter((text) => !text.startsWith('Jan. Feb.'))
        .filter((text) => /\p{L}{2,} \p{L}{2,} \p{L}/u.test(text.replace(/\$\{[^}]*\}/g, '')))
        .map((text) => `${file}: ${text}`)
    );
  });
  assert.deepEqual(spoken, []);
});
