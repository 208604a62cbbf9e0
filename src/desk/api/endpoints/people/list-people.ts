import { may } from '../../../../domain/desk/rights.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { personWire } from '../../../sign-in/person-wire.ts';

/** Everybody who works here; how well they are guarded, to those who manage people. */
export const listPeople = deskEndpoint({
  at: 'GET /people',
  async answer({ newsroom, person }) {
    const people = await newsroom.storage.people.list();
    if (!may(person, 'manage-people')) return ok({ items: people });
    return ok({ items: await Promise.all(people.map((one) => personWire(newsroom, one))) });
  },
});
