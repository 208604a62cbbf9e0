import { readFileSync } from 'node:fs';
import type { Environment } from '../config.ts';
import { checkWords, readArgs, type Call } from './command.ts';
import { COMMANDS } from './commands.ts';
import { DONE, Misused, MISUSED, Refused, REFUSED } from './exits.ts';
import { printCommandHelp, printGroupHelp, printHelp } from './help.ts';
import { openTerminal, type Terminal } from './terminal.ts';

type Streams = Pick<Call, 'input'> & { terminal: Terminal };

/** Runs one command; the exit code. */
async function run(args: string[], environment: Environment, streams: Streams): Promise<number> {
  const { terminal } = streams;
  const debug = args.includes('--debug');
  try {
    return await dispatch(args, environment, streams);
  } catch (error) {
    if (debug) terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    else terminal.note(sentenceFor(error));
    return error instanceof Misused ? MISUSED : REFUSED;
  }
}

function sentenceFor(error: unknown): string {
  const { name, message } = error as Error;
  if (error instanceof Misused || error instanceof Refused || name === 'StartRefused') return message;
  return `Something broke: ${message}. Run it again with --debug to see where.`;
}

async function dispatch(args: string[], environment: Environment, streams: Streams): Promise<number> {
  const { terminal } = streams;
  const [first, second] = args;
  if (first === undefined) throw new Misused(`Name a command: ${names()}. See writethru --help.`);
  if (first === '--help' || first === '-h') return helped(terminal);
  if (first === 'help')
    return second === undefined
      ? helped(terminal)
      : dispatch([...args.slice(1), '--help'], environment, streams);
  if (first === '--version') {
    terminal.print(version());
    return DONE;
  }
  const found = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`);
  if (!found) return notOneOfOurs(first, second, terminal);
  const { command } = await found.load();
  const own = args.slice(found.name.split(' ').length);
  const read = readArgs(command, own);
  if (read.has('help')) {
    printCommandHelp(terminal, command);
    return DONE;
  }
  checkWords(command, read.words);
  return command.run({ ...read, environment, ...streams });
}

/** A group of commands (`token`) tells which there are; of anything else there is none. */
function notOneOfOurs(first: string, second: string | undefined, terminal: Terminal): number {
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length === 0)
    throw new Misused(`There is no command “${first}”. There are ${names()}. See writethru --help.`);
  if (second === '--help' || second === '-h') {
    printGroupHelp(terminal, first, group);
    return DONE;
  }
  const commands = group.map(({ name, summary }) => `  writethru ${name}: ${summary}`);
  const wrong = second === undefined ? '' : `There is no command “${first} ${second}”. `;
  throw new Misused(`${wrong}Name one of these:\n${commands.join('\n')}`);
}

const names = (): string => [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0]))].join(', ');

function helped(terminal: Terminal): number {
  printHelp(terminal);
  return DONE;
}

function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

const { argv, env, stdin, stdout, stderr } = process;
const terminal = openTerminal(stdout, stderr);
process.exitCode = await run(argv.slice(2), env, { terminal, input: stdin });
