import type { EditorView } from '@tiptap/pm/view';
import { TextSelection } from '@tiptap/pm/state';
import { useId } from 'react';
import type { DeskMark } from '../../../../domain/desk/mark.ts';
import { useWords } from '../../words/words.tsx';
import type { EditorRoom } from '../room.ts';
import { MarkActs } from './mark-acts.tsx';
import { dismiss, placesIn, settle } from './marks.ts';
import { reasonOf } from './reason.ts';

type Props = { mark: DeskMark; isHere: boolean; view: EditorView; room: EditorRoom };

/** One thing the desk noticed: why, and what can be done about it by one press. */
export function MarkCard({ mark, isHere, view, room }: Props) {
  const speech = useWords();
  const { say } = speech;
  const id = useId();
  const toWords = (): void => {
    const place = placesIn(view.state).find((one) => one.mark.id === mark.id);
    if (!place) return;
    view.dispatch(
      view.state.tr.setSelection(TextSelection.create(view.state.doc, place.to)).scrollIntoView(),
    );
    view.focus();
  };
  return (
    <section
      className={`mark-card mark-card-${mark.kind}${isHere ? ' is-here' : ''}${mark.blocks ? ' is-blocking' : ''}`}
      aria-labelledby={id}
    >
      <button type="button" className="mark-words" id={id} onClick={toWords} title={say('editor.markShow')}>
        <bdi>{mark.words}</bdi>
      </button>
      <p className="mark-reason">{reasonOf(speech, mark)}</p>
      <MarkActs
        mark={mark}
        keyed={isHere}
        onSettle={(replacement) => {
          settle(view, room, mark, replacement);
          view.focus();
        }}
        onDismiss={() => {
          dismiss(room, mark);
          view.focus();
        }}
      />
    </section>
  );
}
