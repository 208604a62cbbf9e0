import { parseArgs } from 'node:util';
import { verify } from '../../src/ops/verify.ts';
import { deskProcesses } from '../support/desk-processes.ts';
import { pause } from '../support/server-process.ts';
import { ACTS, type Act } from './desk/acts.ts';
import { openGround, type Ground, type Sent } from './desk/ground.ts';

/**
 * Kills the server in the middle of what is done at the desk, and looks whether it was done whole or not at all, and once
 * when it is sent again; usage: npm run faults:desk -- [--rounds 4] [--engine sqlite|postgres|both] [--seed N] [--act WORDS]
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    engine: { type: 'string', default: 'both' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    act: { type: 'string', default: '' },
  },
});
const rounds = Number(values.rounds);
const engines = (['sqlite', 'postgres'] as const).filter((one) => ['both', one].includes(values.engine));
const acts = ACTS.filter(({ name }) => name.includes(values.act));
const random = seeded(Number(values.seed));

/** How often the same is sent again before it counts as never answered. */
const TRIES = 40;

console.log(`seed ${values.seed}`);
let failed = engines.length === 0 || acts.length === 0;
for (const engine of engines) failed = !(await night(engine)) || failed;
process.exit(failed ? 1 : 0);

async function night(engine: 'sqlite' | 'postgres'): Promise<boolean> {
  await using processes = await deskProcesses(engine);
  const [server] = processes.nodes;
  const faults: string[] = [];
  for (const act of acts) {
    const seen = { whole: 0, nothing: 0, answered: 0 };
    const takes = await unharmed(act, await openGround(processes.newsroom, server!.url), faults);
    for (let round = 0; round < rounds; round += 1) {
      const ground = await openGround(processes.newsroom, server!.url);
      const { sent, stands, later = [] } = await act.prepare(ground);
      const after = random() * takes * 1.2;
      const answer = ground.ask(sent).then(
        ({ ok }) => ok,
        () => false,
      );
      await pause(after);
      await server!.kill();
      const acknowledged = await answer;
      await server!.start();
      const where = `${engine}, ${act.name}, killed after ${after.toFixed(1)} ms`;
      const found = await stands();
      if (typeof found === 'object') faults.push(`${where}: half done: ${found.half}`);
      else seen[found] += 1;
      if (acknowledged) seen.answered += 1;
      if (acknowledged && found !== 'whole') faults.push(`${where}: it was acknowledged and is not there`);
      const told = await again(ground, sent, found === 'whole' ? later : []);
      if (told !== null) faults.push(`${where}: sent again: ${told}`);
      const inTheEnd = await stands();
      if (inTheEnd !== 'whole') faults.push(`${where}: after all: ${JSON.stringify(inTheEnd)}`);
    }
    const verified = await verify(processes.newsroom.storage);
    if (verified.type !== 'ok') faults.push(`${engine}, ${act.name}: verify: ${JSON.stringify(verified)}`);
    console.log(
      `${engine}: ${act.name}: ${rounds} kills within ${(takes * 1.2).toFixed(0)} ms: whole ${seen.whole}, nothing ${seen.nothing}, answered ${seen.answered}; verify ${verified.type}`,
    );
  }
  for (const fault of faults.slice(0, 20)) console.error(`  fault: ${fault}`);
  return faults.length === 0;
}

/** How long it takes where nobody is killed, ms. */
async function unharmed(act: Act, ground: Ground, faults: string[]): Promise<number> {
  const { sent, stands } = await act.prepare(ground);
  const before = performance.now();
  await ground.done(sent);
  const took = performance.now() - before;
  const found = await stands();
  if (found !== 'whole') faults.push(`${act.name}, unharmed: ${JSON.stringify(found)}`);
  return took;
}

/** Sends it again until it is answered; why that was no good answer, or null. */
async function again(ground: Ground, sent: Sent, fine: string[]): Promise<string | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await ground.ask(sent);
    if (answer.ok) return null;
    const text = await answer.text();
    if (fine.some((type) => text.includes(`#${type}"`))) return null;
    if (answer.status < 500) return `${answer.status} ${text}`;
    await pause(50);
  }
  return 'never answered';
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
