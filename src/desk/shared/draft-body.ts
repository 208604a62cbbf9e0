import { Fragment, Mark, type Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { emptyDocument, type DocumentJSON } from '../../domain/document.ts';
import { draftSchema, markAttributesIn, nodeAttributesIn } from './draft-schema.ts';

/** Elements within elements beyond which nothing is read, and no words are taken: no document of ours is so deep. */
export const DEEPEST = 50;

type Piece = { insert: unknown; attributes?: Record<string, unknown> };
/** Hears of what has no place in a document. */
type LeftOut = (lying: Y.XmlElement | Y.XmlText) => void;

/**
 * The body as ProseMirror's JSON, as y-tiptap lays it into Yjs. Whatever lies there, what comes out is a document of
 * `draftSchema`: two people may have taken a quote's paragraphs one each, and a browser not ours may write anything. What has no
 * place in one is left out with all it holds, just as the editor's binding takes it out for everybody.
 */
export function bodyOf(body: Y.XmlFragment): DocumentJSON {
  const blocks = blocksIn(body);
  if (blocks.length === 0) return emptyDocument();
  // A copy: ProseMirror's attributes have no prototype.
  const json = JSON.stringify(draftSchema.node('doc', null, blocks).toJSON());
  const document: DocumentJSON = JSON.parse(json, withPictures);
  return document;
}

/** A gallery that waits for its pictures is kept: it is refused where it is published. */
const withPictures = (_: string, node: { type?: string; content?: object[] } | null): unknown =>
  node?.type === 'gallery' ? { ...node, content: node.content ?? [] } : node;

/** What lies in the body and is left out of its document: each element and text by itself, told so that it can be compared. */
export function leftOutOf(body: Y.XmlFragment): Set<string> {
  const found = new Set<string>();
  blocksIn(body, (lying) => {
    for (const one of told(lying, 0)) found.add(one);
  });
  return found;
}

/** Whether JSON has a form for it: Yjs carries more, such as integers of any size. */
export function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

function blocksIn(body: Y.XmlFragment, leaveOut: LeftOut = () => undefined): Node[] {
  const { contentMatch } = draftSchema.topNodeType;
  return body.toArray().flatMap((child: unknown): Node[] => {
    if (!(child instanceof Y.XmlElement)) return [];
    const node = nodeOf(child, 0, leaveOut);
    if (!node) return [];
    if (contentMatch.matchType(node.type)) return [node];
    leaveOut(child);
    return [];
  });
}

function nodeOf(element: Y.XmlElement, depth: number, leaveOut: LeftOut): Node | null {
  try {
    if (depth > DEEPEST) throw new RangeError('too deep');
    const { nodeName: name } = element;
    // ProseMirror would make one that has no words.
    if (name === 'text') throw new RangeError('text is no element');
    const content = element.toArray().flatMap((child: unknown): Node[] => {
      if (child instanceof Y.XmlText) return textsIn(child, leaveOut);
      const node = child instanceof Y.XmlElement ? nodeOf(child, depth + 1, leaveOut) : null;
      return node ? [node] : [];
    });
    const attributes = nodeAttributesIn(name, element.getAttributes());
    return draftSchema.node(name, attributes, Fragment.fromArray(content));
  } catch {
    leaveOut(element);
    return null;
  }
}

function textsIn(text: Y.XmlText, leaveOut: LeftOut): Node[] {
  const pieces = (text.toDelta() as Piece[]).filter(({ insert }) => typeof insert === 'string');
  try {
    return pieces.map(({ insert, attributes }) => draftSchema.text(String(insert), marksOf(attributes)));
  } catch {
    leaveOut(text);
    return [];
  }
}

function marksOf(attributes: Record<string, unknown> = {}): readonly Mark[] {
  const marks = Object.entries(attributes).map(([key, given]) => {
    const name = markOf(key);
    return draftSchema.mark(name, markAttributesIn(name, given));
  });
  return marks.reduce((set, mark) => mark.addToSet(set), Mark.none);
}

/** Marks that may stand twice on one text are told apart by a hash behind their name. */
const markOf = (name: string): string => /^(.*)--[\w+/=]{8}$/.exec(name)?.[1] ?? name;

function told(lying: unknown, depth: number): string[] {
  if (lying instanceof Y.XmlText) return [`"${wordsIn(lying)}"`];
  if (!(lying instanceof Y.XmlElement) || depth > DEEPEST) return [];
  const attributes = Object.entries(lying.getAttributes()).filter(([, value]) => isJson(value));
  const within = lying.toArray().flatMap((child: unknown) => told(child, depth + 1));
  return [`${lying.nodeName} ${JSON.stringify(attributes)}`, ...within];
}

const wordsIn = (text: Y.XmlText): string =>
  (text.toDelta() as Piece[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
