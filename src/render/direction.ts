import { attribute } from './html.ts';
import type { Html } from './html.ts';

type AnyNode = { type: string; text?: string; content?: readonly AnyNode[] };

/** Hebrew, Arabic and the further right-to-left blocks (Unicode DerivedBidiClass, R and AL). */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The `dir` of a list or quotation, from its first letter: `dir="auto"` would not do, since it does not look into
 * paragraphs that have a `dir` of their own (HTML §3.2.6.4).
 */
export function directionOf(block: AnyNode): Html {
  const letter = firstLetter(block);
  return attribute('dir', letter === null ? null : RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr');
}

function firstLetter(node: AnyNode): string | null {
  const letter = node.text === undefined ? null : /\p{L}/u.exec(node.text);
  if (letter) return letter[0];
  for (const child of node.content ?? []) {
    const found = firstLetter(child);
    if (found !== null) return found;
  }
  return null;
}
