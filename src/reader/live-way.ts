import { SITE } from '../domain/slug.ts';
import type { Hub } from '../live/hub.ts';
import { headersIn, openOn, resumePoint } from '../live/sse.ts';
import { headBytes, thisSecond } from '../web/door/answer-head.ts';
import type { Given, Way } from '../web/door/door.ts';
import type { Head } from '../web/door/head.ts';
import { takenBy } from '../web/serving/accept-encoding.ts';
import type { StreamGate } from './routes/stream-gate.ts';

/** A story's stream, or the front page's, from now on or after a number. */
const STREAM = /^\/(?:stories\/([a-z0-9-]{1,200})\/)?live(?:\?after=(\d{1,15}))?$/;

type Deps = {
  hub: Hub;
  gate: StreamGate;
  /** Said of every answer. */
  headers: Record<string, string>;
};

/**
 * The way into a stream for who comes to a live story that others read already: nothing is looked up but what happened since
 * this thread last heard, once for all who come at the same time. Everybody else takes the route (`live-routes.ts`): the first
 * reader, who comes by a former address, and who is to be refused.
 */
export function liveWay({ hub, gate, headers }: Deps): Way {
  const headOf = headsOf(headers);
  const open = (head: Head, slug: string | undefined, after: string | undefined): Given => {
    const key = slug === undefined ? SITE : hub.places.find(slug);
    const feed = key === undefined ? null : hub.opened(key);
    const point = resumePoint(head.field('last-event-id'), after);
    if (key === undefined || !feed || point.type === 'bad') return null;
    const entry = gate.enterUnnamed();
    if (!entry) return null;
    const coding = takenBy(head.field('accept-encoding'))('gzip') ? 'gzip' : 'chunked';
    return (socket) => {
      socket.once('close', entry.leave);
      const from = point.type === 'now' ? feed.head : point.id;
      openOn(socket, headOf(coding), coding, { hub, key, feed, after: from });
    };
  };
  return (head) => {
    const asked = STREAM.exec(head.target);
    if (!asked) return null;
    const [, slug, after] = asked;
    if (slug !== undefined && hub.places.find(slug) === undefined) return null;
    // Words that were taken back elsewhere a moment ago are in no replay.
    return hub.fresh().then(() => open(head, slug, after));
  };
}

/** The heads of streams, each made once a second. */
function headsOf(headers: Record<string, string>): (coding: 'chunked' | 'gzip') => Buffer {
  const made = new Map<string, { second: number; bytes: Buffer }>();
  return (coding) => {
    const second = thisSecond();
    const known = made.get(coding);
    if (known?.second === second) return known.bytes;
    const bytes = headBytes('200 OK', { ...headers, ...headersIn(coding) }, second);
    made.set(coding, { second, bytes });
    return bytes;
  };
}
