import type { DeskEndpoint } from '../endpoint.ts';
import { actsEndpoint } from './drafts/acts.ts';
import { beginEndpoint } from './drafts/begin.ts';
import { embargoEndpoint, liftEmbargoEndpoint } from './drafts/embargo.ts';
import { fileEndpoint, takeBackEndpoint } from './drafts/file.ts';
import { publishEndpoint } from './drafts/publish.ts';
import { listDrafts, readDraft } from './drafts/read.ts';
import { rebaseEndpoint } from './drafts/rebase.ts';
import { scheduleEndpoint, unscheduleEndpoint } from './drafts/schedule.ts';
import { restoreEndpoint, trashEndpoint } from './drafts/trash.ts';

/** What is done with drafts, from their first word to their publication. */
export const draftEndpoints: DeskEndpoint[] = [
  beginEndpoint,
  listDrafts,
  readDraft,
  fileEndpoint,
  takeBackEndpoint,
  scheduleEndpoint,
  unscheduleEndpoint,
  embargoEndpoint,
  liftEmbargoEndpoint,
  trashEndpoint,
  restoreEndpoint,
  rebaseEndpoint,
  publishEndpoint,
  actsEndpoint,
];
