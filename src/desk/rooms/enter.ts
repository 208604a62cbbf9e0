import type { IncomingHttpHeaders } from 'node:http';
import { may, writesInto, writingIn, type Action } from '../../domain/desk/rights.ts';
import type { OpenStatus } from '../../domain/desk/draft.ts';
import type { Person } from '../../domain/desk/people.ts';
import type { Storage } from '../../storage/storage.ts';
import { authorise, type GrantOf } from '../api/authorise.ts';
import type { SessionReader } from '../api/session.ts';
import { LEFT } from '../shared/room-wire.ts';
import type { Leaving } from './member.ts';

export type EnterDeps = { storage: Storage; sessionOf: SessionReader; grantOf: GrantOf };

export type Entering = {
  headers: IncomingHttpHeaders;
  draftId: string;
  /** Whom the console believes to be signed in; null where it does not say. */
  as: string | null;
};

export type LetIn = { type: 'entered'; person: Person; mayWrite: boolean; into: readonly OpenStatus[] };
export type Entered = LetIn | ({ type: 'out' } & Leaving);

/** Who asks to be let into a draft's room, and what they may do there. Asked again every minute. */
export async function enter(deps: EnterDeps, { headers, draftId, as }: Entering): Promise<Entered> {
  const session = await deps.sessionOf({ headers });
  if (!session || (as !== null && as !== session.person.id)) {
    return { type: 'out', code: LEFT.signedOut, reason: 'nobody is signed in, or somebody else' };
  }
  const { person } = session;
  const right = { may: 'anyone', of: 'draft' } as const;
  const named = await authorise(deps.storage, deps.grantOf, person, right, { draftId });
  if ('type' in named || !named.draft) {
    return { type: 'out', code: LEFT.unknownDraft, reason: 'there is no such draft' };
  }
  const { draft, grant } = named;
  const own = draft.createdBy === person.id;
  const mayDo = (action: Action): boolean => may(person, action, { own, grant });
  const into = writesInto(mayDo);
  const mayWrite = mayDo(writingIn(draft.status));
  if (mayWrite || mayDo('read-desk')) return { type: 'entered', person, mayWrite, into };
  return { type: 'out', code: LEFT.notAllowed, reason: 'not for you to read' };
}
