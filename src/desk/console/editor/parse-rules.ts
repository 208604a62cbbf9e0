import type { Attrs, StyleParseRule, TagParseRule } from '@tiptap/pm/model';
import type { Attribute } from '../../../domain/document/attributes.ts';
import { markAttributes, nodeAttributes } from '../../../domain/document/schema.ts';
import { ATTRIBUTES, NODE } from './dom.ts';

/**
 * What markup becomes which node or mark. What comes from elsewhere was made plain before (`paste/`): it has no
 * attributes but those named here.
 */
export const nodeRules: Record<string, TagParseRule[]> = {
  paragraph: [{ tag: 'p' }],
  heading: [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
    { tag: 'h4', attrs: { level: 4 } },
    { tag: 'h5', attrs: { level: 4 } },
    { tag: 'h6', attrs: { level: 4 } },
  ],
  bullet_list: [{ tag: 'ul' }],
  ordered_list: [
    { tag: 'ol', getAttrs: (element) => kept('ordered_list', { start: startOf(element) }) ?? {} },
  ],
  list_item: [{ tag: 'li' }],
  blockquote: [{ tag: 'blockquote' }],
  statement: [{ ...ours('statement'), contentElement: 'blockquote' }],
  image: [ours('image')],
  gallery: [{ ...ours('gallery'), contentElement: 'div' }],
  embed: [ours('embed')],
  horizontal_rule: [{ tag: 'hr' }],
  hard_break: [{ tag: 'br' }],
};

export const markRules: Record<string, (TagParseRule | StyleParseRule)[]> = {
  link: [{ tag: 'a[href]', getAttrs: linkOf }],
  strong: [{ tag: 'strong' }, { tag: 'b' }],
  em: [{ tag: 'em' }, { tag: 'i' }],
  strike: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
  code: [{ tag: 'code' }],
};

/** A node of ours, copied from this editor or another Writethru's; refused where an attribute is. */
function ours(name: string): TagParseRule {
  return {
    tag: `figure[${NODE}="${name}"]`,
    priority: 60,
    getAttrs: (element) => kept(name, readJson(element.getAttribute(ATTRIBUTES))) ?? false,
  };
}

function linkOf(element: HTMLElement): Attrs | false {
  const attributes = markAttributes['link'] ?? {};
  const href = attributes['href']?.read(element.getAttribute('href'));
  if (!href || 'fault' in href) return false;
  const title = attributes['title']?.read(element.getAttribute('title'));
  return { href: href.value, title: title && 'value' in title ? title.value : null };
}

function startOf(element: HTMLElement): number {
  const start = Number(element.getAttribute('start') ?? 1);
  return Number.isSafeInteger(start) ? start : 1;
}

/** The attributes as the domain keeps them, or null where one is refused. A statement may wait for its speaker. */
export function kept(name: string, given: unknown): Attrs | null {
  if (typeof given !== 'object' || given === null) return null;
  const values: Record<string, unknown> = {};
  for (const [key, attribute] of Object.entries(nodeAttributes[name] ?? {})) {
    const value = Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined;
    if (key === 'speaker' && value === '') values[key] = '';
    else {
      const read = readOne(attribute, value);
      if (read === undefined) return null;
      values[key] = read;
    }
  }
  return values;
}

function readOne(attribute: Attribute, value: unknown): unknown {
  if (value === undefined) return attribute.default;
  const reading = attribute.read(value);
  return 'fault' in reading ? undefined : reading.value;
}

function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
