import { randomUUID } from 'node:crypto';
import type { Newsroom } from '../../commands/perform.ts';
import { DESK_TOPIC } from '../../domain/desk/topic.ts';
import { LONGEST_MESSAGE, type Bus, type Wake } from '../../storage/bus.ts';
import { openRoom, type Room, type RoomNews } from './room.ts';

/** How often rooms look at their logs unasked, ms: a wake may be lost. */
const LOOK_EVERY = 10_000;

export type Rooms = {
  /** The room of a draft, opened where it is not. */
  room(draftId: string): Room;
  close(): Promise<void>;
};

const topicOf = (draftId: string): string => `room:${draftId}`;

/** Tells the rooms of a draft, in every thread and on every node but where it comes `from`. */
export function tellRooms(bus: Bus, draftId: string, news: RoomNews, from: string | null = null): void {
  const message = { from, news };
  if (JSON.stringify(message).length > LONGEST_MESSAGE) return;
  bus.publish({ topic: topicOf(draftId), message });
}

/** The rooms of one thread, and their line to those of other threads and nodes. */
export function openRooms(newsroom: Newsroom, onFault: (error: unknown) => void): Rooms {
  const { bus } = newsroom.storage;
  const rooms = new Map<string, Room>();
  /** What this thread says comes back to it. */
  const me = randomUUID();

  const hear = (wake: Wake): void => {
    if ('missed' in wake) return lookAll();
    if (!('topic' in wake)) return;
    const { topic, message } = wake;
    if (topic === DESK_TOPIC && eventIn(message) === 'people') return recheckAll();
    if (topic === DESK_TOPIC) return rooms.get(draftIn(message))?.look();
    if (!topic.startsWith('room:')) return;
    const room = rooms.get(topic.slice('room:'.length));
    const { from, news } = message as { from: string | null; news: RoomNews };
    if (room && from !== me) room.hearNews(news);
  };
  const leave = bus.subscribe((wake) => {
    try {
      hear(wake);
    } catch (error) {
      // Anyone with the database can notify.
      onFault(error);
    }
  });
  const lookAll = (): void => {
    for (const room of rooms.values()) room.look();
  };
  /** Somebody's role, rights or sessions changed: what they may do holds at once, whatever they have open. */
  const recheckAll = (): void => {
    for (const room of rooms.values()) room.recheck();
  };
  const looking = setInterval(lookAll, LOOK_EVERY);
  looking.unref();

  return {
    room(draftId) {
      const there = rooms.get(draftId);
      if (there) return there;
      const room = openRoom({
        newsroom,
        draftId,
        post: (news) => tellRooms(bus, draftId, news, me),
        onFault,
        onEnd: () => {
          if (rooms.get(draftId) === room) rooms.delete(draftId);
        },
      });
      rooms.set(draftId, room);
      return room;
    },
    async close() {
      clearInterval(looking);
      await Promise.all(Array.from(rooms.values(), (room) => room.close()));
      leave();
    },
  };
}

const eventIn = (message: unknown): unknown => (message as { event?: unknown }).event;

/** The draft a `DeskEvent` is of. */
function draftIn(message: unknown): string {
  const { draftId } = message as { draftId?: unknown };
  return eventIn(message) === 'draft' && typeof draftId === 'string' ? draftId : '';
}
