import { publishedVersion, rebaseDraft } from '../../../../commands/drafts/rebase-draft.ts';
import { may, writingIn } from '../../../../domain/desk/rights.ts';
import { closed } from '../../../../schemas/fields.ts';
import { act, draftParams, version } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const rebaseEndpoint = deskEndpoint({
  at: 'PUT /drafts/:draftId/base',
  params: draftParams,
  body: closed({ version, baseVersion: version }),
  async answer(call) {
    const { newsroom, person, draft, grant, body } = call;
    // What is scheduled would go out over something else than its editor saw.
    const action = writingIn(draft?.status ?? 'draft');
    if (!may(person, action, { own: draft?.createdBy === person.id, grant }))
      return { type: 'not-allowed', action };
    const standing = draft && (await publishedVersion(newsroom.storage, draft));
    return act(call, body.version, rebaseDraft(body.baseVersion, standing));
  },
});
