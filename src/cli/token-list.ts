import type { Command } from './command.ts';
import { DONE } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';
import { table } from './table.ts';

export const command: Command = {
  name: 'token list',
  usage: '[options]',
  about: 'Lists the tokens there are and were, never their secrets.',
  options: { json: { help: 'prints JSON' } },
  takes: { least: 0, most: 0 },
  examples: ['writethru token list', 'writethru token list --json'],
  async run(call) {
    const { terminal } = call;
    const tokens = await inExistingNewsroom(configOf(call), async ({ storage }) => {
      const listed = await storage.tokens.list();
      return Promise.all(
        listed.map(async ({ storyId, id, name, scope, createdAt, lastUsedAt, revokedAt }) => {
          const found = storyId === null ? null : await storage.findStory({ id: storyId });
          const story = found?.story.slug ?? storyId;
          return { id, name, scope, story, createdAt, lastUsedAt, revokedAt };
        }),
      );
    });
    if (call.has('json')) terminal.json(tokens);
    else if (tokens.length === 0)
      terminal.print('There are no tokens. Make one: writethru token create NAME --scope write');
    else {
      const rows = tokens.map(({ id, name, scope, story, lastUsedAt, revokedAt }) => [
        id,
        name,
        scope,
        story ?? 'every story',
        revokedAt === null ? `last used ${lastUsedAt ?? 'never'}` : `revoked ${revokedAt}`,
      ]);
      table(rows).forEach(terminal.print);
    }
    return DONE;
  },
};
