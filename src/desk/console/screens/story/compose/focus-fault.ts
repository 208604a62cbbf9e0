import type { FieldError } from '../../../../../domain/errors.ts';
import { partAt } from '../net/refused.ts';

/** What of a sheet has the focus for each part. */
const PARTS: Record<string, string> = {
  title: '.sheet-title, .top-headline',
  dek: '.top-dek',
  body: '.ProseMirror',
  author: '.draft-author input',
  photo: '.photo-alt textarea, .photo-alt input, .photo-field button',
  byline: '.top-byline input',
  credit: '.top-credit input',
};

/** Puts the focus on the first field at fault, once what tells the fault is on the screen. */
export function focusFault(draftId: string, errors: readonly FieldError[]): void {
  const part = partAt(errors[0]?.pointer ?? '');
  const [name = '', line] = part.split('/');
  requestAnimationFrame(() => {
    const sheet = document.querySelector(`[data-draft="${CSS.escape(draftId)}"]`);
    const found =
      name === 'summary'
        ? sheet?.querySelectorAll<HTMLElement>('.summary-line textarea')[Number(line)]
        : sheet?.querySelector<HTMLElement>(PARTS[name] ?? '.sheet-title');
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
  });
}
