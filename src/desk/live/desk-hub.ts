import { DESK_TOPIC } from '../../domain/desk/topic.ts';
import { SITE } from '../../domain/slug.ts';
import type { Clock } from '../../domain/time.ts';
import type { Follower } from '../../live/follower.ts';
import type { Line } from '../../live/line.ts';
import type { Sendable } from '../../live/sendable.ts';
import type { Bus, Wake } from '../../storage/bus.ts';
import type { DeskEvent } from '../shared/wire.ts';
import { DeskStream, pieceOf } from './desk-stream.ts';
import type { PersonLines } from './person-lines.ts';
import type { PresenceBoard } from './presence.ts';
import type { ReaderCounts } from './reader-counts.ts';

/** How often a desk hears that its line is alive, and is asked whether its session is good, ms. */
const BEAT_EVERY = 15_000;

/** What other parts of the desk may have told to all desks; anything else under the topic is theirs alone. */
const PASSED_ON: ReadonlySet<unknown> = new Set(['draft', 'notes', 'people']);

export type DeskHub = {
  /** Whether this person may open one more. */
  hasRoom(personId: string): boolean;
  /** Opens a stream on a line whose head was sent. `isSignedIn` is asked from time to time. */
  attach(line: Line, personId: string, isSignedIn: () => Promise<boolean>): void;
  count(): number;
  /** Tells every desk to come back, and waits for nobody. */
  close(): void;
};

type Deps = {
  bus: Bus;
  clock: Pick<Clock, 'now'>;
  follower: Follower;
  presence: PresenceBoard;
  readers: ReaderCounts;
  lines: PersonLines;
};

/** Tells the desks that are open in this thread what happens. */
export function openDeskHub({ bus, clock, follower, presence, readers, lines }: Deps): DeskHub {
  const streams = new Set<DeskStream>();
  const tellAll = (event: DeskEvent): void => {
    if (streams.size === 0) return;
    const piece = pieceOf(event);
    for (const stream of streams) stream.tell(piece);
  };
  const here = (): Sendable => pieceOf({ event: 'presence', here: presence.here() });
  presence.onChange(() => tellAll({ event: 'presence', here: presence.here() }));
  readers.onChange(() => tellAll(readers.all()));

  const endings = [
    follower.subscribe((marks) => {
      for (const [storyId, group] of Map.groupBy(marks, (mark) => mark.storyId)) {
        const { seq } = group.at(-1)!;
        tellAll(storyId === SITE ? { event: 'site', seq } : { event: 'story', storyId, seq });
      }
    }),
    bus.subscribe((wake) => {
      const event = deskEventIn(wake);
      if (!event) return;
      tellAll(event);
      if (event.event === 'people') for (const stream of streams) void ask(stream);
    }),
  ];
  const beat = setInterval(() => {
    tellAll({ event: 'beat', now: clock.now() });
    for (const stream of streams) void ask(stream);
  }, BEAT_EVERY);
  beat.unref();

  return {
    hasRoom: lines.hasRoom,
    attach(line, personId, isSignedIn) {
      const stream = new DeskStream(line, personId, isSignedIn);
      streams.add(stream);
      lines.opened(personId);
      stream.onEnd = () => {
        streams.delete(stream);
        lines.ended(personId);
      };
      stream.tell(pieceOf({ event: 'hello', now: clock.now(), position: follower.position }));
      stream.tell(here());
      stream.tell(pieceOf(readers.all()));
    },
    count: () => streams.size,
    close() {
      for (const end of endings) end();
      clearInterval(beat);
      for (const stream of streams) stream.end();
    },
  };
}

/** Ends a stream whose session is over. Should nobody be able to say, the next beat asks again. */
async function ask(stream: DeskStream): Promise<void> {
  const isSignedIn = await stream.isSignedIn().catch(() => true);
  if (isSignedIn) return;
  stream.tell(pieceOf({ event: 'signed-out' }));
  stream.end();
}

function deskEventIn(wake: Wake): DeskEvent | null {
  if ('missed' in wake) return { event: 'missed' };
  if (!('topic' in wake) || wake.topic !== DESK_TOPIC) return null;
  const { event } = (wake.message ?? {}) as { event?: unknown };
  return PASSED_ON.has(event) ? (wake.message as DeskEvent) : null;
}
