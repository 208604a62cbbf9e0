import type { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { nodeExtension } from '../schema-extensions.ts';
import { EmbedView } from './embed-view.tsx';

/** The card of something elsewhere, as it is edited. */
export const embedNode = (): Node =>
  nodeExtension('embed').extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) });
