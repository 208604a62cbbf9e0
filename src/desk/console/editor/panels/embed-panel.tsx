import type { Editor } from '@tiptap/core';
import { checkLink, WEB_SCHEMES } from '../../../../domain/links.ts';
import { useWords } from '../../words/words.tsx';
import { insertEmbed } from '../embed/insert-embed.ts';
import { AddressForm } from './address-form.tsx';

/** What lies elsewhere, to stand in the text as a card. */
export function EmbedPanel({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { say } = useWords();
  return (
    <AddressForm
      label={say('editor.embedAddress')}
      act={say('editor.embedSet')}
      value=""
      faultOf={(typed) => (checkLink(typed, WEB_SCHEMES) === null ? say('editor.notAWebAddress') : null)}
      onSet={(typed) => {
        insertEmbed(editor.view, checkLink(typed, WEB_SCHEMES)!);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
