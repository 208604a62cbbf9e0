import { Type } from 'typebox';
import { changePerson } from '../../../../commands/people/change-person.ts';
import { ROLES, type Role } from '../../../../domain/desk/people.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import { personWire } from '../../../sign-in/person-wire.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

export const personParams = closed({ personId: id });
export const role = Type.Unsafe<Role>({ enum: ROLES });

/** Gives somebody another role, or takes them out of the desk and back in. */
export const changeOnePerson = deskEndpoint({
  at: 'PATCH /people/:personId',
  params: personParams,
  body: closed({ role: Type.Optional(role), disabled: Type.Optional(Type.Boolean()) }),
  async answer({ newsroom, actor, params, body }) {
    const changed = await changePerson(newsroom, actor, params.personId, body);
    if (changed.type !== 'changed') return changed;
    tellPeople(newsroom.storage);
    return ok(await personWire(newsroom, changed.person));
  },
});
