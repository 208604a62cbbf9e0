/** Goes to an update: what has focus is what is read on from. @param {HTMLElement} update @param {ScrollBehavior} [behavior] */
export function visit(update, behavior = 'instant') {
  update.tabIndex = -1;
  update.addEventListener('blur', () => update.removeAttribute('tabindex'), { once: true });
  update.focus({ preventScroll: true });
  update.scrollIntoView({ behavior });
}
