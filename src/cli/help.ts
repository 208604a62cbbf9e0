import { flagOf, SETTINGS } from '../config.ts';
import { COMMANDS } from './commands.ts';
import { EVERYWHERE, type Command, type Option } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Of the whole: which commands there are. */
export function printHelp({ print, bold }: Terminal): void {
  print(`${bold('writethru')} runs a newsroom for live coverage.\n`);
  print(`${bold('Usage')}\n  writethru COMMAND [options]\n`);
  print(bold('Commands'));
  for (const line of columns(COMMANDS.map(({ name, summary }) => [name, summary]))) print(line);
  print('');
  print(bold('Options'));
  for (const line of columns([
    ['--help', 'this text; after a command, that command’s'],
    ['--version', 'which Writethru this is'],
  ])) {
    print(line);
  }
  print('');
  print(bold('Examples'));
  print('  writethru start\n  writethru import post.html\n  writethru token create "the desk" --scope write');
}

/** Of commands that share their first word, `token`. */
export function printGroupHelp(
  { print, bold }: Terminal,
  first: string,
  group: { name: string; summary: string }[],
): void {
  print(`${bold('Usage')}\n  writethru ${first} COMMAND [options]\n`);
  print(bold('Commands'));
  for (const line of columns(group.map(({ name, summary }) => [name, summary]))) print(line);
  print(`\nSee writethru ${group[0]?.name} --help, and so on.`);
}

/** Of one command. */
export function printCommandHelp({ print, bold }: Terminal, command: Command): void {
  const { name, usage, about, options, examples } = command;
  print(`${bold('Usage')}\n  writethru ${[name, usage].filter((part) => part !== '').join(' ')}\n`);
  print(`${about}\n`);
  print(bold('Options'));
  for (const line of columns(Object.entries({ ...options, ...EVERYWHERE }).map(asRow))) print(line);
  print('');
  print(bold('Settings, as options or in the environment (--data-dir or DATA_DIR)'));
  const settings = name === 'start' ? SETTINGS : SETTINGS.filter((setting) => OF_A_COMMAND.has(setting.name));
  for (const line of columns(settings.map(settingRow))) print(line);
  print('');
  print(bold('Examples'));
  for (const example of examples) print(`  ${example}`);
}

/** The settings that matter to a command that is no server. */
const OF_A_COMMAND = new Set(['DATA_DIR', 'DATABASE_URL', 'BASE_URL', 'HOST', 'PORT']);

const asRow = ([name, { value, help }]: [string, Option]): [string, string] => [
  `--${name}${value ? ` ${value}` : ''}`,
  help,
];

const settingRow = ({ name, help, fallback }: (typeof SETTINGS)[number]): [string, string] => [
  `--${flagOf(name)}`,
  fallback === '' ? help : `${help} (${fallback})`,
];

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
