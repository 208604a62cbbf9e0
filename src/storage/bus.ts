import { BroadcastChannel } from 'node:worker_threads';

/** Something was committed. What, a follower reads from the logs; a wake may be early, late, doubled or lost. */
export type Wake =
  | { storyId: string; seq: number }
  /** The clock that tests set was set. */
  | { clock: true }
  /** Said by one part of the desk to its likes in other threads and on other nodes; at most `LONGEST_MESSAGE` as JSON. */
  | { topic: string; message: unknown }
  /** Something may have been missed: another process wrote, a listener reconnected. */
  | { missed: true };

/** Characters of a message: PostgreSQL carries 8,000 bytes with a NOTIFY, and none of ours has others than ASCII. */
export const LONGEST_MESSAGE = 7000;

export type Bus = {
  publish: (wake: Wake) => void;
  /** Calls back on every wake, this thread's own included; the returned function ends it. */
  subscribe: (listener: (wake: Wake) => void) => () => void;
  close: () => Promise<void>;
};

/** Listeners of one thread. They are called in a turn of their own: a listener that throws is a bug, but no commit of another's. */
export function localBus(): Bus {
  const listeners = new Set<{ hear: (wake: Wake) => void }>();
  return {
    publish(wake) {
      for (const listener of listeners) {
        queueMicrotask(() => {
          if (listeners.has(listener)) listener.hear(wake);
        });
      }
    },
    subscribe(hear) {
      const listener = { hear };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}

/** Threads of one process, by `BroadcastChannel`; the name keeps two data folders in one process apart. */
export function threadBus(name: string): Bus {
  const local = localBus();
  const channel = new BroadcastChannel(`writethru:${name}`);
  channel.onmessage = (message: { data: Wake }) => local.publish(message.data);
  // A bus alone must not keep a process running that is done.
  channel.unref();
  let open = true;
  return {
    publish(wake) {
      local.publish(wake);
      if (open) channel.postMessage(wake);
    },
    subscribe: local.subscribe,
    async close() {
      open = false;
      channel.close();
      await local.close();
    },
  };
}
