/** Something was committed. What, a follower reads from the logs; a wake may be early, late, doubled or lost. */
export type Wake =
  | { storyId: string; seq: number }
  /** The clock that tests set was set. */
  | { clock: true }
  /** Something may have been missed: another process wrote, a listener reconnected. */
  | { missed: true };

export type Bus = {
  publish(wake: Wake): void;
  /** Calls back on every wake, this thread's own included; the returned function ends it. */
  subscribe(listener: (wake: Wake) => void): () => void;
  close(): Promise<void>;
};

/** Listeners of one thread. A listener that throws is a bug and is thrown on. */
export function localBus(): Bus & { deliver(wake: Wake): void } {
  const listeners = new Set<(wake: Wake) => void>();
  const deliver = (wake: Wake): void => {
    for (const listener of listeners) listener(wake);
  };
  return {
    publish: deliver,
    deliver,
    subscribe(listener) {
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
  channel.onmessage = (message) => local.deliver((message as MessageEvent<Wake>).data);
  // A bus alone must not keep a process running that is done.
  (channel as unknown as { unref(): void }).unref();
  return {
    publish(wake) {
      local.deliver(wake);
      channel.postMessage(wake);
    },
    subscribe: local.subscribe,
    async close() {
      channel.close();
      await local.close();
    },
  };
}
