import { newId } from '../domain/id.ts';
import { checkName } from '../domain/plain-text.ts';
import type { Command } from './command.ts';
import { DONE, Misused, Refused } from './exits.ts';
import { configOf, inNewsroom } from './newsroom.ts';

const ROLES = ['reporter', 'editor', 'admin'] as const;

/** Longest address, in characters (RFC 5321 §4.5.3.1.3). */
const LONGEST_EMAIL = 254;
const LONGEST_NAME = 120;

export const command: Command = {
  name: 'user add',
  usage: 'EMAIL --name NAME --role ROLE [options]',
  about: 'Records a member of staff. An address is recorded once; capitals make no difference in it.',
  options: {
    name: { value: 'NAME', help: 'as it stands in bylines' },
    role: { value: 'ROLE', help: ROLES.join(', ') },
    json: { help: 'prints JSON' },
  },
  takes: { least: 1, most: 1 },
  examples: ['writethru user add ada@example.org --name "Ada Moran" --role editor'],
  async run(call) {
    const email = readEmail(call.words[0] ?? '');
    const name = checkName(call.value('name') ?? '', LONGEST_NAME);
    const role = ROLES.find((one) => one === call.value('role'));
    if (name === null) throw new Misused(`--name must be one line of 1 to ${LONGEST_NAME} characters.`);
    if (!role) throw new Misused(`--role must be one of ${ROLES.join(', ')}.`);
    const user = await inNewsroom(configOf(call), async ({ storage, clock }) => {
      const createdAt = await clock.fresh();
      const recorded = { id: newId(createdAt), email, name, role, createdAt };
      return (await storage.users.add(recorded)) ? recorded : null;
    });
    if (!user) throw new Refused(`Somebody with the address ${email} is recorded already.`);
    if (call.has('json')) call.terminal.json(user);
    else call.terminal.print(`${name} <${email}> is recorded, as ${role}.`);
    return DONE;
  },
};

function readEmail(text: string): string {
  const email = checkName(text, LONGEST_EMAIL)?.toLowerCase() ?? '';
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email))
    throw new Misused(`“${text.slice(0, 60)}” is no mail address such as ada@example.org.`);
  return email;
}
