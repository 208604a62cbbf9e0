import type { DeskEndpoint } from '../../endpoint.ts';
import { describePicture } from './describe-picture.ts';
import { holdPicture } from './hold-picture.ts';
import { listPictures } from './list-pictures.ts';
import { readPicture } from './read-picture.ts';
import { sendPicture } from './send-picture.ts';

/** Pictures at the desk. */
export const mediaEndpoints: DeskEndpoint[] = [
  listPictures,
  holdPicture,
  readPicture,
  describePicture,
  sendPicture,
];
