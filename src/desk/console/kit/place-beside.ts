const GAP_PX = 4;
const EDGE_PX = 8;

/**
 * Puts what floats beside what opened it, where the browser cannot by itself (CSS anchor positioning): through CSSOM,
 * which our policy lets a script do.
 */
export function placeBeside(floating: HTMLElement, opener: HTMLElement | null): void {
  if (!opener || CSS.supports('position-area', 'block-end')) return;
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const below = at.bottom + GAP_PX;
  const fitsBelow = below + height <= window.innerHeight - EDGE_PX;
  const isMirrored = getComputedStyle(opener).direction === 'rtl';
  const left = isMirrored ? at.right - width : at.left;
  const within = Math.max(EDGE_PX, Math.min(left, window.innerWidth - width - EDGE_PX));
  floating.style.setProperty('inset', 'auto');
  floating.style.setProperty('left', `${within}px`);
  floating.style.setProperty('top', `${fitsBelow ? below : Math.max(EDGE_PX, at.top - GAP_PX - height)}px`);
}
