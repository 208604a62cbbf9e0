import { Client } from 'pg';
import { localBus, type Bus, type Wake } from '../bus.ts';
import { NewerSchema } from '../migrations.ts';
import { reachable } from './errors.ts';
import { checkWritable, onRightServer, type Hosts } from './hosts.ts';
import { CHANNEL } from './names.ts';
import { register } from './versions.ts';

/** How long after a lost connection the next is tried, ms. */
const RETRY = 250;

/** How often a line that says nothing is asked whether it is still there, and how long it may take to answer, ms. */
const BEAT = 15_000;
const PATIENCE = 5000;

/** What a program knows of the schema, and whom to tell that this is no longer enough. */
export type Version = { known: number; onOutgrown: (error: NewerSchema) => void };

/**
 * Nodes and threads, by LISTEN. What a commit publishes goes out with the commit itself (`pg_notify` in its transaction);
 * after a reconnect followers are woken to read from their cursors, for what was notified meanwhile is lost.
 * The line also tells which version runs here; `onOutgrown`: the schema has gone past it while the line was lost.
 */
export async function notifyBus(hosts: Hosts, { known, onOutgrown }: Version): Promise<Bus> {
  const local = localBus();
  let line: Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const next = await onRightServer(hosts, (url) => listening(hosts, url, known, local.publish));
    if (closed) return next.end();
    line = next;
    next.once('end', lost);
    local.publish({ missed: true });
  };
  const lost = (): void => {
    line = null;
    if (closed) return;
    retry = setTimeout(() => {
      listen().catch((error: unknown) => (error instanceof NewerSchema ? onOutgrown(error) : lost()));
    }, RETRY);
  };
  /** The line says one thing after another: pg gives up queueing what is asked meanwhile. */
  let saying: Promise<unknown> = Promise.resolve();
  const say = (on: Client, statement: string, values: string[] = []): Promise<unknown> => {
    const said = saying.then(() => on.query(statement, values));
    saying = said.catch(() => undefined);
    return said;
  };
  const beat = setInterval(() => {
    const asked = line;
    if (!asked) return;
    say(asked, 'SELECT')
      .catch(() => asked.end())
      .catch(() => undefined);
  }, BEAT);
  beat.unref();

  try {
    await reachable(listen());
  } catch (error) {
    clearInterval(beat);
    throw error;
  }
  return {
    publish(wake) {
      if (!line) return local.publish(wake);
      say(line, 'SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(wake)]).catch(() => local.publish(wake));
    },
    subscribe: local.subscribe,
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(beat);
      await line?.end();
      await local.close();
    },
  };
}

async function listening(
  hosts: Hosts,
  url: string,
  known: number,
  hear: (wake: Wake) => void,
): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'writethru listener',
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  client.on('notification', ({ payload }) => hear(wakeFrom(payload)));
  // Told by `end` as well; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkWritable(hosts, client);
    await register(client, known);
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
}

/** Anyone with the database can notify: what cannot be read is taken as "something was missed". */
function wakeFrom(payload: string | undefined): Wake {
  try {
    const wake = JSON.parse(payload ?? '') as Partial<{
      storyId: unknown;
      seq: unknown;
      clock: unknown;
      topic: unknown;
      message: unknown;
    }> | null;
    const { storyId, seq, clock, topic, message } = wake ?? {};
    if (clock === true) return { clock: true };
    if (typeof topic === 'string') return { topic, message };
    return typeof storyId === 'string' && typeof seq === 'number' ? { storyId, seq } : { missed: true };
  } catch {
    return { missed: true };
  }
}
