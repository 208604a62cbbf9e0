import { revokeToken } from '../commands/create-token.ts';
import type { Command } from './command.ts';
import { DONE, Refused } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';

export const command: Command = {
  name: 'token revoke',
  usage: 'ID [options]',
  about: 'Takes a token out of force, at once and for good. “token list” shows the ids.',
  options: {},
  takes: { least: 1, most: 1 },
  examples: ['writethru token revoke 0193f6a4-5b1c-7d20-9c3e-2f0a8b7c6d5e'],
  async run(call) {
    const [id = ''] = call.words;
    const revoked = await inExistingNewsroom(configOf(call), (newsroom) => revokeToken(newsroom, id, 'cli'));
    if (revoked.type !== 'revoked') throw new Refused(`No token in force has the id ${id}.`);
    call.terminal.print('Revoked.');
    return DONE;
  },
};
