import * as Y from 'yjs';
import type { DocumentJSON } from '../../domain/document.ts';

/** Elements within elements beyond which nothing is read: no document of ours is so deep. */
const DEEPEST = 50;

type NodeJSON = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJSON[];
  text?: string;
  marks?: object[];
};
type Piece = { insert: unknown; attributes?: Record<string, unknown> };

/** The body as ProseMirror's JSON, as y-tiptap lays it into Yjs; what is of no such form is left out. */
export function bodyOf(body: Y.XmlFragment): DocumentJSON {
  return { type: 'doc', content: nodesIn(body, 0) } as unknown as DocumentJSON;
}

/** Whether JSON has a form for it: Yjs carries more, such as integers of any size. */
export function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

function nodesIn(parent: Y.XmlFragment, depth: number): NodeJSON[] {
  if (depth > DEEPEST) return [];
  return parent.toArray().flatMap((child): NodeJSON[] => {
    if (child instanceof Y.XmlText) return textsIn(child);
    return child instanceof Y.XmlElement ? [elementOf(child, depth)] : [];
  });
}

function elementOf(element: Y.XmlElement, depth: number): NodeJSON {
  const given = Object.entries(element.getAttributes() as Record<string, unknown>);
  const attrs = Object.fromEntries(given.filter(([, value]) => isJson(value)));
  const content = nodesIn(element, depth + 1);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

function textsIn(text: Y.XmlText): NodeJSON[] {
  return (text.toDelta() as Piece[]).flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return [];
    const marks = Object.entries(attributes ?? {}).map(([name, attrs]) => ({ type: markOf(name), attrs }));
    return [{ type: 'text', text: insert, ...(attributes && { marks }) }];
  });
}

/** Marks that may stand twice on one text are told apart by a hash behind their name. */
const markOf = (name: string): string => /^(.*)--[\w+/=]{8}$/.exec(name)?.[1] ?? name;
