import { readEmail } from '../commands/people/email.ts';
import { linkPath } from '../commands/people/new-link.ts';
import { makeResetLink } from '../commands/people/reset-link.ts';
import type { Command } from './command.ts';
import { DONE, Refused } from './exits.ts';
import { addressOn, configOf, inExistingNewsroom } from './newsroom.ts';

export const command: Command = {
  name: 'user link',
  usage: 'EMAIL [options]',
  about:
    'Prints a link by which a member of staff sets a new password. It opens once, within two hours; one made before opens no more.',
  options: { json: { help: 'prints JSON' } },
  takes: { least: 1, most: 1 },
  examples: ['writethru user link ada@example.org'],
  async run(call) {
    const [given = ''] = call.words;
    const email = readEmail(given) ?? '';
    const config = configOf(call);
    const made = await inExistingNewsroom(config, async (newsroom) => {
      const person = await newsroom.storage.people.byEmail(email);
      if (!person || person.disabledAt !== null) return null;
      return makeResetLink(newsroom, { actor: 'cli', madeBy: null }, person);
    });
    if (!made) throw new Refused(`Nobody with the address ${given.slice(0, 60)} works here.`);
    const link = await addressOn(config, linkPath(made.token));
    if (call.has('json')) call.terminal.json({ email, link, expiresAt: made.link.expiresAt });
    else call.terminal.print(link);
    return DONE;
  },
};
