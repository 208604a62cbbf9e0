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
  section: '.top-section input',
  lang: '.top-lang input',
  zone: '.top-zone input',
  placeZone: '.top-place-zone input',
};
/** What of a picture or a statement is to be filled in, else what opens its words. */
const IN_BLOCK = 'textarea:enabled, input:enabled, button:enabled';
/** Tries until a sheet that is being opened is there, in frames. */
const FRAMES = 300;
/** For so many frames a sheet that was just opened takes the focus for itself. */
const SETTLES = 20;

/** Puts the focus on the first field at fault, as soon as it is on the screen. */
export function focusFault(draftId: string, errors: readonly FieldError[], frames = FRAMES): void {
  const pointer = errors[0]?.pointer ?? '';
  requestAnimationFrame(() => {
    const sheet = document.querySelector<HTMLElement>(`.sheet[data-draft="${CSS.escape(draftId)}"]`);
    const found = sheet && fieldAt(sheet, pointer);
    if (!found && frames > 0) return focusFault(draftId, errors, frames - 1);
    if (found) hold(found, SETTLES);
  });
}

/** Keeps it there for some frames, unless somebody does something meanwhile. */
function hold(field: HTMLElement, frames: number): void {
  const done = new AbortController();
  const leave = (): void => done.abort();
  for (const act of ['pointerdown', 'keydown'])
    window.addEventListener(act, leave, { capture: true, signal: done.signal });
  const frame = (left: number): void => {
    if (done.signal.aborted) return;
    if (document.activeElement !== field) {
      field.focus();
      // With its name and what is wrong with it, which stand over and under it.
      (field.closest('.field') ?? field).scrollIntoView({ block: 'center' });
    }
    if (left === 0) leave();
    else requestAnimationFrame(() => frame(left - 1));
  };
  frame(frames);
}

function fieldAt(sheet: HTMLElement, pointer: string): HTMLElement | null | undefined {
  const [name = '', line] = partAt(pointer).split('/');
  if (name === 'summary') return sheet.querySelectorAll<HTMLElement>('.summary-line textarea')[Number(line)];
  const text = sheet.querySelector<HTMLElement>('.ProseMirror');
  const [, block, picture] = /^\/body\/content\/(\d+)(?:\/content\/(\d+))?/.exec(pointer) ?? [];
  if (block === undefined || !text) return sheet.querySelector<HTMLElement>(PARTS[name] ?? '.sheet-title');
  const blocks = [...text.children].filter((one) => !one.classList.contains('ProseMirror-widget'));
  const asked = blocks[Number(block)];
  // A picture that lacks its words, a statement that lacks its speaker: they are asked for in the text.
  if (!asked?.matches('.react-renderer')) return asked && text;
  const inGallery = asked.querySelectorAll('.picture-edited')[Number(picture)];
  return (inGallery ?? asked).querySelector<HTMLElement>(IN_BLOCK);
}
