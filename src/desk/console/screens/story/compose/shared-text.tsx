import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type * as Y from 'yjs';
import { caretAfter, spliceOf } from './splice.ts';
import './shared-text.css';

/** Where the words of this very field come from, so that it does not answer itself. */
const HERE = Symbol('typed in this field');

/**
 * One line of a draft that several people may write in at once: a headline, a dek. It grows with its words;
 * `onDone` is called at Enter, which makes no second line.
 */
export function SharedText({
  text,
  label,
  placeholder,
  className,
  readOnly = false,
  invalid = false,
  autoFocus = false,
  describedBy,
  onDone,
}: {
  text: Y.Text;
  label: string;
  placeholder?: string;
  className?: string;
  readOnly?: boolean;
  invalid?: boolean;
  autoFocus?: boolean;
  describedBy?: string | undefined;
  onDone?: () => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    const area = field.current;
    if (area) area.value = text.toJSON();
    const hear = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
      if (area && origin !== HERE) follow(area, text, event);
    };
    text.observe(hear);
    return () => text.unobserve(hear);
  }, [text]);

  const type = (): void => {
    const area = field.current;
    if (!area) return;
    const words = area.value.replaceAll(/\s*\n\s*/g, ' ');
    if (words !== area.value) area.value = words;
    const splice = spliceOf(text.toJSON(), words, area.selectionEnd);
    if (!splice) return;
    text.doc?.transact(() => {
      text.delete(splice.at, splice.remove);
      text.insert(splice.at, splice.insert);
    }, HERE);
  };

  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onDone?.();
  };

  return (
    <span className="shared-text">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={1}
        dir="auto"
        className={className}
        placeholder={placeholder}
        readOnly={readOnly}
        autoFocus={autoFocus}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onInput={type}
        onKeyDown={enter}
      />
    </span>
  );
}

/** Shows what came from elsewhere, and leaves the caret at its words. */
function follow(area: HTMLTextAreaElement, text: Y.Text, event: Y.YTextEvent): void {
  const { selectionStart, selectionEnd } = area;
  area.value = text.toJSON();
  if (document.activeElement !== area) return;
  area.setSelectionRange(caretAfter(selectionStart, event.delta), caretAfter(selectionEnd, event.delta));
}
