import { focalPart } from '../../../../domain/media.ts';
import type { MediaPatch, MediaWire } from '../../../shared/wire.ts';

export type Edge = 'left' | 'top' | 'right' | 'bottom';
type Point = { x: number; y: number };

/** What is cut from the picture as it is shown now, and what must stay in sight; in fractions of it. */
export type Frame = Record<Edge, number> & { focus: Point };

/** No side of a frame is shorter, in fractions. */
const SHORTEST = 0.1;

export const frameOf = ({ focalPoint }: Pick<MediaWire, 'focalPoint'>): Frame => ({
  left: 0,
  top: 0,
  right: 1,
  bottom: 1,
  focus: focalPoint ?? { x: 0.5, y: 0.5 },
});

/** Pulls sides, or the focus, to a point; the focus stays within the frame. */
export function pull(frame: Frame, what: readonly Edge[] | 'focus', { x, y }: Point): Frame {
  const next = { ...frame };
  if (what === 'focus') next.focus = { x, y };
  else {
    for (const edge of what) {
      if (edge === 'left') next.left = within(x, 0, frame.right - SHORTEST);
      if (edge === 'right') next.right = within(x, frame.left + SHORTEST, 1);
      if (edge === 'top') next.top = within(y, 0, frame.bottom - SHORTEST);
      if (edge === 'bottom') next.bottom = within(y, frame.top + SHORTEST, 1);
    }
  }
  next.focus = {
    x: within(next.focus.x, next.left, next.right),
    y: within(next.focus.y, next.top, next.bottom),
  };
  return next;
}

/** The frame as the server keeps it: the crop in fractions of the original, the focus in fractions of the crop. */
export function cropOf({ crop }: Pick<MediaWire, 'crop'>, frame: Frame): MediaPatch {
  const { left, top, right, bottom, focus } = frame;
  const [width, height] = [right - left, bottom - top];
  const focalPoint = { x: round((focus.x - left) / width), y: round((focus.y - top) / height) };
  if (width === 1 && height === 1) return { focalPoint };
  const before = crop ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    focalPoint,
    crop: {
      x: round(before.x + left * before.width),
      y: round(before.y + top * before.height),
      width: round(width * before.width),
      height: round(height * before.height),
    },
  };
}

/** Shapes that pictures are cut to, by their names in print, width to height. */
export const SHAPES = { '4:3': 4 / 3, '1:1': 1, '16:9': 16 / 9 } as const;

type Box = { x: number; y: number; width: number; height: number };

/** What readers see of a frame where it is cut to a shape, as pages cut it (`focalPart`); in px of the picture. */
export function cutOf(
  { left, top, right, bottom, focus }: Frame,
  of: { width: number; height: number },
  shape: number,
): Box {
  const frame = {
    x: left * of.width,
    y: top * of.height,
    width: (right - left) * of.width,
    height: (bottom - top) * of.height,
  };
  const focalPoint = { x: (focus.x - left) / (right - left), y: (focus.y - top) / (bottom - top) };
  const { row, column } = focalPart({ handling: { focalPoint, altSkipped: null, crop: null } }) ?? {
    row: 1,
    column: 1,
  };
  const width = Math.min(frame.width, frame.height * shape);
  const height = Math.min(frame.height, frame.width / shape);
  return {
    x: frame.x + ((frame.width - width) * column) / 2,
    y: frame.y + ((frame.height - height) * row) / 2,
    width,
    height,
  };
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
