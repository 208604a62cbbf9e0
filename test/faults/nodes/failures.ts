import { eventually } from '../../support/eventually.ts';
import { photo } from '../../support/pictures.ts';
import { pause, type KillableServer } from '../../support/server-process.ts';
import { manyNodes, type ManyNodes } from './newsroom.ts';
import { night, type Night, type Outcome } from './night.ts';

/** Threads of a node, each of which listens on a line of its own. */
const THREADS = 2;

/** A line that says nothing is asked every 15 s and given 5: after so long it is a new one, ms. */
const UNTIL_A_NEW_LINE = 22_000;

/** Everything that may happen to one of several nodes, or to their database, in turn. */
export async function failures(count: number, readers: number): Promise<Outcome> {
  await using site = await manyNodes(count);
  const { nodes, database, line } = site;
  const [first, last] = [nodes[0]!, nodes.at(-1)!];
  const told = night(site, readers);
  await told.turn('all is well', () => told.postAt(nodes, 8000), { isQuiet: true });
  await told.turn(
    'a node is killed',
    async () => {
      await pause(1000);
      await first.kill();
      await pause(4000);
    },
    { away: first.url },
  );
  await told.turn('it is back', async () => {
    await first.start();
    await pause(2000);
  });
  await told.turn('notifications are lost', () => cutListeners(site, 4000));
  await told.turn('a listening line goes silent', async () => {
    const silent = line.deadenListeners();
    if (silent !== THREADS) told.fault(`${silent} lines went silent in place of ${THREADS}`);
    await pause(UNTIL_A_NEW_LINE);
  });
  await told.turn('it is a new one', () => told.postAt([first], 3000), { isQuiet: true });
  await told.turn('a node drains, and stops', () => drained(told, last), { isQuiet: true, away: last.url });
  await told.turn(
    'it starts again',
    async () => {
      await last.start();
      await pause(2000);
    },
    { isQuiet: true },
  );
  await told.turn('PostgreSQL is restarted', async () => {
    await pause(1000);
    await database.stop();
    await pause(1500);
    await database.start();
    await pause(2000);
  });
  await told.turn('the primary is gone, its replica promoted', async () => {
    await pause(1000);
    await database.promote();
    await pause(3000);
  });
  await told.turn('all is well again', () => told.postAt(nodes, 4000), { isQuiet: true });
  await told.turn('a picture is had from every node', () => onePicture(site, told), { isQuiet: true });
  return await told.end();
}

/** Cuts the lines by which nodes are notified, again and again. */
async function cutListeners({ database }: ManyNodes, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    await database.ask(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'writethru listener'`,
    );
    await pause(150);
  }
}

/** Told to stop, a node says so to the balancer, and serves on meanwhile. */
export async function drained(told: Night, node: KillableServer): Promise<void> {
  const stopped = node.stop();
  const ask = (path: string): Promise<number> =>
    fetch(node.url + path, { headers: { connection: 'close' } }).then(
      ({ status }) => status,
      () => 0,
    );
  await eventually(async () => (await ask('/readyz')) === 503);
  const page = await ask('/');
  if (page !== 200) told.fault(`a node that drains answered / with ${page}`);
  const exit = await stopped;
  if (exit !== 0) told.fault(`a node that was told to stop exited with ${exit}`);
  await pause(1000);
}

/** A picture that was sent to one node is had from every other. */
async function onePicture({ balancer, nodes, token }: ManyNodes, told: Night): Promise<void> {
  const answer = await fetch(`${balancer}/api/v1/media?alt=A%20pier.`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(await photo(700, 500)),
    signal: AbortSignal.timeout(30_000),
  });
  if (answer.status !== 201) return told.fault(`the picture: ${answer.status} ${await answer.text()}`);
  const { src } = (await answer.json()) as { src: string };
  for (const { url } of nodes) {
    const { status } = await fetch(url + new URL(src, url).pathname, { signal: AbortSignal.timeout(30_000) });
    if (status !== 200) told.fault(`the picture at ${url}: ${status}`);
  }
}
