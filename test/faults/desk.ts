import { parseArgs } from 'node:util';
import { verify } from '../../src/ops/verify.ts';
import { deskProcesses } from '../support/desk-processes.ts';
import { pause } from '../support/server-process.ts';
import { ACTS, type Act } from './desk/acts.ts';
import { openGround, type Ground, type Sent } from './desk/ground.ts';
import { knife, type Knife } from './desk/knife.ts';
import { seeded } from '../support/seeded.ts';

/**
 * Kills the server in the middle of what is done at the desk, and looks whether it was done whole or not at all, and once
 * when it is sent again. All acts are under way at once, each with a moment of its own for the one kill of a round.
 * usage: npm run faults:desk -- [--rounds 6] [--engine sqlite|postgres|both] [--seed N] [--act WORDS]
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
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

/** One act over all rounds: when it is killed, and how it stood then. */
type Trial = { act: Act; knife: Knife; kills: number[]; whole: number; nothing: number; answered: number };

console.log(`seed ${values.seed}`);
let failed = engines.length === 0 || acts.length === 0 || !(rounds > 0);
for (const engine of engines) failed = !(await night(engine)) || failed;
process.exit(failed ? 1 : 0);

async function night(engine: 'sqlite' | 'postgres'): Promise<boolean> {
  await using processes = await deskProcesses(engine);
  const { newsroom } = processes;
  const server = processes.nodes[0]!;
  const faults: string[] = [];
  const ground = (): Promise<Ground> => openGround(newsroom, server.url);
  // As cold as it is after a kill.
  await server.kill();
  await server.start();
  const trials: Trial[] = (await unharmed(ground, faults)).map(([act, takes]) => ({
    act,
    knife: knife(takes, random),
    kills: [],
    whole: 0,
    nothing: 0,
    answered: 0,
  }));
  for (let round = 0; round < rounds; round += 1) {
    const ready = [];
    for (const trial of trials) {
      const on = await ground();
      ready.push({ trial, on, after: trial.knife.next(), ...(await trial.act.prepare(on)) });
    }
    const until = Math.max(...ready.map(({ after }) => after));
    const answers = ready.map(async ({ on, sent, after }) => {
      await pause(until - after);
      return on.ask(sent).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    await pause(until);
    await server.kill();
    const acknowledged = await Promise.all(answers);
    await server.start();
    for (const [at, { trial, on, after, sent, stands, later = [] }] of ready.entries()) {
      const where = `${engine}, ${trial.act.name}, killed after ${after.toFixed(1)} ms`;
      const found = await stands();
      trial.kills.push(after);
      trial.knife.found(after, found === 'whole');
      if (typeof found === 'object') faults.push(`${where}: half done: ${found.half}`);
      else trial[found] += 1;
      if (acknowledged[at]) trial.answered += 1;
      if (acknowledged[at] && found !== 'whole')
        faults.push(`${where}: it was acknowledged and is not there`);
      const told = await again(on, sent, found === 'whole' ? later : []);
      if (told !== null) faults.push(`${where}: sent again: ${told}`);
      const inTheEnd = await stands();
      if (inTheEnd !== 'whole') faults.push(`${where}: after all: ${JSON.stringify(inTheEnd)}`);
    }
    const logs = await verify(newsroom.storage);
    if (logs.type !== 'ok') faults.push(`${engine}, round ${round + 1}: verify: ${JSON.stringify(logs)}`);
    console.log(
      `${engine}: round ${round + 1} of ${rounds}, ${ready.length} acts killed; verify ${logs.type}`,
    );
  }
  for (const { act, kills, whole, nothing, answered } of trials) {
    const when = `${Math.min(...kills).toFixed(0)} to ${Math.max(...kills).toFixed(0)} ms`;
    console.log(
      `${engine}: ${act.name}: ${kills.length} kills after ${when}: whole ${whole}, nothing ${nothing}, answered ${answered}`,
    );
  }
  console.log(`${engine}: faults ${faults.length}`);
  for (const fault of faults.slice(0, 20)) console.error(`  fault: ${fault}`);
  return faults.length === 0;
}

/** How long each takes where nothing is killed and all are under way at once, ms. */
async function unharmed(ground: () => Promise<Ground>, faults: string[]): Promise<[Act, number][]> {
  const ready = [];
  for (const act of acts) {
    const on = await ground();
    ready.push({ act, on, ...(await act.prepare(on)) });
  }
  return Promise.all(
    ready.map(async ({ act, on, sent, stands }): Promise<[Act, number]> => {
      const before = performance.now();
      await on.done(sent);
      const took = performance.now() - before;
      const found = await stands();
      if (found !== 'whole') faults.push(`${act.name}, unharmed: ${JSON.stringify(found)}`);
      return [act, took];
    }),
  );
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
