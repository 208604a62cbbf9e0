import type { Command } from './command.ts';
import { DONE } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';
import { table } from './table.ts';

import type { Person } from '../domain/desk/people.ts';

const rows = (people: Person[]): string[][] =>
  people.map(({ email, name, role, disabledAt }) => [
    email,
    name,
    role,
    disabledAt === null ? '' : `disabled ${disabledAt}`,
  ]);

export const command: Command = {
  name: 'user list',
  usage: '[options]',
  about: 'Lists the staff that is recorded.',
  options: { json: { help: 'prints JSON' } },
  takes: { least: 0, most: 0 },
  examples: ['writethru user list'],
  async run(call) {
    const { terminal } = call;
    const people = await inExistingNewsroom(configOf(call), ({ storage }) => storage.people.list());
    if (call.has('json')) terminal.json(people);
    else if (people.length === 0) terminal.print('Nobody is recorded yet.');
    else table(rows(people)).forEach(terminal.print);
    return DONE;
  },
};
