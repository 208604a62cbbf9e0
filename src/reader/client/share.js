import { showBriefly } from './status.js';
import { words } from './words.js';

/** A share link is a plain link; with a script it opens the device's own sheet, or is copied. @param {string} url */
export async function share(url) {
  if (typeof navigator.share === 'function') {
    // Refused by the reader: nothing to do.
    return navigator.share({ title: document.title, url }).catch(() => undefined);
  }
  try {
    await navigator.clipboard.writeText(url);
    showBriefly(words['copied']);
  } catch {
    location.assign(url);
  }
}
