import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { apiSite } from '../../../test/support/api-site.ts';
import { PROBLEM_TYPES } from '../../web/problem-types.ts';

type Element = DefaultTreeAdapterTypes.Element;

function elements(markup: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(markup));
  return found;
}

const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;

async function page(
  path: string,
): Promise<{ markup: string; headers: Headers; all: Element[]; ids: string[] }> {
  await using site = await apiSite();
  const response = await fetch(site.url + path);
  assert.equal(response.status, 200);
  const markup = await response.text();
  const all = elements(markup);
  return {
    markup,
    headers: response.headers,
    all,
    ids: all.flatMap((element) => attribute(element, 'id') ?? []),
  };
}

for (const path of ['/api/v1', '/api/v1/', '/api/v1/problems']) {
  test(`${path} is a page that works without script, under the policy of all pages`, async () => {
    const { headers, all, ids } = await page(path);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.match(headers.get('content-security-policy') ?? '', /style-src 'self'/);
    const names = all.map(({ tagName }) => tagName);
    assert.ok(!names.includes('script') && !names.includes('style'));
    assert.ok(
      all.every((element) => !element.attrs.some(({ name }) => name === 'style' || name.startsWith('on'))),
    );
    assert.equal(new Set(ids).size, ids.length, 'no id twice');
    assert.equal(names.filter((name) => name === 'h1').length, 1);
  });
}

test('every link within the reference leads to something on it, or to a page there is', async () => {
  await using site = await apiSite();
  const markup = await (await fetch(`${site.url}/api/v1`)).text();
  const all = elements(markup);
  const ids = new Set(all.map((element) => attribute(element, 'id')));
  const links = all.filter(({ tagName }) => tagName === 'a' || tagName === 'link');
  for (const link of links) {
    const href = attribute(link, 'href') ?? '';
    if (href.startsWith('#')) assert.ok(ids.has(href.slice(1)), href);
    else assert.equal((await fetch(site.url + href)).status, 200, href);
  }
  assert.ok(links.length > 18);
});

test('every endpoint and every field stands on it', async () => {
  const { markup } = await page('/api/v1');
  for (const words of [
    '/api/v1/updates/{id}/corrections',
    'Idempotency-Key',
    'lead.markdown',
    'summary[].updateId',
  ]) {
    assert.ok(markup.includes(words), words);
  }
});

test('the type of every problem leads to where it is told', async () => {
  const { ids } = await page('/api/v1/problems');
  for (const name of Object.keys(PROBLEM_TYPES)) assert.ok(ids.includes(name), name);
});

test('the style sheet is served as one', async () => {
  const { headers, markup } = await page('/api/v1/reference.css');
  assert.match(headers.get('content-type') ?? '', /^text\/css/);
  assert.match(markup, /color-scheme: light dark/);
});
