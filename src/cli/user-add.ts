import { addPerson, readPerson } from '../commands/people/add-person.ts';
import { linkPath } from '../commands/people/new-link.ts';
import { makeResetLink } from '../commands/people/reset-link.ts';
import { ROLES } from '../domain/desk/people.ts';
import type { Command } from './command.ts';
import { DONE, Misused } from './exits.ts';
import { addressOn, configOf, inNewsroom } from './newsroom.ts';
import { refuse } from './refusal-sentence.ts';

export const command: Command = {
  name: 'user add',
  usage: 'EMAIL --name NAME --role ROLE [options]',
  about: 'Records a member of staff. An address is recorded once; capitals make no difference in it.',
  options: {
    name: { value: 'NAME', help: 'as it stands in bylines' },
    role: { value: 'ROLE', help: ROLES.join(', ') },
    link: { help: 'prints a link by which they choose a password, last: it opens once, within 48 hours' },
    json: { help: 'prints JSON' },
  },
  takes: { least: 1, most: 1 },
  examples: [
    'writethru user add ada@example.org --name "Ada Moran" --role editor',
    'writethru user add ines@example.org --name "Ines Vidal" --role admin --link',
  ],
  async run(call) {
    const role = ROLES.find((one) => one === call.value('role'));
    if (!role) throw new Misused(`--role must be one of ${ROLES.join(', ')}.`);
    const [email = ''] = call.words;
    const input = { email, name: call.value('name') ?? '', role };
    const wrong = readPerson(input).errors.map(
      ({ pointer, detail }) => `${pointer === '/name' ? '--name' : `“${email.slice(0, 60)}”`} ${detail}.`,
    );
    if (wrong.length > 0) throw new Misused(wrong.join('\n'));
    const config = configOf(call);
    const { added, token } = await inNewsroom(config, async (newsroom) => {
      const person = await addPerson(newsroom, 'cli', input);
      if (person.type !== 'added' || !call.has('link')) return { added: person, token: null };
      const maker = { actor: 'cli', madeBy: null };
      const made = await makeResetLink(newsroom, maker, person.person, { welcome: true });
      return { added: person, token: made.token };
    });
    if (added.type !== 'added') return refuse(added);
    const { person } = added;
    const link = token === null ? null : await addressOn(config, linkPath(token));
    if (call.has('json')) call.terminal.json({ ...person, ...(link !== null && { link }) });
    else {
      call.terminal.print(`${person.name} <${person.email}> is recorded, as ${role}.`);
      if (link !== null) call.terminal.print(link);
    }
    return DONE;
  },
};
