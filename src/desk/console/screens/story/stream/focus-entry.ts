/** Tries until a line that is on its way is there, in frames. */
const FRAMES = 60;

/** Brings a line of the stream into sight and the focus to it, as soon as it is drawn. */
export function focusEntry(id: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const line = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
    if (!line && frames > 0) return focusEntry(id, frames - 1);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'center' });
  });
}
