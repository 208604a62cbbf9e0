import { keepVersion } from '../../../rooms/keep-version.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { DraftVersionsWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

/** Versions that are listed: one each five minutes of writing makes a long night of it. */
const MOST = 200;

/** How a draft stood before, the last first, without the words. */
export const listVersions = deskEndpoint({
  at: 'GET /drafts/:draftId/versions',
  params: closed({ draftId: id }),
  async answer({ newsroom: { storage }, params: { draftId } }) {
    const versions = await storage.drafts.versions(draftId, MOST);
    const answer: DraftVersionsWire = {
      versions: versions.map(({ id: one, at, by, logSeq }) => ({ id: one, draftId, at, by, logSeq })),
    };
    return ok(answer);
  },
});

/** One version, whole. It is brought back by writing in the draft, as one change that can be undone. */
export const readVersion = deskEndpoint({
  at: 'GET /drafts/:draftId/versions/:versionId',
  params: closed({ draftId: id, versionId: id }),
  async answer({ newsroom: { storage }, params: { draftId, versionId } }) {
    const version = await storage.drafts.version(versionId);
    return version?.draftId === draftId ? ok(version) : { type: 'not-found' };
  },
});

/** Keeps the draft as it stands: before a former version is brought back. */
export const keepVersionNow = deskEndpoint({
  at: 'POST /drafts/:draftId/versions',
  params: closed({ draftId: id }),
  async answer({ newsroom, params: { draftId } }) {
    const version = await keepVersion(newsroom, draftId);
    return version ? ok(version) : { type: 'not-found' };
  },
});
