import pg from 'pg';
import { localBus, type Bus, type Wake } from '../bus.ts';
import { CHANNEL } from './names.ts';

/** How long after a lost connection the next is tried, ms. */
const RETRY = 250;

/**
 * Nodes and threads, by LISTEN. What a commit publishes goes out with the commit itself (`pg_notify` in its transaction);
 * after a reconnect followers are woken to read from their cursors, for what was notified meanwhile is lost.
 */
export async function notifyBus(url: string): Promise<Bus> {
  const local = localBus();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => local.deliver(wakeFrom(payload)));
    next.on('error', () => undefined);
    next.on('end', again);
    await next.connect();
    await next.query(`LISTEN ${CHANNEL}`);
    client = next;
    local.deliver({ missed: true });
  };
  const again = (): void => {
    client = null;
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      listen().catch(again);
    }, RETRY);
  };

  await listen();
  return {
    publish: local.deliver,
    subscribe: local.subscribe,
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
      await local.close();
    },
  };
}

/** Anyone with the database can notify: what cannot be read is taken as "something was missed". */
function wakeFrom(payload: string | undefined): Wake {
  try {
    return JSON.parse(payload ?? '') as Wake;
  } catch {
    return { missed: true };
  }
}
