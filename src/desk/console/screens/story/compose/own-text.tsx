import { BodyEditor, type BodyEditorProps } from '../../../editor/body-editor.tsx';
import { useSession } from '../../../net/session.ts';

type Props = Pick<BodyEditorProps, 'doc' | 'media' | 'label' | 'placeholder' | 'onSubmit'> &
  Partial<Pick<BodyEditorProps, 'names'>>;

const noNames = async (): Promise<[]> => [];

/** Where a text is written that one person has for themselves, and that is looked at by nothing. */
export function OwnText(given: Props) {
  const { person } = useSession();
  return (
    <BodyEditor
      field="body"
      awareness={null}
      person={{ id: person.id, name: person.name }}
      editable
      marks={[]}
      onSettle={() => undefined}
      onDismiss={() => undefined}
      names={noNames}
      {...given}
    />
  );
}
