import type { DocumentJSON } from '../document.ts';
import { wordsIn } from './words.ts';

/** An outlet as it is told apart, and as it was first written. */
export type Outlet = { key: string; name: string };

type AnyNode = { type: string; attrs?: object; content?: readonly AnyNode[] };

/** The outlets a document's statements name, each once, in order. "NBC" and "nbc" are one. */
export function outletsIn(document: DocumentJSON): Outlet[] {
  const found = new Map<string, Outlet>();
  const look = (node: AnyNode): void => {
    const { outlet } = (node.attrs ?? {}) as { outlet?: unknown };
    if (node.type === 'statement' && typeof outlet === 'string') {
      const key = outletKey(outlet);
      if (!found.has(key)) found.set(key, { key, name: outlet });
    }
    node.content?.forEach(look);
  };
  look(document);
  return [...found.values()];
}

/** Characters of a key: an index bears no more, and a name unfolds to at most some times its length. */
const KEY_MAX = 200;

/** How an outlet's name is told apart: by its words alone. A name without any is its own key. */
export function outletKey(name: string): string {
  const words = [...wordsIn(name)].map(({ word }) => word).join(' ') || name.trim();
  return [...words].slice(0, KEY_MAX).join('');
}
