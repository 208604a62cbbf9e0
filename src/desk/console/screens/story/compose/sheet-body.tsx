import { useCallback, type ComponentProps } from 'react';
import { BodyEditor } from '../../../editor/body-editor.tsx';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { Unplaced } from '../../../editor/props.ts';
import type { Marks } from '../net/use-marks.ts';
import type { Refused } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import { FieldFault } from './field-fault.tsx';
import { noteUnplaced } from './unplaced.ts';
import { useHold } from './use-hold.ts';

type Props = {
  connection: DraftConnection;
  marks: Marks;
  refused: Refused | null;
} & Pick<ComponentProps<typeof BodyEditor>, 'editable' | 'label' | 'placeholder' | 'takesFocus' | 'onSubmit'>;

/** The text of a sheet, as all who have the draft open write it, and what is wrong with it. */
export function SheetBody({ connection: { doc, awareness, draftId }, marks, refused, ...given }: Props) {
  const { me, gate, names } = useStoryDesk();
  const hold = useHold(draftId);
  const onUnplaced = useCallback(
    (pictures: Unplaced) => noteUnplaced(draftId, 'body', pictures, hold),
    [draftId, hold],
  );
  return (
    <div className="sheet-body">
      <BodyEditor
        doc={doc}
        field="body"
        awareness={awareness}
        person={{ id: me.id, name: me.name }}
        marks={marks.shown}
        onSettle={marks.settle}
        onDismiss={marks.dismiss}
        names={names}
        media={gate}
        onUnplaced={onUnplaced}
        {...given}
      />
      <FieldFault refused={refused} part="body" />
    </div>
  );
}
