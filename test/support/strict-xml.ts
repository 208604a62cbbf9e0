import assert from 'node:assert/strict';

/** An element of a document that was read strictly. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** All text in it, references resolved. */
  text: string;
};

const CHARACTERS = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document as a strict parser does, and throws where XML 1.0 (fifth edition) or its namespaces are broken:
 * characters no document may hold, tags that do not nest, attributes that are doubled or unquoted, references and
 * prefixes that nobody declared. It knows no DTD, comments, CDATA or processing instructions: our writers make none.
 */
export function strictXml(text: string): Element {
  assert.match(text, CHARACTERS, 'a character that no XML document may hold');
  const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/.exec(text);
  assert.ok(declaration, 'no XML declaration');
  const outside: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [outside];
  let at = declaration[0].length;
  while (at < text.length) {
    const here = open.at(-1)!;
    const next = text.indexOf('<', at);
    const words = resolved(text.slice(at, next < 0 ? text.length : next));
    for (const element of open) element.text += words;
    if (open.length === 1) assert.equal(words.trim(), '', 'text outside the root');
    if (next < 0) break;
    const end = endOfTag(text, next);
    const tag = text.slice(next + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) {
      assert.equal(tag.slice(1).trimEnd(), here.name, `</${tag.slice(1)}> closes <${here.name}>`);
      open.pop();
      continue;
    }
    const element = readTag(tag.endsWith('/') ? tag.slice(0, -1) : tag, open);
    here.children.push(element);
    if (!tag.endsWith('/')) open.push(element);
  }
  assert.equal(open.length, 1, `<${open.at(-1)?.name}> is never closed`);
  assert.equal(outside.children.length, 1, 'a document has one root');
  return outside.children[0]!;
}

export const within = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** Text of the one child of that name. */
export function wordsOf(element: Element, name: string): string {
  const [only, ...more] = within(element, name);
  assert.ok(only && more.length === 0, `<${element.name}> has not one <${name}>`);
  return only.text;
}

function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
    else assert.notEqual(character, '<', `a tag within a tag at ${at}`);
  }
  return assert.fail('a tag that never ends');
}

function readTag(tag: string, open: Element[]): Element {
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? '';
  assert.match(name, NAME, `a name that is none: ${name}`);
  const attributes: Record<string, string> = {};
  let rest = tag.slice(name.length);
  while (rest.trim() !== '') {
    const found = /^\s+([^\s=]+)="([^"<]*)"/.exec(rest);
    assert.ok(found, `attributes that cannot be read: ${rest}`);
    const [whole, key = '', value = ''] = found;
    assert.match(key, NAME);
    assert.ok(!Object.hasOwn(attributes, key), `${key} stands twice in <${name}>`);
    attributes[key] = resolved(value);
    rest = rest.slice(whole.length);
  }
  const element: Element = { name, attributes, children: [], text: '' };
  const declared = new Set([element, ...open].flatMap((each) => Object.keys(each.attributes)));
  for (const used of [name, ...Object.keys(attributes)]) {
    const [prefix, local] = used.split(':');
    if (local !== undefined && prefix !== 'xml' && prefix !== 'xmlns')
      assert.ok(declared.has(`xmlns:${prefix}`), `nobody declared ${prefix}:`);
  }
  return element;
}

function resolved(text: string): string {
  assert.ok(!text.includes(']]>'), ']]> in text');
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    assert.ok(whole.endsWith(';'), `a bare & before ${name.slice(0, 20)}`);
    const number = /^#(\d+)$/.exec(name)?.[1];
    const character = number === undefined ? NAMED[name] : String.fromCodePoint(Number(number));
    assert.ok(character !== undefined && CHARACTERS.test(character), `an unknown reference: ${whole}`);
    return character;
  });
}
