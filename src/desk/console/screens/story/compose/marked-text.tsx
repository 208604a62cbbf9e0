import { useRef, type ComponentProps, type KeyboardEvent } from 'react';
import type { DeskMark, MarkedField } from '../../../../../domain/desk/mark.ts';
import { announce } from '../../../kit/announcements.ts';
import { isPressed } from '../../../kit/key-names.ts';
import { useToasts } from '../../../kit/toast-store.ts';
import { useWords } from '../../../words/words.tsx';
import type { Marks } from '../net/use-marks.ts';
import { FieldMarks } from './field-marks.tsx';
import { SharedText } from './shared-text.tsx';
import { placeOfWords, putWords } from './words-in-text.ts';

type Props = ComponentProps<typeof SharedText> & {
  /** Which part of the draft this is. */
  field: MarkedField;
  marks: Marks;
  /** Kinds that are told otherwise here. */
  but?: DeskMark['kind'];
};

/** A field of one line with what the desk noticed in it: a reason each, one key to settle it, one to leave it. */
export function MarkedText({ field, marks, but, ...shared }: Props) {
  const { say } = useWords();
  const toasts = useToasts();
  const place = useRef<HTMLDivElement>(null);
  const { text, readOnly = false } = shared;
  const here = marks.shown.filter(
    (mark) => mark.field === field && mark.kind !== but && placeOfWords(text.toJSON(), mark) !== null,
  );
  const toField = (): void => place.current?.querySelector('textarea')?.focus();
  const settle = (mark: DeskMark, replacement: string): void => {
    const at = placeOfWords(text.toJSON(), mark);
    if (at === null || readOnly) return;
    putWords(text, at, mark.words, replacement);
    marks.settle(mark);
    toasts.show(say('editor.markSettled', { words: replacement }), {
      undo: () => putWords(text, at, replacement, mark.words),
    });
    toField();
  };
  const dismiss = (mark: DeskMark): void => {
    marks.dismiss(mark);
    announce(say('editor.markDismissed'));
    toField();
  };
  const press = (event: KeyboardEvent): void => {
    const [first] = here;
    if (!first || event.defaultPrevented) return;
    const [replacement] = first.replacements ?? [];
    if (isPressed(event, 'Alt+Enter') && replacement !== undefined) settle(first, replacement);
    else if (isPressed(event, 'Alt+Backspace') && !first.blocks) dismiss(first);
    else return;
    event.preventDefault();
    // Enter alone means something else in it.
    event.stopPropagation();
  };
  return (
    <div className="marked-text" ref={place} onKeyDownCapture={press}>
      <SharedText {...shared} />
      <FieldMarks marks={here} onSettle={settle} onDismiss={dismiss} />
    </div>
  );
}
