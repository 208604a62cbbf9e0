import type MarkdownIt from 'markdown-it';
import { NODES_MAX } from '../document/limits.ts';
import { fencesAsCode } from './fence.ts';
import { imagesAsBlocks } from './image.ts';
import { addressesAsEmbeds } from './embed.ts';
import { plainForeignLinks } from './link.ts';
import { quotationsAsStatements } from './statement.ts';

/** There are more blocks than a document may have nodes. */
export class TooManyBlocks extends Error {
  override name = 'TooManyBlocks';
}

/** What our markdown means beyond CommonMark, as steps over its tokens. */
export function newsroomRules(markdown: MarkdownIt): void {
  // Found out once all was made, it would have kept everybody waiting.
  markdown.core.ruler.after('block', 'few_enough', ({ tokens }) => {
    let blocks = 0;
    for (const { nesting, type } of tokens) if (nesting === 1 || type === 'hr') blocks += 1;
    if (blocks > NODES_MAX) throw new TooManyBlocks();
  });
  const steps = [fencesAsCode, plainForeignLinks, imagesAsBlocks, addressesAsEmbeds, quotationsAsStatements];
  for (const step of steps) {
    markdown.core.ruler.push(step.name, (state) => {
      state.tokens = step(state.tokens);
    });
  }
}
