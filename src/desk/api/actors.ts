import type { Storage } from '../../storage/storage.ts';
import type { ActorWire } from '../shared/wire.ts';

/** Who they were that the activity list keeps as `person <id>`, `token <id>`, `cli` …; by what it keeps. */
export async function actorsNamed(
  storage: Storage,
  actors: Iterable<string>,
): Promise<Map<string, ActorWire>> {
  const told = [...new Set(actors)].map((actor) => ({ actor, ...parted(actor) }));
  const ids = (kind: ActorWire['kind']): string[] =>
    told.flatMap((one) => (one.kind === kind && one.id !== null ? [one.id] : []));
  const { people, tokens } = await storage.desk.names(ids('person'), ids('token'));
  return new Map(
    told.map(({ actor, kind, id }) => {
      const known = kind === 'person' ? people : tokens;
      const name = id === null ? actor : (known[id] ?? actor);
      return [actor, { kind, id, name }];
    }),
  );
}

function parted(actor: string): Pick<ActorWire, 'kind' | 'id'> {
  const [kind = '', id = ''] = actor.split(' ');
  return (kind === 'person' || kind === 'token') && id !== '' ? { kind, id } : { kind: 'other', id: null };
}
