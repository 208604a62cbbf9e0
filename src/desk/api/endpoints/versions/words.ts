import { Type } from 'typebox';
import { may, writesInto, writingIn } from '../../../../domain/desk/rights.ts';
import { takeWords } from '../../../rooms/take-words.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import { bytesOf } from '../../../shared/base64.ts';
import { LONGEST_FRAME } from '../../../shared/room-wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

/** Of the words in base64, and JSON round them. */
const BODY_MAX = 1_500_000;

/** Takes words written without a network into a draft that is here; what is there already is passed over. */
export const takeWordsEndpoint = deskEndpoint({
  at: 'POST /drafts/:draftId/words',
  params: closed({ draftId: id }),
  body: closed({ state: Type.String({ maxLength: Math.ceil(LONGEST_FRAME / 3) * 4 }) }),
  maxBody: BODY_MAX,
  async answer({ newsroom, person, params: { draftId }, draft, grant, body }) {
    const own = draft?.createdBy === person.id;
    const into = writesInto((action) => may(person, action, { own, grant }));
    const update = bytesOf(body.state);
    const taken = update
      ? await takeWords(newsroom, draftId, update, { id: person.id, into })
      : ({ type: 'unreadable' } as const);
    switch (taken.type) {
      case 'taken':
        return ok(taken.draft);
      case 'closed':
        return { type: 'draft-moved', draftId, current: taken.draft };
      case 'not-allowed':
        return { type: 'not-allowed', action: writingIn(taken.status) };
      case 'unreadable': {
        const detail =
          'must be words of a draft, a Yjs update in base64, that build on what is there and make it no longer than 4 MB';
        return { type: 'invalid', errors: [{ pointer: '/state', detail }] };
      }
    }
  },
});
