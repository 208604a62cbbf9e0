import { EM } from './fonts.ts';
import type { Glyph } from './shape.ts';

/** A box on the card, px, from its upper left corner. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** A glyph where it stands: the point on its base line it is drawn from, px. */
export type Placed = { glyph: Glyph; x: number; y: number };

/** Glyphs from left to right along a base line, at a size of `size` px an em. */
export function place(glyphs: Glyph[], { x, y, size }: { x: number; y: number; size: number }): Placed[] {
  const scale = size / EM;
  let pen = x;
  return glyphs.map((glyph) => {
    const placed = { glyph, x: pen + glyph.x * scale, y: y - glyph.y * scale };
    pen += glyph.advance * scale;
    return placed;
  });
}

/** What a glyph's outline covers; null for one without, such as a space. */
export function inkOf({ glyph, x, y }: Placed, size: number): Box | null {
  const extents = glyph.font.font.glyphExtents(glyph.id);
  if (!extents || extents.width === 0) return null;
  const scale = size / EM;
  const top = y - extents.yBearing * scale;
  const left = x + extents.xBearing * scale;
  return { left, top, right: left + extents.width * scale, bottom: top - extents.height * scale };
}

/** How far glyphs reach above and below their base line, in em. */
export function reachOf(glyphs: Glyph[]): { above: number; below: number } {
  let above = 0;
  let below = 0;
  for (const placed of place(glyphs, { x: 0, y: 0, size: 1 })) {
    const ink = inkOf(placed, 1);
    above = Math.max(above, -(ink?.top ?? 0));
    below = Math.max(below, ink?.bottom ?? 0);
  }
  return { above, below };
}
