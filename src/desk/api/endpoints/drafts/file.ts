import { Type } from 'typebox';
import { fileDraft, takeBackDraft } from '../../../../commands/drafts/file-draft.ts';
import { closed } from '../../../../schemas/fields.ts';
import { act, draftParams, instantAt, version, versionQuery, when } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const fileEndpoint = deskEndpoint({
  at: 'POST /drafts/:draftId/filing',
  params: draftParams,
  body: closed({ version, filedAt: Type.Optional(when) }),
  async answer(call) {
    const { filedAt, version: seen } = call.body;
    const hour = filedAt === undefined ? null : instantAt('/filedAt', filedAt);
    if (hour !== null && typeof hour !== 'string') return hour;
    return act(call, seen, fileDraft(hour), { keeping: true });
  },
});

export const takeBackEndpoint = deskEndpoint({
  at: 'DELETE /drafts/:draftId/filing',
  params: draftParams,
  query: versionQuery,
  answer: (call) => act(call, call.query.version, takeBackDraft()),
});
