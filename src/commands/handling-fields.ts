import { breaks } from '../domain/faults.ts';
import { keptCrop, type Crop, type Handling } from '../domain/media.ts';
import { LONGEST, type Fields } from './fields.ts';

/** What the desk does with a picture, as it comes in: what is left out stays as it is. */
export type HandlingInput = Partial<Handling>;

export const NOT_HANDLED: Handling = { altSkipped: null, focalPoint: null, crop: null };

/** Smallest side of a crop, in px: less is no picture. */
const LEAST = 16;

/** Checks it; null where it comes to nothing. A reason to do without alternative text goes once there is one. */
export function readHandling(
  fields: Fields,
  before: { handling: Handling | null; width: number; height: number },
  input: HandlingInput,
  alt: string | null,
): Handling | null {
  const was = before.handling ?? NOT_HANDLED;
  const { altSkipped, focalPoint, crop } = input;
  const read: Handling = {
    altSkipped:
      altSkipped === undefined
        ? was.altSkipped
        : fields.optionalText('/altSkipped', altSkipped, LONGEST.line),
    focalPoint: focalPoint === undefined ? was.focalPoint : readPoint(fields, focalPoint),
    crop: crop === undefined ? was.crop : readCrop(fields, crop, before),
  };
  const next = { ...read, altSkipped: alt === null ? read.altSkipped : null };
  return next.altSkipped === null && next.focalPoint === null && next.crop === null ? null : next;
}

const isFraction = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= 1;

const thousandths = (side: number): number => Math.round(side * 1000) / 1000;

function readPoint(fields: Fields, point: Handling['focalPoint']): Handling['focalPoint'] {
  if (point === null) return null;
  if (!isFraction(point.x) || !isFraction(point.y))
    fields.fault('/focalPoint', 'must be two fractions from 0 to 1');
  return { x: thousandths(point.x), y: thousandths(point.y) };
}

function readCrop(
  fields: Fields,
  crop: Crop | null,
  { width, height }: { width: number; height: number },
): Crop | null {
  if (crop === null) return null;
  const { x, y, width: wide, height: high } = crop;
  // Fractions that were added up may lie a hair beyond the edge.
  if (![x, y, wide, high].every(isFraction) || x + wide > 1.0001 || y + high > 1.0001) {
    fields.fault('/crop', 'must lie within the picture, in fractions from 0 to 1');
    return null;
  }
  const [least, other] = [Math.min(LEAST, width), Math.min(LEAST, height)];
  if (wide * width < least || high * height < other) {
    fields.fault('/crop', breaks('crop-too-small', LEAST));
    return null;
  }
  return keptCrop(crop);
}
