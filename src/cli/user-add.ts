import { addPerson, readPerson } from '../commands/people/add-person.ts';
import { ROLES } from '../domain/desk/people.ts';
import type { Command } from './command.ts';
import { DONE, Misused } from './exits.ts';
import { configOf, inNewsroom } from './newsroom.ts';
import { refuse } from './refusal-sentence.ts';

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
    const role = ROLES.find((one) => one === call.value('role'));
    if (!role) throw new Misused(`--role must be one of ${ROLES.join(', ')}.`);
    const [email = ''] = call.words;
    const input = { email, name: call.value('name') ?? '', role };
    const wrong = readPerson(input).errors.map(
      ({ pointer, detail }) => `${pointer === '/name' ? '--name' : `“${email.slice(0, 60)}”`} ${detail}.`,
    );
    if (wrong.length > 0) throw new Misused(wrong.join('\n'));
    const added = await inNewsroom(configOf(call), (newsroom) => addPerson(newsroom, 'cli', input));
    if (added.type !== 'added') return refuse(added);
    const { person } = added;
    if (call.has('json')) call.terminal.json(person);
    else call.terminal.print(`${person.name} <${person.email}> is recorded, as ${role}.`);
    return DONE;
  },
};
