import './embed.css';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { EmbedJSON } from '../../../../domain/document.ts';
import { checkLink, hostOf, WEB_SCHEMES } from '../../../../domain/links.ts';
import { playerOf } from '../../../../render/players.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useWords } from '../../words/words.tsx';
import { PlainField } from '../statement/plain-field.tsx';

/** Something that lies elsewhere, as the card readers see; nothing is asked of the other host. */
export function EmbedView({ node, editor, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { say } = useWords();
  const { url, title, provider } = node.attrs as EmbedJSON['attrs'];
  const address = checkLink(url, WEB_SCHEMES);
  const player = address === null ? null : playerOf(address);
  const back = (): void => editor.view.focus();
  return (
    <NodeViewWrapper as="figure" className="embed-edited" contentEditable={false}>
      <div className="embed-card">
        <Icon name={player ? 'play' : 'external'} large />
        <div className="embed-told">
          <bdi className="embed-title">{title ?? url}</bdi>
          <bdi className="embed-provider">{provider ?? (address === null ? '' : hostOf(address))}</bdi>
          {player && (
            <span className="embed-note">{say('editor.embedPlays', { host: new URL(player.src).host })}</span>
          )}
        </div>
      </div>
      {editor.isEditable && (
        <div className="embed-fields editor-form">
          <PlainField
            label={say('editor.embedTitle')}
            value={title ?? ''}
            onChange={(value) => updateAttributes({ title: value === '' ? null : value })}
            onDone={back}
          />
          <PlainField
            label={say('editor.embedProvider')}
            value={provider ?? ''}
            onChange={(value) => updateAttributes({ provider: value === '' ? null : value })}
            onDone={back}
          />
          <Button small kind="quiet" icon="trash" onClick={deleteNode}>
            {say('editor.removePicture')}
          </Button>
        </div>
      )}
    </NodeViewWrapper>
  );
}
