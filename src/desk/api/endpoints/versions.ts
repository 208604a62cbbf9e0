import type { DeskEndpoint } from '../endpoint.ts';
import { takeWordsEndpoint } from './versions/words.ts';
import { keepVersionNow, listVersions, readVersion } from './versions/versions.ts';

/** How drafts stood before; words that come by no room. */
export const versionEndpoints: DeskEndpoint[] = [
  listVersions,
  readVersion,
  keepVersionNow,
  takeWordsEndpoint,
];
