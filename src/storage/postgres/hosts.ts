import type { ClientBase } from 'pg';
import { NewerSchema } from '../migrations.ts';

/** The servers that an address names; one of them takes writes. Shared by all connections of a thread. */
export type Hosts = {
  readonly count: number;
  /** Of the server that was last the right one. */
  readonly url: string;
  /** The next one is tried from now on, unless somebody has moved on already. */
  leave(url: string): void;
};

/** `postgres://user:password@one:5432,other:5432/name` (libpq, "Specifying Multiple Hosts"), or of one host as ever. */
export function hostsOf(address: string): Hosts {
  const urls = urlsIn(address);
  let at = 0;
  return {
    count: urls.length,
    get url() {
      return urls[at]!;
    },
    leave(url) {
      if (urls[at] === url) at = (at + 1) % urls.length;
    },
  };
}

/** An address for each host it names. */
export function urlsIn(address: string): string[] {
  const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^@/]*@)?)([^/?#]*)(.*)$/.exec(address) ?? [];
  return hosts.includes(',') ? hosts.split(',').map((host) => before + host + after) : [address];
}

/** Connects to the server that takes writes: begins with the one that last did, and tries each once. Throws what each said. */
export async function onRightServer<T>(hosts: Hosts, connect: (url: string) => Promise<T>): Promise<T> {
  const said: string[] = [];
  for (;;) {
    const { url } = hosts;
    try {
      return await connect(url);
    } catch (error) {
      if (hosts.count === 1 || isQueued(error) || error instanceof NewerSchema) throw error;
      hosts.leave(url);
      said.push(`${new URL(url).host}: ${(error as Error).message || String(error)}`);
      if (said.length === hosts.count) throw new Error(said.join('; '), { cause: error });
    }
  }
}

/** What `pg` says where all connections are in use: no server is to blame. */
const isQueued = (error: unknown): boolean =>
  (error as Error).message === 'timeout exceeded when trying to connect';

/** Throws on a replica, or a server set to be read only. With one host there is nowhere else to go. */
export async function checkWritable({ count }: Hosts, client: ClientBase): Promise<void> {
  if (count === 1) return;
  const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
  if (rows[0]?.transaction_read_only === 'on') throw new Error('it takes no writes');
}
