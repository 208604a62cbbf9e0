import { perform } from '../commands/perform.ts';
import type { Verb } from '../commands/verb.ts';
import type { Call } from './command.ts';
import { Refused } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';
import { refuse } from './refusal-sentence.ts';

/** Performs a verb on the newsroom's sample story, in the trash or not. */
export async function onSample(call: Call, verb: Verb): Promise<void> {
  const done = await inExistingNewsroom(configOf(call), async (newsroom) => {
    const found = await newsroom.storage.desk.sample();
    if (!found) throw new Refused('This newsroom has no sample story.');
    const order = { actor: 'cli', story: { id: found.story.id }, discarded: true, verbs: [verb] };
    return perform(newsroom, order);
  });
  if (done.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  if (done.type !== 'played') refuse(done);
}
