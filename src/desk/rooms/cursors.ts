import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { CursorUser } from '../shared/room-wire.ts';

/** Cursors of one console, and characters of what is said of each. */
const MOST = 4;
const LONGEST = 2000;

/** Origin of what another thread or node said. */
const FROM_BUS = Symbol('from the bus');

/** Whoever has the draft open here. */
export type CursorHolder = { user: CursorUser };

export type Cursors<H extends CursorHolder> = {
  /** Takes what a console says of itself, under the name its session has; what it says of others is left out. Throws where it cannot be read. */
  hear(holder: H, update: Uint8Array): void;
  hearBus(update: Uint8Array): void;
  /** All there are; null where there are none. */
  all(): Uint8Array | null;
  /** Of those whose consoles are here, each by itself. */
  here(): Uint8Array[];
  leave(holder: H): void;
  close(): void;
};

/** Who is where in a draft. `tell` shows it to the consoles here, `post` to the other threads and nodes. */
export function openCursors<H extends CursorHolder>(
  doc: Y.Doc,
  tell: (update: Uint8Array, except: unknown) => void,
  post: (update: Uint8Array) => void,
): Cursors<H> {
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const holders = new Map<number, H>();

  const encoded = (ids: number[]): Uint8Array => encodeAwarenessUpdate(awareness, ids);
  awareness.on('update', (change: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
    const ids = [...change.added, ...change.updated, ...change.removed];
    tell(encoded(ids), origin);
    if (origin === FROM_BUS) return;
    for (const id of ids) post(encoded([id]));
  });

  const isAnothers = (id: number, { user }: H): boolean => {
    const state = awareness.getStates().get(id) as { user?: Partial<CursorUser> } | undefined;
    return state !== undefined && state.user?.id !== user.id;
  };
  const countOf = (holder: H): number => [...holders.values()].filter((one) => one === holder).length;

  return {
    hear(holder, update) {
      const own = entriesOf(update).filter(({ id }) => !isAnothers(id, holder));
      for (const { id, clock, state } of own) {
        if (holders.get(id) !== holder && countOf(holder) >= MOST) continue;
        holders.set(id, holder);
        const said = state && { ...state, user: holder.user };
        applyAwarenessUpdate(awareness, entry(id, clock, said), holder);
      }
    },
    hearBus(update) {
      for (const { id } of entriesOf(update)) holders.delete(id);
      applyAwarenessUpdate(awareness, update, FROM_BUS);
    },
    all() {
      const ids = [...awareness.getStates().keys()];
      return ids.length === 0 ? null : encoded(ids);
    },
    here: () => [...holders.keys()].filter((id) => awareness.getStates().has(id)).map((id) => encoded([id])),
    leave(holder) {
      const ids = [...holders].filter(([, one]) => one === holder).map(([id]) => id);
      for (const id of ids) holders.delete(id);
      removeAwarenessStates(awareness, ids, null);
    },
    close: () => awareness.destroy(),
  };
}

type Entry = { id: number; clock: number; state: Record<string, unknown> | null };

/** What y-protocols' awareness writes; bounded, for it came from outside. */
function entriesOf(update: Uint8Array): Entry[] {
  const from = decoding.createDecoder(update);
  const count = decoding.readVarUint(from);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index >= MOST) throw new Error('too many cursors for one console');
    const id = decoding.readVarUint(from);
    const clock = decoding.readVarUint(from);
    const said = decoding.readVarString(from);
    if (said.length > LONGEST) throw new Error('a cursor says too much');
    const state = JSON.parse(said) as unknown;
    if (typeof state !== 'object' || Array.isArray(state)) throw new Error('a cursor is an object');
    entries.push({ id, clock, state: state as Entry['state'] });
  }
  return entries;
}

function entry(id: number, clock: number, state: object | null): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, 1);
  encoding.writeVarUint(to, id);
  encoding.writeVarUint(to, clock);
  encoding.writeVarString(to, JSON.stringify(state));
  return encoding.toUint8Array(to);
}
