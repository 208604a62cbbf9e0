import type { Storage } from '../../storage/storage.ts';
import { DESK_TOPIC, type DeskEvent } from '../shared/wire.ts';

/** Tells every thread and node that somebody's role, rights or sessions changed: what holds a line open looks again whose it is. */
export function tellPeople({ bus }: Pick<Storage, 'bus'>): void {
  const message: DeskEvent = { event: 'people' };
  bus.publish({ topic: DESK_TOPIC, message });
}
