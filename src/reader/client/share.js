import { showBriefly } from './status.js';
import { words } from './words.js';

// A share link is a plain link; with a script it opens the device's own sheet, or is copied.
document.addEventListener('click', (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (
    event.target instanceof Element && event.target.closest('a.share')
  );
  if (!link || !isPlain(event)) return;
  if ('share' in navigator) {
    event.preventDefault();
    // Refused by the reader: nothing to do.
    navigator.share({ title: document.title, url: link.href }).catch(() => undefined);
  } else if ('clipboard' in navigator) {
    event.preventDefault();
    void copy(link.href);
  }
});

/** Whether a click asks for nothing but to follow the link. @param {MouseEvent} event */
export const isPlain = ({ ctrlKey, metaKey, shiftKey }) => !ctrlKey && !metaKey && !shiftKey;

/** @param {string} address */
async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    showBriefly(words.copied);
  } catch {
    location.assign(address);
  }
}
