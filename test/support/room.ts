import WebSocketClient from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { linkToRoom, type RoomLink } from '../../src/desk/console/net/room-link.ts';
import { partsOf } from '../../src/desk/shared/draft-doc.ts';

/** Somebody at a console with a draft open. */
export type Typist = Disposable & {
  doc: Y.Doc;
  awareness: Awareness;
  link: RoomLink;
  /** Types at the end of the title. */
  types(words: string): void;
  title(): string;
  /** Resolves once it holds; it is looked at whenever something changes. */
  until(holds: () => boolean): Promise<void>;
  /** Resolves when all that was typed was said to be saved. */
  saved(): Promise<void>;
};

export type At = { url: string; origin?: string; cookie: string; personId?: string };

/** Somebody's way to the rooms of a server. */
export const at = ({ url }: { url: string }, { cookie }: { cookie: string }): At => ({ url, cookie });

/** Opens a draft as the console does, on a real socket. */
export function typist({ url, origin = url, cookie, personId }: At, draftId: string): Typist {
  const doc = new Y.Doc();
  const { title } = partsOf(doc);
  const awareness = new Awareness(doc);
  const looks = new Set<() => void>();
  const onChange = (): void => {
    for (const look of looks) look();
  };
  const dial = (address: string): WebSocket => {
    const socket = new WebSocketClient(address, { headers: { origin, cookie } });
    // A browser tells of it by the closing alone.
    socket.on('error', () => undefined);
    return socket as unknown as WebSocket;
  };
  const as = personId === undefined ? '' : `?as=${personId}`;
  const address = `${url.replace('http', 'ws')}/desk/drafts/${draftId}/room${as}`;
  const link = linkToRoom({ address, doc, awareness, unsaved: false, onChange, dial });
  doc.on('update', onChange);
  awareness.on('change', onChange);
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        looks.delete(look);
        resolve();
      };
      looks.add(look);
      look();
    });
  return {
    doc,
    awareness,
    link,
    types: (words) => title.insert(title.length, words),
    title: () => title.toJSON(),
    until,
    saved: () => until(() => link.known().link === 'open' && link.known().unsaved === 0),
    [Symbol.dispose]() {
      link.stop();
      awareness.destroy();
    },
  };
}

/** Of a socket that is let go: its code and reason. */
export async function leftWith(
  { url, origin = url, cookie }: At,
  draftId: string,
  say: (socket: WebSocketClient) => void = () => undefined,
  query = '',
): Promise<{ code: number; reason: string }> {
  const address = `${url.replace('http', 'ws')}/desk/drafts/${draftId}/room${query}`;
  const socket = new WebSocketClient(address, { headers: { origin, cookie } });
  socket.once('open', () => say(socket));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
}
