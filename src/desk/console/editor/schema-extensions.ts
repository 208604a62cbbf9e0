import { Mark, Node, type Attributes, type Extensions } from '@tiptap/core';
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model';
import { draftSchema } from '../../shared/draft-schema.ts';
import { markDom, nodeDom } from './dom.ts';
import { markRules, nodeRules } from './parse-rules.ts';

/**
 * The domain's schema as TipTap takes it: one extension for each node and mark, made from what
 * `domain/document/schema.ts` says, so that there is one schema and not two. What is added is how they look.
 */
export function schemaExtensions(views: Partial<Record<string, Node>> = {}): Extensions {
  const nodes = Object.keys(draftSchema.nodes).map((name) => views[name] ?? nodeExtension(name));
  return [...nodes, ...Object.keys(draftSchema.marks).map(markExtension)];
}

/** One node, to be extended with a view of its own. */
export function nodeExtension(name: string): Node {
  const spec: NodeSpec = draftSchema.nodes[name]!.spec;
  const { content, group, inline, selectable, draggable, defining, isolating, leafText, ...rest } = spec;
  const dom = nodeDom[name];
  return Node.create({
    name,
    topNode: name === 'doc',
    ...present({ content, group, inline, selectable, draggable, defining, isolating }),
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => nodeRules[name] ?? [],
    ...(dom && { renderHTML: ({ node }) => dom(node) }),
    ...(leafText && { renderText: ({ node }) => leafText(node) }),
    extendNodeSchema: (extension) =>
      extension.name === name ? present({ leafText, needsContent: rest['needsContent'] }) : {},
  });
}

function markExtension(name: string): Mark {
  const { inclusive, code, attrs }: MarkSpec = draftSchema.marks[name]!.spec;
  const dom = markDom[name]!;
  return Mark.create({
    name,
    ...present({ inclusive, code }),
    addAttributes: () => attributesOf(attrs),
    parseHTML: () => markRules[name] ?? [],
    renderHTML: ({ mark }) => dom(mark),
  });
}

/** TipTap would read and write every attribute by its name; ours are read by their rules and written by `dom.ts`. */
function attributesOf(attributes: Record<string, AttributeSpec> = {}): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { default: given }]) => [
      name,
      { default: given as unknown, rendered: false, parseHTML: () => null },
    ]),
  );
}

function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
