import type { Refusal } from '../../domain/errors.ts';
import type { Storage } from '../../storage/storage.ts';
import { problemOf, statusOf, type WebRefusal } from '../../web/problem.ts';
import type { DraftMovedWire, RefusedWire } from '../shared/wire.ts';

/** Who moved a draft, as the newsroom knows them. */
export async function namingMover<R extends { type: string }>({ people }: Storage, refusal: R): Promise<R> {
  const moved = refusal as unknown as Refusal;
  if (moved.type !== 'draft-moved' || !moved.current) return refusal;
  const { status, publishedBy, trashedBy, scheduledBy, changedBy } = moved.current;
  const scheduler = status === 'scheduled' ? scheduledBy : null;
  const person = await people.find(publishedBy ?? trashedBy ?? scheduler ?? changedBy);
  return { ...refusal, by: person?.name ?? null };
}

/** A refusal that does not answer the whole request. */
export async function refusedWire(storage: Storage, refusal: Refusal | WebRefusal): Promise<RefusedWire> {
  const problem = problemOf(await namingMover(storage, refusal));
  const { name, detail, errors, current, until, now, moved } = problem;
  return {
    name,
    status: statusOf(problem),
    detail,
    ...(errors && { errors }),
    ...(current !== undefined && { current }),
    ...(until !== undefined && { until }),
    ...(now !== undefined && { now }),
    ...(moved && { moved: moved as DraftMovedWire }),
  };
}
