import type { Command } from './command.ts';
import { DONE } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';
import { table } from './table.ts';

export const command: Command = {
  name: 'user list',
  usage: '[options]',
  about: 'Lists the staff that is recorded.',
  options: { json: { help: 'prints JSON' } },
  takes: { least: 0, most: 0 },
  examples: ['writethru user list'],
  async run(call) {
    const { terminal } = call;
    const users = await inExistingNewsroom(configOf(call), ({ storage }) => storage.users.list());
    if (call.has('json')) terminal.json(users);
    else if (users.length === 0) terminal.print('Nobody is recorded yet.');
    else table(users.map(({ email, name, role }) => [email, name, role])).forEach(terminal.print);
    return DONE;
  },
};
