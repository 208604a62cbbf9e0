import { createToken } from '../commands/create-token.ts';
import { SCOPES } from '../domain/token.ts';
import type { Command } from './command.ts';
import { DONE, Misused } from './exits.ts';
import { configOf, inNewsroom } from './newsroom.ts';
import { refuse } from './refusal-sentence.ts';

export const command: Command = {
  name: 'token create',
  usage: 'NAME --scope SCOPE [options]',
  about:
    'Makes a token for the API and prints it, last. It is shown this once: only its hash is kept.\nNAME is what the token is for, as the list shows it.',
  options: {
    scope: { value: 'SCOPE', help: 'what it may do: read; write, which may read too; admin, which may all' },
    story: { value: 'SLUG', help: 'makes it good for this story alone' },
    json: { help: 'prints JSON' },
  },
  takes: { least: 1, most: 1 },
  examples: [
    'writethru token create "the desk" --scope write',
    'writethru token create stringer --scope write --story no-deal',
  ],
  async run(call) {
    const { terminal } = call;
    const [name = ''] = call.words;
    const scope = SCOPES.find((one) => one === call.value('scope'));
    if (!scope) throw new Misused(`--scope must be one of ${SCOPES.join(', ')}.`);
    const story = call.value('story') ?? null;
    const made = await inNewsroom(configOf(call), (newsroom) =>
      createToken(newsroom, { name, scope, story }),
    );
    if (made.type !== 'created') return refuse(made);
    const { id, secret } = made;
    if (call.has('json')) terminal.json({ id, name, scope, story, token: secret });
    else {
      terminal.note(
        `A token to ${scope === 'admin' ? 'administer' : scope}${story === null ? '' : ` in ${story}`}. Keep it: it is shown this once.`,
      );
      terminal.print(secret);
    }
    return DONE;
  },
};
