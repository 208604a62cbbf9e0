import type { DeskEndpoint } from './endpoint.ts';
import { mediaEndpoints } from './endpoints/media/media.ts';
import { noticeMarks } from './endpoints/marks.ts';
import { listNames } from './endpoints/names.ts';
import { acceptPasted } from './endpoints/paste/accept-pasted.ts';
import { readPasted } from './endpoints/paste/read-paste.ts';
import { accountEndpoints } from './endpoints/account-endpoints.ts';
import { listAuthors, writeAuthor } from './endpoints/house/authors.ts';
import { listPages, readPage, takeDownPage, writePage } from './endpoints/house/pages.ts';
import { readSite, writeSite } from './endpoints/house/site.ts';
import { draftEndpoints } from './endpoints/drafts.ts';
import { publishedEndpoints } from './endpoints/on-published.ts';
import { readEndpoints } from './endpoints/read.ts';
import { talkEndpoints } from './endpoints/talk.ts';
import { versionEndpoints } from './endpoints/versions.ts';

/** Every endpoint of the desk; each is registered by its line in `rights.ts`. */
export const deskEndpoints: DeskEndpoint[] = [
  ...accountEndpoints,
  readSite,
  writeSite,
  listPages,
  readPage,
  writePage,
  takeDownPage,
  listAuthors,
  writeAuthor,
  readPasted,
  acceptPasted,
  ...mediaEndpoints,
  listNames,
  noticeMarks,
  ...readEndpoints,
  ...talkEndpoints,
  ...versionEndpoints,
  ...draftEndpoints,
  ...publishedEndpoints,
];
