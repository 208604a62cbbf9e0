import type { Editor } from '@tiptap/core';
import { getMarkRange } from '@tiptap/core';
import { useState } from 'react';
import { checkLink } from '../../../../domain/links.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';
import { newUndoStep } from '../undo-step.ts';
import { AddressForm } from './address-form.tsx';

type Props = { editor: Editor; onClose(): void };

/** Where the selected words lead, or those of the link the caret is in; without either, the address is written out. */
export function LinkPanel({ editor, onClose }: Props) {
  const { say } = useWords();
  const { state } = editor;
  const type = state.schema.marks['link']!;
  const [range] = useState(
    () => getMarkRange(state.selection.$from, type) ?? { from: state.selection.from, to: state.selection.to },
  );
  const current = (editor.getAttributes('link')['href'] as string | undefined) ?? '';

  const set = (typed: string): void => {
    const href = checkLink(typed);
    if (href === null) return;
    const { tr, schema } = editor.state;
    const link = type.create({ href });
    newUndoStep(editor.state);
    if (range.from === range.to) tr.insert(range.from, schema.text(typed.trim(), [link]));
    else tr.removeMark(range.from, range.to, type).addMark(range.from, range.to, link);
    editor.view.dispatch(tr.removeStoredMark(type));
    onClose();
  };
  const remove = (): void => {
    newUndoStep(editor.state);
    editor.view.dispatch(editor.state.tr.removeMark(range.from, range.to, type));
    onClose();
  };
  return (
    <AddressForm
      label={say('editor.linkTo')}
      act={say('editor.linkSet')}
      value={current}
      faultOf={(typed) => (checkLink(typed) === null ? say('editor.notALink') : null)}
      onSet={set}
      onClose={onClose}
    >
      {current !== '' && (
        <Button small kind="quiet" onClick={remove}>
          {say('editor.linkRemove')}
        </Button>
      )}
    </AddressForm>
  );
}
