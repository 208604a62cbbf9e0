import { mediaIdIn } from '../media.ts';
import type { BlockJSON, DocumentJSON, ImageAttributes } from './json.ts';

/** A picture of ours in a document: `pointer` (RFC 6901) leads to its node. */
export type OwnPicture = { mediaId: string; attrs: ImageAttributes; pointer: string };

/** Every picture of ours that stands in a document, in its order. */
export function ownPictures({ content }: DocumentJSON): OwnPicture[] {
  return inBlocks(content, '');
}

/** Their ids alone. */
export const picturesIn = (document: DocumentJSON): string[] =>
  ownPictures(document).map(({ mediaId }) => mediaId);

type Walked = { type: string; attrs?: unknown; content?: Walked[] };

function inBlocks(blocks: readonly (BlockJSON | Walked)[], above: string): OwnPicture[] {
  return blocks.flatMap((block, index): OwnPicture[] => {
    const pointer = `${above}/content/${index}`;
    if (block.type !== 'image') return inBlocks((block as Walked).content ?? [], pointer);
    const attrs = (block as { attrs: ImageAttributes }).attrs;
    const mediaId = mediaIdIn(attrs.src);
    return mediaId === null ? [] : [{ mediaId, attrs, pointer }];
  });
}
