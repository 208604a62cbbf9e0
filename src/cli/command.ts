import { parseArgs } from 'node:util';
import { flagOf, SETTINGS, type Environment } from '../config.ts';
import { Misused } from './exits.ts';
import type { Terminal } from './terminal.ts';

export type Option = {
  /** What stands for the value in the help; an option without one is a switch. */
  value?: string;
  help: string;
};

export type Command = {
  /** As it is typed: `token create`. */
  name: string;
  /** What follows the name: `FILE|- [options]`. */
  usage: string;
  /** What it does, in a few lines. */
  about: string;
  options: Record<string, Option>;
  /** How many words may follow, beside the options. */
  takes: { least: number; most: number };
  examples: string[];
  /** The exit code. Refusals and misuse are thrown. */
  run(call: Call): Promise<number>;
};

export type Call = {
  words: string[];
  /** Value of an option, if it was given. */
  value(option: string): string | undefined;
  has(option: string): boolean;
  /** Settings given as flags, by their names in the environment. */
  flags: Environment;
  environment: Environment;
  terminal: Terminal;
  input: NodeJS.ReadableStream & { isTTY?: boolean };
};

/** What every command takes besides its own options. */
export const EVERYWHERE: Record<string, Option> = {
  help: { help: 'this text' },
  debug: { help: 'where something broke, in full' },
};

/** Reads a command's arguments. Throws `Misused`. */
export function readArgs(command: Command, args: string[]): Pick<Call, 'words' | 'value' | 'has' | 'flags'> {
  const own = Object.entries({ ...command.options, ...EVERYWHERE });
  const types = own.map(
    ([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const] as const,
  );
  const settings = SETTINGS.map(({ name }) => [flagOf(name), { type: 'string' } as const] as const);
  const options = { ...Object.fromEntries([...settings, ...types]), help: HELP };
  const { values, positionals } = parsed(command, args, options);
  const value = (option: string): string | undefined => {
    const given = values[option];
    return typeof given === 'string' ? given : undefined;
  };
  return {
    words: positionals,
    value,
    has: (option) => values[option] !== undefined,
    flags: Object.fromEntries(SETTINGS.map(({ name }) => [name, value(flagOf(name))])),
  };
}

/** Whether as many words follow the command as it takes; not asked of one who wants its help. */
export function checkWords({ takes, name, usage }: Command, words: string[]): void {
  const { least, most } = takes;
  if (words.length >= least && words.length <= most) return;
  // Words come first in the usage line, in their order.
  const missing = usage.split(' ')[words.length];
  const wrong = words.length > most ? `“${words[most]}” is one too many` : `${missing} is missing`;
  throw new Misused(`${name}: ${wrong}. ${seeHelp(name)}`);
}

const HELP = { type: 'boolean', short: 'h' } as const;

type Parsable = Record<string, { type: 'string' | 'boolean'; short?: string }>;

function parsed({ name }: Command, args: string[], options: Parsable) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const [, option = ''] = /'([^' ]+)/.exec(message) ?? [];
    const why =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `there is no option ${option}` : plain(message, option);
    throw new Misused(`${name}: ${why}. ${seeHelp(name)}`, { cause: error });
  }
}

function plain(message: string, option: string): string {
  if (/argument missing|ambiguous/.test(message)) return `${option} needs a value`;
  if (/does not take/.test(message)) return `${option} takes no value`;
  return message;
}

const seeHelp = (name: string): string => `See writethru ${name} --help.`;
