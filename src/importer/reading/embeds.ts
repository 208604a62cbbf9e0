import type { Block } from '../flat-post.ts';
import { readSignature } from './tweets.ts';

/**
 * Marks embedded posts: a block that ends with a signature ("— Name (@handle) date"), and the block above a
 * signature that stands alone. What is marked is somebody else's words: no marker, headline or byline in it counts.
 */
export function markEmbeds(blocks: readonly Block[]): readonly Block[] {
  const marked = blocks.map((block) => ({ ...block }));
  for (const [at, block] of marked.entries()) {
    const found = block.kind === 'tweet' ? null : readSignature(block.text);
    if (found === null) continue;
    const above = marked[at - 1];
    if (
      found.before === '' &&
      above &&
      above.kind !== 'rule' &&
      above.kind !== 'heading' &&
      readSignature(above.text) === null
    ) {
      marked[at - 1] = { ...above, kind: 'tweet' };
    }
    marked[at] = { ...block, kind: 'tweet' };
  }
  return marked;
}
