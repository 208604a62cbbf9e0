import { Type } from 'typebox';
import { grantStory } from '../../../../commands/people/grant-story.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint, noContent, ok, type DeskCall, type DeskOutcome } from '../../endpoint.ts';

const storyParams = closed({ storyId: id });
const grantParams = closed({ storyId: id, personId: id });
const given = Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] });

/** What was given to, or taken from, people for a story. */
export const listGrants = deskEndpoint({
  at: 'GET /stories/:storyId/grants',
  params: storyParams,
  async answer({ newsroom: { storage }, params }) {
    return ok({ items: await storage.grants.list(params.storyId) });
  },
});

export const putGrant = deskEndpoint({
  at: 'PUT /stories/:storyId/grants/:personId',
  params: grantParams,
  body: closed({ write: given, publish: given }),
  answer: (call) => set(call, call.body, () => ok({ ...call.params, ...call.body })),
});

/** Gives it back to the role. */
export const dropGrant = deskEndpoint({
  at: 'DELETE /stories/:storyId/grants/:personId',
  params: grantParams,
  answer: (call) => set(call, { write: null, publish: null }, noContent),
});

async function set(
  call: DeskCall<{ storyId: string; personId: string }>,
  rights: { write: boolean | null; publish: boolean | null },
  reply: () => DeskOutcome,
): Promise<DeskOutcome> {
  const { newsroom, actor, person, grant, params } = call;
  const done = await grantStory(newsroom, { actor, person, grant }, { ...params, ...rights });
  if (done.type !== 'granted') return done;
  tellPeople(newsroom.storage);
  return reply();
}
