import type * as Y from 'yjs';
import type { BodyEditorProps } from '../../editor/body-editor.tsx';
import { BodyEditor } from '../../editor/body-editor.tsx';
import { useSession } from '../../net/session.ts';
import type { mediaGate } from '../story/net/media-gate.ts';

type Props = Pick<BodyEditorProps, 'label' | 'placeholder' | 'onSubmit'> & {
  doc: Y.Doc;
  gate: ReturnType<typeof mediaGate>;
};

/** Where the text of a page is written: by one person, and looked at by nothing. */
export function PageText({ doc, gate, ...more }: Props) {
  const { person } = useSession();
  return (
    <BodyEditor
      doc={doc}
      field="body"
      awareness={null}
      person={{ id: person.id, name: person.name }}
      editable
      marks={[]}
      onSettle={() => undefined}
      onDismiss={() => undefined}
      names={async () => []}
      media={gate}
      {...more}
    />
  );
}
