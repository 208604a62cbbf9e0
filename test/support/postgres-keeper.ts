import { makeCluster, type Cluster } from './postgres-cluster.ts';

/**
 * A process that keeps one PostgreSQL for whoever started it and outlives that one only to clean up:
 * when the channel to it breaks – done, failed or killed – the server is stopped and its folder removed.
 */
export type Order = 'stop' | 'start' | 'end';
export type Report = { done: Order | 'ready'; url: string } | { failed: string };

let cluster: Cluster | undefined;
let orders: Promise<void> = Promise.resolve();

async function end(): Promise<never> {
  await cluster?.stop();
  cluster?.remove();
  process.exit(0);
}

async function carryOut(order: Order): Promise<void> {
  if (order === 'end') await end();
  else await cluster?.[order]();
}

function report(outcome: Report): void {
  if (process.connected) process.send?.(outcome);
}

function inTurn(done: Order | 'ready', work: () => Promise<void>): void {
  orders = orders.then(async () => {
    try {
      await work();
      report({ done, url: cluster?.url ?? '' });
    } catch (error) {
      report({ failed: error instanceof Error ? error.message : String(error) });
    }
  });
}

// Ctrl-C reaches the whole group; this one stays until the others are gone.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => inTurn('end', end));
process.on('message', (order: Order) => inTurn(order, () => carryOut(order)));

inTurn('ready', async () => {
  cluster = await makeCluster({ synced: process.argv.includes('--synced') });
  await cluster.start();
});
