import { checkLink } from '../../../../domain/links.ts';
import { mediaIdIn, mediaPath } from '../../../../domain/media.ts';
import { ATTRIBUTES, NODE } from '../dom.ts';
import { decodeEntities } from './entities.ts';
import { inlineOf } from './inline-styles.ts';
import type { Tag } from './tags.ts';

/** What stands in for an element; null: only what it holds stays. */
const KEPT: Record<string, string> = {
  p: 'p',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  ul: 'ul',
  ol: 'ol',
  menu: 'ul',
  dir: 'ul',
  li: 'li',
  blockquote: 'blockquote',
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  s: 's',
  del: 's',
  strike: 's',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  samp: 'code',
  q: 'span',
};
/** Blocks of which only their bounds are kept. */
const BLOCKS = new Set(
  'div section article main header footer aside nav address figure figcaption table caption thead tbody tfoot tr td th dl dt dd form fieldset legend details summary pre center hgroup search body'.split(
    ' ',
  ),
);
/** A block ends a paragraph that was left open. */
const ENDS_PARAGRAPH = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'blockquote',
  'div',
  'figure',
  'hr',
]);

/** What makes a document deeper, and how deep it may be made: `domain/document/limits.ts` has room for more. */
const NESTS = new Set(['ul', 'ol', 'li', 'blockquote', 'figure']);
const NESTED_MAX = 20;
/** Elements open at once; what is opened within leaves its words alone. */
const OPEN_MAX = 200;

type Open = { name: string; written: string[] };

/** Writes markup anew from tags: every element that is opened is closed, every value is escaped. */
export class PlainWriter {
  elements = 0;
  pictures = 0;
  #out: string[] = [];
  #open: Open[] = [];
  #nested = 0;
  #pre = 0;

  /** As it stood: entities stay entities. */
  text(text: string): void {
    if (text === '') return;
    const kept = text.replaceAll('\0', '').replaceAll('>', '&gt;');
    this.#out.push(this.#pre > 0 ? kept.replace(/\r?\n/g, '<br>') : kept);
  }

  open(tag: Tag): void {
    const { name, attributes } = tag;
    if (name === 'br' || name === 'hr') return this.#void(name);
    if (name === 'img' || name === 'image') return this.#picture(attributes);
    const written = this.#elementsOf(tag);
    if (written.some((one) => ENDS_PARAGRAPH.has(nameOf(one)))) this.close('p');
    if (name === 'li') this.#closeItem();
    const names = written.map(nameOf);
    const nests = names.some((one) => NESTS.has(one));
    if (this.#open.length >= OPEN_MAX || (nests && this.#nested >= NESTED_MAX)) return;
    if (nests) this.#nested += 1;
    if (name === 'pre') this.#pre += 1;
    this.#open.push({ name, written: names });
    this.elements += written.length;
    for (const one of written) this.#out.push(`<${one}>`);
  }

  close(name: string): void {
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at < 0 || (name === 'p' && this.#open.slice(at).some(({ name: inner }) => inner === 'li'))) return;
    for (const one of this.#open.splice(at).toReversed()) {
      if (one.name === 'pre') this.#pre -= 1;
      if (one.written.some((element) => NESTS.has(element))) this.#nested -= 1;
      for (const element of one.written.toReversed()) this.#out.push(`</${element}>`);
    }
  }

  finish(): string {
    for (const { name } of this.#open.slice().toReversed()) this.close(name);
    return this.#out.join('');
  }

  /** Start tags without their brackets, outermost first. */
  #elementsOf({ name, attributes }: Tag): string[] {
    const slice = attributes.get('data-pm-slice');
    const own = attributes.get(ATTRIBUTES);
    if (name === 'figure' && own !== undefined)
      return [`figure ${written(NODE, attributes.get(NODE))} ${written(ATTRIBUTES, own)}${sliced(slice)}`];
    const style = attributes.get('style') ?? '';
    if (/mso-list:\s*ignore/i.test(style)) return ['var'];
    if (name === 'a') return linkOf(attributes, slice);
    const list = name === 'p' || /^h\d$/.test(name) ? msoLevel(style) : null;
    if (list !== null) return [`p data-level="${list}"`];
    const inline = inlineOf(name, style);
    const block = BLOCKS.has(name) ? 'div' : KEPT[name];
    const isMark = block === 'strong' || block === 'em' || block === 's';
    const base =
      block === undefined || isMark || block === 'span'
        ? []
        : [`${block}${startOf(name, attributes)}${sliced(slice)}`];
    if (base.length === 0 && slice !== undefined) base.push(`span${sliced(slice)}`);
    return [...base, ...inline];
  }

  #void(name: string): void {
    if (name === 'hr') this.close('p');
    this.elements += 1;
    this.#out.push(`<${name}>`);
  }

  /** Pictures of ours come along; one that lies elsewhere is never fetched from there. */
  #picture(attributes: Map<string, string>): void {
    const src = decodeEntities(attributes.get('src') ?? '');
    const id = mediaIdIn(URL.parse(src, location.href)?.pathname.replace(/\/\d+[\w-]*\.\w+$/, '') ?? '');
    if (id === null) {
      if (!isSpacer(attributes)) this.pictures += 1;
      return;
    }
    const alt = decodeEntities(attributes.get('alt') ?? '') || null;
    this.elements += 1;
    const attrs = JSON.stringify({ src: mediaPath(id), alt });
    this.#out.push(`<figure ${NODE}="image" ${written(ATTRIBUTES, escape(attrs))}></figure>`);
  }

  #closeItem(): void {
    const item = this.#open.findLastIndex(({ name }) => name === 'li');
    const list = this.#open.findLastIndex(({ name }) => name === 'ul' || name === 'ol');
    if (item > list) this.close('li');
  }
}

const nameOf = (element: string): string => /^\w+/.exec(element)![0];

/** An attribute whose value is as it stood in the markup, so quotes alone can end it. */
const written = (name: string, value = ''): string => `${name}="${value.replaceAll('"', '&quot;')}"`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** ProseMirror's note of how deep a copied part was cut; without the blocks round it, which it would take as they are. */
function sliced(slice: string | undefined): string {
  const depths = /^\d{1,2} \d{1,2}(?= )/.exec(slice ?? '')?.[0];
  return depths === undefined ? '' : ` data-pm-slice="${depths} []"`;
}

const startOf = (name: string, attributes: Map<string, string>): string => {
  const start = name === 'ol' ? Number(attributes.get('start') ?? 1) : 1;
  return Number.isSafeInteger(start) && start > 1 ? ` start="${start}"` : '';
};

/** Google wraps what leads out of its documents. */
function linkOf(attributes: Map<string, string>, slice: string | undefined): string[] {
  const given = decodeEntities(attributes.get('href') ?? '');
  const url = URL.parse(given);
  const isWrapped = url?.hostname.endsWith('google.com') === true && url.pathname === '/url';
  const href = checkLink((isWrapped ? url.searchParams.get('q') : null) ?? given);
  const link = href === null ? [] : [`a ${written('href', escape(href))}`];
  return slice === undefined ? link : [`span${sliced(slice)}`, ...link];
}

function msoLevel(style: string): number | null {
  const found = /mso-list:\s*l\d+\s+level(\d)/i.exec(style);
  return found ? Number(found[1]) : null;
}

/** A dot that only counts readers, or keeps columns apart. */
const isSpacer = (attributes: Map<string, string>): boolean =>
  Number(attributes.get('width') ?? 9) <= 2 || Number(attributes.get('height') ?? 9) <= 2;
