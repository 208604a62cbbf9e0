import { Schema } from 'prosemirror-model';
import type { AttributeSpec, MarkSpec, NodeSpec, NodeType } from 'prosemirror-model';
import { detailOf } from '../faults.ts';
import * as kind from './attributes.ts';
import type { Attribute } from './attributes.ts';

type Attributes = Record<string, Attribute>;

const NAME_MAX = 200;
const CAPTION_MAX = 2_000;

/** The attributes of every node that has any. */
export const nodeAttributes: Record<string, Attributes> = {
  heading: { level: kind.withDefault(2, kind.whole(2, 4)) },
  ordered_list: { start: kind.withDefault(1, kind.whole(0, 999_999_999)) },
  statement: {
    speaker: kind.name(NAME_MAX),
    role: kind.optional(kind.name(NAME_MAX)),
    outlet: kind.optional(kind.name(NAME_MAX)),
    medium: kind.optional(kind.name(NAME_MAX)),
    interpreter: kind.optional(kind.name(NAME_MAX)),
    link: kind.optional(kind.link),
    lang: kind.optional(kind.language),
  },
  image: {
    src: kind.imageSource,
    alt: kind.text(CAPTION_MAX),
    caption: kind.text(CAPTION_MAX),
    credit: kind.optional(kind.name(NAME_MAX)),
    width: kind.optional(kind.whole(1, 65_535)),
    height: kind.optional(kind.whole(1, 65_535)),
  },
  gallery: { caption: kind.text(CAPTION_MAX) },
  embed: {
    url: kind.webAddress,
    title: kind.optional(kind.name(NAME_MAX)),
    provider: kind.optional(kind.name(NAME_MAX)),
  },
};

export const markAttributes: Record<string, Attributes> = {
  link: { href: kind.link, title: kind.optional(kind.name(NAME_MAX)) },
};

/** The body of an update or a lead, in ProseMirror's conventional names. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    heading: node('heading', { group: 'block', content: 'inline*', defining: true }),
    bullet_list: { group: 'block', content: 'list_item+' },
    ordered_list: node('ordered_list', { group: 'block', content: 'list_item+' }),
    list_item: { content: 'paragraph block*', defining: true },
    blockquote: { group: 'block', content: 'block+', defining: true },
    statement: node('statement', { group: 'block', content: 'paragraph+', defining: true, isolating: true }),
    image: node('image', { group: 'block', draggable: true }),
    // Not `image+`: ProseMirror would have to be able to make a picture up. `needsContent` says it for the gate.
    gallery: node('gallery', {
      group: 'block',
      content: 'image*',
      needsContent: true,
      defining: true,
      isolating: true,
    }),
    embed: node('embed', { group: 'block', draggable: true }),
    horizontal_rule: { group: 'block' },
    text: { group: 'inline' },
    hard_break: { group: 'inline', inline: true, selectable: false, leafText: () => '\n' },
  },
  marks: {
    link: mark('link', { inclusive: false }),
    strong: {},
    em: {},
    strike: {},
    code: { code: true },
  },
});

/** Whether a node of this type may stand there with nothing in it. */
export function mayBeEmpty({ contentMatch, spec: given }: NodeType): boolean {
  return contentMatch.validEnd && given['needsContent'] !== true;
}

function node(type: string, shape: NodeSpec): NodeSpec {
  return { ...shape, attrs: specs(nodeAttributes[type] ?? {}) };
}

function mark(type: string, shape: MarkSpec): MarkSpec {
  return { ...shape, attrs: specs(markAttributes[type] ?? {}) };
}

function specs(attributes: Attributes): Record<string, AttributeSpec> {
  return Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, spec(attribute)]));
}

/** ProseMirror wants a throw, and an absent `default` where the attribute is required. */
function spec(attribute: Attribute): AttributeSpec {
  const validate = (value: unknown): void => {
    const reading = attribute.read(value);
    if ('fault' in reading) throw new RangeError(detailOf(reading.fault));
  };
  return attribute.default === undefined ? { validate } : { validate, default: attribute.default };
}
