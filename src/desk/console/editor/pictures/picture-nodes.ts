import type { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { nodeExtension } from '../schema-extensions.ts';
import { GalleryView } from './gallery-view.tsx';
import { PictureView } from './picture-view.tsx';

/** Pictures and galleries as they are edited. */
export const pictureNodes = (): Record<'image' | 'gallery', Node> => ({
  image: nodeExtension('image').extend({ addNodeView: () => ReactNodeViewRenderer(PictureView) }),
  gallery: nodeExtension('gallery').extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) }),
});
