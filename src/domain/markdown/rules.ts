import type MarkdownIt from 'markdown-it';
import { fencesAsCode } from './fence.ts';
import { imagesAsBlocks } from './image.ts';
import { addressesAsEmbeds } from './embed.ts';
import { plainForeignLinks } from './link.ts';
import { quotationsAsStatements } from './statement.ts';

/** What our markdown means beyond CommonMark, as steps over its tokens. */
export function newsroomRules(markdown: MarkdownIt): void {
  const steps = [fencesAsCode, plainForeignLinks, imagesAsBlocks, addressesAsEmbeds, quotationsAsStatements];
  for (const step of steps) {
    markdown.core.ruler.push(step.name, (state) => {
      state.tokens = step(state.tokens);
    });
  }
}
