import { readBlur } from '../domain/blur.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * A picture's preview to lie behind it until it is there: a dozen squares of colour in an SVG that is stretched over
 * its place (class `blur`; the style sheet softens it), 0.5 KB before compression. Nothing where there is no preview.
 */
export function renderBlur(blur: string | null): Html | null {
  const preview = blur === null ? null : readBlur(blur);
  if (!preview) return null;
  const { columns, rows, colors } = preview;
  const cells = colors.map((color, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    return html`<path fill="${color}" d="M${x} ${y}h1v1h-1z"/>`;
  });
  return html`<svg class="blur" viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none" shape-rendering="crispEdges" aria-hidden="true">${cells}</svg>`;
}
