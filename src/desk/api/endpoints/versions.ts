import type { DeskEndpoint } from '../endpoint.ts';
import { keepVersionNow, listVersions, readVersion } from './versions/versions.ts';

/** How drafts stood before. */
export const versionEndpoints: DeskEndpoint[] = [listVersions, readVersion, keepVersionNow];
