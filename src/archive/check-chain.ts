import { eventHash, NO_HASH, payloadHash } from '../domain/chain.ts';
import { payloadOf, updateIdOf, type Happening, type Kind } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { ExportedEvent } from './export-format.ts';
import { isInstant, isObject, isShaped, isText, orNull } from './shapes.ts';

/** An event that is what its hashes say, in its place of the chain. */
export type ChainedEvent = {
  at: Instant;
  recordedAt: Instant;
  happening: Happening;
  salt: string;
  hash: string;
};

export type Fault = { type: 'fault'; detail: string };
export const fault = (detail: string): Fault => ({ type: 'fault', detail });

const HASH = /^[0-9a-f]{64}$/;
const SALT = /^[0-9a-f]{2,128}$/;

/** Checks shape, place and hashes of every event of a log; the first fault is told, by the event's number. */
export function checkChain(
  storyId: string,
  events: unknown,
): { type: 'chain'; events: ChainedEvent[] } | Fault {
  if (!Array.isArray(events)) return fault('has no list of events');
  const chained: ChainedEvent[] = [];
  let previous = { hash: NO_HASH, at: '' };
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    const read = readEvent(event, seq);
    if ('detail' in read) return fault(`event ${seq} ${read.detail}`);
    const { sealed, happening } = read;
    const { at, recordedAt } = sealed;
    if (at < previous.at) return fault(`event ${seq} takes effect before the one it follows`);
    const hash = eventHash(previous.hash, { ...sealed, storyId, kind: happening.kind });
    if (hash !== sealed.hash) return fault(`event ${seq} was tampered with: its hash does not fit the chain`);
    chained.push({ at, recordedAt, happening, salt: sealed.salt, hash });
    previous = { hash, at };
  }
  return { type: 'chain', events: chained };
}

type Sealed = Omit<ExportedEvent, 'salt'> & { salt: string };

function readEvent(
  event: unknown,
  seq: number,
): { sealed: Sealed; happening: Happening } | { detail: string } {
  if (!isObject(event)) return { detail: 'is no object' };
  if (event['seq'] !== seq) return { detail: `is out of place: it says it is ${String(event['seq'])}` };
  if (event['payload'] === null)
    return { detail: 'has had its words erased: such a story cannot be taken in' };
  const wrong = Object.entries(FIELDS).find(([name, is]) => !is(event[name]));
  if (wrong) return { detail: `has no ${wrong[0]} that can be read` };
  const sealed = event as Sealed;
  const { kind, payload } = sealed;
  if (!isShaped(kind, payload))
    return { detail: `is no event of the kind “${kind.slice(0, 40)}” as this Writethru knows it` };
  const happening = { ...payload, kind } as Happening;
  if (payloadHash(sealed.salt, written(kind, happening)) !== sealed.payloadHash)
    return { detail: 'was tampered with: its payload does not fit its hash' };
  if (updateIdOf(happening) !== sealed.updateId)
    return { detail: 'was tampered with: its updateId is not the one it speaks of' };
  return { sealed, happening };
}

const FIELDS: Record<string, (value: unknown) => boolean> = {
  at: isInstant,
  recordedAt: isInstant,
  kind: isText,
  updateId: orNull(isText),
  payload: isObject,
  salt: (value) => typeof value === 'string' && SALT.test(value),
  payloadHash: (value) => typeof value === 'string' && HASH.test(value),
  hash: isText,
};

/** The payload's text as storage will write it; nothing is nested so deep that writing it fails. */
function written(kind: Kind, happening: Happening): string {
  try {
    return payloadOf(happening);
  } catch (error) {
    if (error instanceof RangeError) return `${kind} is nested too deeply`;
    throw error;
  }
}
