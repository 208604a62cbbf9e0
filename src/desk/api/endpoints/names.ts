import { Type } from 'typebox';
import { isId } from '../../../domain/id.ts';
import { closed } from '../../../schemas/fields.ts';
import type { Storage } from '../../../storage/storage.ts';
import { complete } from '../../names/complete.ts';
import { noNames, noteName, type NamesUsed } from '../../names/names-in.ts';
import { namesOfSite, namesOfStory, type NamesMemory } from '../../names/names-used.ts';
import type { NameKind } from '../../shared/wire.ts';
import { deskEndpoint, ok } from '../endpoint.ts';

/** Of each newsroom that this thread serves; what it holds is made anew from the logs. */
const memories = new WeakMap<Storage, NamesMemory>();

/** Names used before, while one is typed: of who is quoted, what they are, who carried it, who writes. */
export const listNames = deskEndpoint({
  at: 'GET /names',
  query: closed({
    kind: Type.Unsafe<NameKind>({ enum: ['speaker', 'outlet', 'role', 'author'] }),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    story: Type.Optional(Type.String({ maxLength: 36 })),
  }),
  async answer({ newsroom: { storage }, query: { kind, q = '', story = '' } }) {
    const memory = memories.get(storage) ?? new Map();
    memories.set(storage, memory);
    const here = isId(story) ? await namesOfStory(storage, memory, story) : [];
    const elsewhere = await namesOfSite(storage, memory);
    if (kind === 'author') elsewhere.push(await writers(storage));
    return ok(complete(kind, q, { here, elsewhere }));
  },
});

/** Those whom the newsroom has told of, and those who work in it. */
async function writers(storage: Storage): Promise<NamesUsed> {
  const used = noNames();
  for (const { name } of (await storage.listAuthors({ limit: 500, cursor: null })).items)
    noteName(used, 'author', name);
  for (const { name, disabledAt } of await storage.people.list())
    if (disabledAt === null) noteName(used, 'author', name);
  return used;
}
