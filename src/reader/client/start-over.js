import { place } from './words.js';

/** The page is of a log that is gone. Once: should the new page be told the same, it stays as it is. */
export function loadAnew() {
  const before = sessionStorage.getItem('reset');
  sessionStorage.setItem('reset', `${place()}`);
  if (before !== `${place()}`) location.reload();
}
