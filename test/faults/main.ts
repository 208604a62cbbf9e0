import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freshDatabase } from '../support/postgres.ts';
import { configOf, faultsOf, prepare, verifiedBy, whatIsThere } from './ground.ts';
import { poster } from './poster.ts';
import { resumingReader } from './reader.ts';
import { killableServer, pause } from '../support/server-process.ts';

/** Kills a server again and again while it is written to and read; usage: npm run faults -- [--kills 50] [--engine sqlite|postgres|both] */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, engine: { type: 'string', default: 'both' } },
});
const kills = Number(values.kills);
const engines = values.engine === 'both' ? ['sqlite', 'postgres'] : [values.engine];

/** A kill comes at a random moment: most after the server is ready, some while it starts; at most so much later, ms. */
const KILL_WITHIN = 1200;
const WHILE_STARTING = 0.2;

/** How long the reader may need to have all events once the posters are done, ms. */
const CAUGHT_UP_WITHIN = 20_000;

let failed = false;
for (const engine of engines) failed = !(await night(engine)) || failed;
process.exit(failed ? 1 : 0);

async function night(engine: string): Promise<boolean> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-faults-'));
  await using database = engine === 'postgres' ? await freshDatabase() : null;
  const settings: Record<string, string> = {
    DATA_DIR: folder,
    ...(database && { DATABASE_URL: database.url }),
  };
  const config = configOf(settings);
  const { slug, token } = await prepare(config);
  const server = await killableServer(settings);
  await server.start();
  const posters = ['one', 'two'].map((name) => poster(server.url, slug, token, name));
  const reader = resumingReader(server.url, `/stories/${slug}/live`);
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(Math.random() * KILL_WITHIN);
    await server.kill();
    if (Math.random() < WHILE_STARTING) {
      server.begin();
      continue;
    }
    await server.start();
  }
  await server.kill();
  await server.start();
  await Promise.all(posters.map((each) => each.finish()));
  const found = await whatIsThere(config, slug);
  await until(() => reader.seen.length >= found.seq, CAUGHT_UP_WITHIN);
  reader.stop();
  const exit = await server.stop();
  const verified = verifiedBy(settings);
  const faults = [...posters.flatMap((each) => each.faults), ...reader.faults, ...faultsOf(posters, found)];
  if (reader.seen.length !== found.seq)
    faults.push(`the reader saw ${reader.seen.length} of ${found.seq} events`);
  if (exit !== 0) faults.push(`the server exited with ${exit}`);
  if (verified.status !== 0) faults.push(`verify: ${verified.stdout}${verified.stderr}`);
  const acknowledged = posters.reduce((sum, each) => sum + each.acknowledged.length, 0);
  const retries = posters.reduce((sum, each) => sum + each.failures.length, 0);
  console.log(
    `${engine}: kills ${kills}  acknowledged ${acknowledged}  lost ${found.lost(posters)}  doubled ${found.doubled}  retries ${retries}  ` +
      `reader: events ${reader.seen.length} of ${found.seq} in ${reader.connections} connections  verify: ${verified.stdout.trim()}`,
  );
  for (const fault of faults.slice(0, 10)) console.error(`  fault: ${fault}`);
  fs.rmSync(folder, { recursive: true, force: true });
  return faults.length === 0;
}

async function until(condition: () => boolean, within: number): Promise<void> {
  const end = Date.now() + within;
  while (!condition() && Date.now() < end) await pause(20);
}
