import { readOpening } from '../commands/open-story.ts';
import { play, type Played, type Step } from '../commands/play.ts';
import { isDeepStrictEqual } from 'node:util';
import { isOfSite, type Happening } from '../domain/event.ts';
import { isId } from '../domain/id.ts';
import { checkChain, fault, type ChainedEvent, type Fault } from './check-chain.ts';
import { isObject } from './shapes.ts';
import { again } from './verb-of.ts';

/** A story's log that can be kept: every hash fits, every verb would say the same again. */
export type CheckedStory = {
  type: 'story';
  id: string;
  /** The hash of its last event. */
  head: string;
  events: ChainedEvent[];
  played: Played;
};

/** Checks one exported story: its hashes, then each event by playing it; nothing is written. */
export function checkStory(log: unknown): CheckedStory | Fault {
  const id = isObject(log) && isObject(log['story']) ? log['story']['id'] : null;
  if (!isObject(log) || typeof id !== 'string' || !isId(id)) return fault('has no story with an id');
  const chain = checkChain(id, log['events']);
  if (chain.type === 'fault') return chain;
  const { events } = chain;
  const last = events.at(-1);
  if (!last) return fault('has no events');
  const posted = events.flatMap(({ happening }) => (happening.kind === 'post' ? [happening.updateId] : []));
  const steps: Step[] = [];
  for (const [index, { at, happening }] of events.entries()) {
    const step = stepOf(happening, index, at, posted);
    if ('type' in step) return step;
    steps.push(step);
  }
  const doubled = doubledCorrection(events);
  if (doubled !== null) return fault(`event ${doubled} has the id of a correction before it`);
  const played = play({ storyId: id, seq: 0, story: null, updates: [] }, steps, last.recordedAt);
  if (played.type === 'invalid') {
    const [error] = played.errors;
    return fault(`event ${error?.pointer ?? ''} ${error?.detail ?? 'cannot be played'}`);
  }
  if (played.type !== 'played') return fault(`cannot be played: ${played.type}`);
  return { type: 'story', id, head: last.hash, events, played };
}

/** Number of the first event that corrects under an id used before. */
function doubledCorrection(events: ChainedEvent[]): number | null {
  const seen = new Set<string>();
  for (const [index, { happening }] of events.entries()) {
    if (!('correctionId' in happening)) continue;
    if (seen.has(happening.correctionId)) return index + 1;
    seen.add(happening.correctionId);
  }
  return null;
}

/** `posted`: updates of the story; it may have been opened with some, and with a summary that rests on them. */
function stepOf(happening: Happening, index: number, at: string, posted: string[]): Step | Fault {
  const seq = index + 1;
  if (happening.kind === 'open') {
    const { slug: _, kind, top, previousId: __, sample: ___, ...details } = happening;
    if (index > 0) return fault(`event ${seq} opens a story that is open`);
    const read = readOpening({ ...top, ...details }, undefined, null, posted);
    if ('errors' in read)
      return fault(
        `event 1 is refused: ${read.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ')}`,
      );
    return isDeepStrictEqual(read, { kind, top, ...details })
      ? { at, opening: happening }
      : fault('event 1 is not written as Writethru writes it');
  }
  if (isOfSite(happening)) return fault(`event ${seq} belongs in the site’s log`);
  if (index === 0) return fault('event 1 does not open the story');
  return { at, verb: again(happening, String(seq)) };
}
