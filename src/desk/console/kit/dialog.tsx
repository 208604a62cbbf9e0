import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { DialogDepth, useDialogDepth } from './dialog-depth.ts';
import { useWords } from '../words/words.tsx';
import './dialog.css';

export type DialogProps = {
  title: ReactNode;
  /** Asked to close: by Esc, by its cross, by a press beside it. */
  onClose: () => void;
  children: ReactNode;
  /** At its foot: its buttons, the one that does it last. */
  foot?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Cannot be left but by its buttons. */
  held?: boolean;
  className?: string;
};

/**
 * A modal dialog, the browser's own: what lies under it is inert, the focus stays in it and goes back to where it was.
 * On phones a sheet from below. Shown while it is mounted. The focus goes to what has `autoFocus` or `data-first`, else to what
 * is picked or the first field, else to its words: never to the cross.
 */
export function Dialog({
  title,
  onClose,
  children,
  foot,
  size = 'medium',
  held = false,
  className,
}: DialogProps) {
  const { say } = useWords();
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const depth = useDialogDepth();
  useEffect(() => {
    const dialog = place.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // React's `autoFocus` came too early: what lies in a closed dialog cannot have the focus.
    if (dialog) firstIn(dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const closeIfFree = (): void => {
    if (!held) onClose();
  };
  return (
    <dialog
      ref={place}
      className={classes('dialog', `dialog-${size}`, className)}
      aria-labelledby={heading}
      onCancel={(event) => {
        // Pickers of files and dates inside it cancel as well, and bubble.
        if (event.target !== place.current) return;
        event.preventDefault();
        closeIfFree();
      }}
      // A press on the veil is one on the dialog itself; a drag that began inside is none.
      onPointerDown={(event) => {
        if (event.target === place.current) closeIfFree();
      }}
    >
      <DialogDepth value={depth + 1}>
        <div className="dialog-sheet">
          <header className="dialog-head">
            <h2 id={heading}>{title}</h2>
            {!held && <IconButton icon="close" label={say('kit.close')} onClick={onClose} />}
          </header>
          <div className="dialog-body" tabIndex={-1}>
            {children}
          </div>
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </div>
      </DialogDepth>
    </dialog>
  );
}

const FIRST = [
  '[data-autofocus], [data-first]',
  '.dialog-body :is(input:checked, input:not([type="radio"], [type="file"]), textarea, select):not(:disabled)',
  '.dialog-foot .button-primary:not(:disabled)',
  '.dialog-body',
];

/** Where whoever was asked something begins. */
function firstIn(dialog: HTMLElement): HTMLElement | null {
  for (const place of FIRST) {
    const found = dialog.querySelector<HTMLElement>(place);
    if (found) return found;
  }
  return null;
}
