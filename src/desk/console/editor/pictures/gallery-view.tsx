import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';
import { TextField } from './text-field.tsx';

/** Pictures that belong together, with a caption for all of them. */
export function GalleryView({ node, editor, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { say } = useWords();
  const caption = node.attrs['caption'] as string | null;
  return (
    <NodeViewWrapper
      as="figure"
      className="gallery-edited"
      aria-label={say('editor.gallery', { n: node.childCount })}
      role="group"
    >
      <NodeViewContent className="gallery-pictures" />
      <figcaption contentEditable={false} className="editor-form">
        <TextField
          label={say('editor.galleryCaption')}
          value={caption ?? ''}
          disabled={!editor.isEditable}
          onChange={(value) => updateAttributes({ caption: value.trim() === '' ? null : value })}
        />
        {editor.isEditable && (
          <Button small kind="quiet" icon="trash" onClick={deleteNode}>
            {say('editor.removeGallery')}
          </Button>
        )}
      </figcaption>
    </NodeViewWrapper>
  );
}
