import { useId } from 'react';
import type { DeskMark } from '../../../../../domain/desk/mark.ts';
import { MarkActs } from '../../../editor/margin/mark-acts.tsx';
import { reasonOf } from '../../../editor/margin/reason.ts';
import { useWords } from '../../../words/words.tsx';
import '../../../editor/margin/margin.css';

export type FieldMarksProps = {
  marks: readonly DeskMark[];
  onSettle: (mark: DeskMark, replacement: string) => void;
  onDismiss: (mark: DeskMark) => void;
};

/** What the desk noticed in a field of one line, under it. The keys are those of the text; they act on the first card. */
export function FieldMarks({ marks, onSettle, onDismiss }: FieldMarksProps) {
  const { say } = useWords();
  if (marks.length === 0) return null;
  return (
    <aside className="field-marks" aria-label={say('editor.margin')}>
      {marks.map((mark, at) => (
        <FieldMark key={mark.id} mark={mark} first={at === 0} onSettle={onSettle} onDismiss={onDismiss} />
      ))}
    </aside>
  );
}

type FieldMarkProps = Pick<FieldMarksProps, 'onSettle' | 'onDismiss'> & { mark: DeskMark; first: boolean };

function FieldMark({ mark, first, onSettle, onDismiss }: FieldMarkProps) {
  const speech = useWords();
  const id = useId();
  return (
    <section className={`mark-card mark-card-${mark.kind}`} aria-labelledby={id}>
      <strong id={id} dir="auto">
        {mark.words}
      </strong>
      <p className="mark-reason">{reasonOf(speech, mark)}</p>
      <MarkActs
        mark={mark}
        keyed={first}
        onSettle={(replacement) => onSettle(mark, replacement)}
        onDismiss={() => onDismiss(mark)}
      />
    </section>
  );
}
