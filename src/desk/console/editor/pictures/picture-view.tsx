import './pictures.css';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { lazy, Suspense, useState } from 'react';
import type { ImageAttributes } from '../../../../domain/document.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useWords } from '../../words/words.tsx';
import { useRoom } from '../room-context.ts';
import { PictureFields } from './picture-fields.tsx';
import { useMedia } from './use-media.ts';

/** What is framed is kept by the newsroom, and so it comes from there when it is asked for. */
const Framing = lazy(async () => ({ default: (await import('./framing.tsx')).Framing }));

/** A picture in the text: as readers see it, with its words under it and what can be done to it. */
export function PictureView({ node, editor, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { say } = useWords();
  const room = useRoom();
  const attrs = node.attrs as ImageAttributes;
  const here = useMedia(attrs.src);
  const { media } = here;
  const skipped = media?.altSkipped ?? null;
  const isMissing = (attrs.alt ?? media?.alt ?? null) === null && skipped === null;
  const [isOpen, setOpen] = useState(isMissing);
  const [isFraming, setFraming] = useState(false);
  const largest = media?.renditions.findLast(({ type }) => type === 'image/webp') ?? media?.renditions.at(-1);

  const failed = (error: unknown): void =>
    room.told.set({ sentence: error instanceof Error ? error.message : say('editor.uploadFailed') });

  return (
    <NodeViewWrapper as="figure" className="picture-edited" contentEditable={false}>
      <div className="picture-frame" data-drag-handle="">
        {largest ? (
          <img
            src={largest.url}
            alt={attrs.alt ?? ''}
            width={largest.width}
            height={largest.height}
            draggable={false}
          />
        ) : (
          <div className="picture-none">
            <Icon name="image" large />
            <bdi>{attrs.alt ?? attrs.caption ?? say('editor.picture')}</bdi>
          </div>
        )}
      </div>
      {isFraming && media && largest ? (
        <Suspense fallback={null}>
          <Framing
            media={media}
            url={largest.url}
            onKeep={async (patch) => {
              const changed = await here.change(patch).catch(failed);
              if (changed) updateAttributes({ width: changed.shown.width, height: changed.shown.height });
              setFraming(false);
            }}
            onCancel={() => setFraming(false)}
          />
        </Suspense>
      ) : (
        <figcaption className={selected ? 'is-selected' : ''}>
          {isOpen ? (
            <PictureFields
              attrs={attrs}
              media={media}
              onChange={updateAttributes}
              onSkip={(altSkipped) => void here.change({ altSkipped }).catch(failed)}
              onDone={() => {
                setOpen(false);
                editor.view.focus();
              }}
            />
          ) : (
            <p className="picture-words">
              {attrs.caption && <bdi>{attrs.caption}</bdi>}
              {attrs.credit && (
                <span className="picture-credit">{say('editor.photoBy', { credit: attrs.credit })}</span>
              )}
            </p>
          )}
          {editor.isEditable && (
            <div className="picture-acts">
              {!isOpen && (
                <Button small icon="edit" onClick={() => setOpen(true)}>
                  {say('editor.pictureWords')}
                </Button>
              )}
              {media && (
                <Button small kind="quiet" icon="crop" onClick={() => setFraming(true)}>
                  {say('editor.framePicture')}
                </Button>
              )}
              <Button small kind="quiet" icon="trash" onClick={deleteNode}>
                {say('editor.removePicture')}
              </Button>
              {isMissing && !isOpen && <span className="alt-missing">{say('editor.altMissing')}</span>}
            </div>
          )}
        </figcaption>
      )}
    </NodeViewWrapper>
  );
}
