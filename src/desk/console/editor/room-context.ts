import { createContext, use } from 'react';
import type { EditorRoom } from './room.ts';

export const RoomContext = createContext<EditorRoom | null>(null);

/** The editor a part of it stands in. */
export function useRoom(): EditorRoom {
  const room = use(RoomContext);
  if (!room) throw new Error('this stands in no editor');
  return room;
}
