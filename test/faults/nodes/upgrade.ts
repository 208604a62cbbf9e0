import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { killableServer, pause, type KillableServer } from '../../support/server-process.ts';
import { drained } from './failures.ts';
import { manyNodes, type ManyNodes } from './newsroom.ts';
import { night, type Outcome } from './night.ts';
import { NOW, OLDEST, versionWith, type Version } from './versions.ts';

/** How long a balancer that learns by failures leaves out a node that is back, and some, ms. */
const UNTIL_FOUND = 4000;

/** Three nodes go from this version to one with an `expand`, and on to one with a `contract`, one after another, under way all the time. */
export async function rollingUpgrade(readers: number): Promise<Outcome> {
  using next = versionWith(1);
  using last = versionWith(2);
  await using site = await manyNodes(3);
  const told = night(site, readers);
  const { nodes, database } = site;
  // Once it stands in a node's place; the balancer knows the port alone.
  const running: KillableServer[] = [...nodes];
  const replace = async (at: number, { folder }: Version): Promise<void> => {
    await drained(told, running[at]!);
    running[at] = await killableServer(site.settings, {
      from: folder,
      port: Number(new URL(nodes[at]!.url).port),
    });
    await running[at].start();
    await pause(UNTIL_FOUND);
  };
  const schemaIs = async (version: number, oldest: number, when: string): Promise<void> => {
    const [row] = await database.ask('SELECT version, oldest FROM schema_version');
    if (row?.['version'] !== version || row['oldest'] !== oldest)
      told.fault(`${when}: the schema is ${JSON.stringify(row)}, not ${version}, ${oldest}`);
  };
  const isQuiet = { isQuiet: true };
  try {
    await told.turn('all is well', () => told.postAt(nodes, 4000), isQuiet);
    await told.turn('the first node is new: it expands', () => replace(0, next), isQuiet);
    await schemaIs(NOW + 1, OLDEST, 'after the first new node');
    await told.turn('both versions write', () => told.postAt(nodes, 3000), isQuiet);
    await told.turn('an old node is killed, and starts again', async () => {
      await running[1]!.kill();
      await pause(1000);
      await running[1]!.start();
      await pause(1000);
    });
    await told.turn('the second', () => replace(1, next), isQuiet);
    await told.turn('the third', () => replace(2, next), isQuiet);
    await told.turn('the first is newer still: what it contracts waits', () => replace(0, last), isQuiet);
    await schemaIs(NOW + 1, OLDEST, 'while older nodes run');
    await told.turn('the second', () => replace(1, last), isQuiet);
    await told.turn('the third: nobody needs the old form any more', () => replace(2, last), isQuiet);
    await schemaIs(NOW + 2, NOW + 2, 'after the last old node');
    await told.turn('all is well again', () => told.postAt(nodes, 4000), isQuiet);
    const refused = await started(next, site);
    if (refused.code !== 1 || !/schema version \d+, this Writethru knows/.test(refused.said))
      told.fault(`an old node that starts now: ${refused.code} ${refused.said}`);
    return await told.end(last.folder);
  } finally {
    await Promise.all(running.map((node) => node.kill()));
  }
}

/** A start that is expected to be refused. */
async function started({ folder }: Version, { settings }: ManyNodes) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: folder,
    env: { ...process.env, SAMPLE: 'off', ...settings, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
  });
  const [said, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, said: said.trim() };
}
