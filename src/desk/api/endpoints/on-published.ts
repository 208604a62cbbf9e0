import type { DeskEndpoint } from '../endpoint.ts';
import { detailsEndpoint, slugEndpoint, stateEndpoint } from './stories/change.ts';
import { nextDayEndpoint } from './stories/next-day.ts';
import { discardedEndpoint, discardEndpoint, restoreEndpoint } from './stories/trash.ts';
import { openEndpoint } from './stories/open.ts';
import { keyEventEndpoint, noKeyEventEndpoint, pinEndpoint, unpinEndpoint } from './updates/mark.ts';
import { retractEndpoint } from './updates/retract.ts';

/** What is done to stories and updates that readers see. */
export const publishedEndpoints: DeskEndpoint[] = [
  openEndpoint,
  stateEndpoint,
  slugEndpoint,
  detailsEndpoint,
  nextDayEndpoint,
  discardEndpoint,
  restoreEndpoint,
  discardedEndpoint,
  retractEndpoint,
  pinEndpoint,
  unpinEndpoint,
  keyEventEndpoint,
  noKeyEventEndpoint,
];
