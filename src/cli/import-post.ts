import { toJson, type ProposedStory } from '../importer/proposal.ts';
import { propose, type ProposeOptions } from '../importer/propose.ts';
import type { StoryState } from '../domain/story.ts';
import type { Call } from './command.ts';
import { DONE, Misused, Refused } from './exits.ts';
import { configOf, giveWay, inNewsroom, storyAddress } from './newsroom.ts';
import { picturesBeside, takeBeside } from './post-pictures.ts';
import { refuse } from './refusal-sentence.ts';

type How = { format: NonNullable<ProposeOptions['format']>; state: StoryState };

/** Reads a flat post and takes it in, or shows how it was read. */
export async function importPost(call: Call, bytes: Uint8Array, { format, state }: How): Promise<number> {
  const [zone, date] = [call.value('zone'), call.value('date')];
  const proposal = propose(bytes, {
    format,
    ...(zone !== undefined && { zone }),
    ...(date !== undefined && { date }),
  });
  if (proposal.type === 'refused') {
    const asked = /^(?:unknown-zone|malformed-date|unknown-format)$/.test(proposal.reason);
    throw asked ? new Misused(proposal.detail) : new Refused(proposal.detail);
  }
  return call.has('dry-run') ? show(call, proposal) : take(call, bytes, proposal, state);
}

async function take(
  call: Call,
  bytes: Uint8Array,
  proposal: ProposedStory,
  state: StoryState,
): Promise<number> {
  const { terminal } = call;
  const config = configOf(call);
  const { digestOf, takeIn } = await import('../importer/take-in.ts');
  const beside = await picturesBeside(call, bytes);
  const taken = await inNewsroom(config, async (newsroom) => {
    const { photo, warnings } = await takeBeside(config, newsroom, beside);
    const order = { proposal, digest: digestOf(bytes), state, ...(photo && { photo }) };
    const done = await giveWay(() => takeIn(newsroom, order));
    return done.type === 'taken-in' ? { ...done, warnings: [...done.warnings, ...warnings] } : done;
  });
  if (taken.type !== 'taken-in' && taken.type !== 'already-here') return refuse(taken);
  const { id, slug, updates } = taken.story;
  const url = await storyAddress(config, slug);
  const here = 'These bytes were taken in before: the story is left as it is.';
  const warnings = taken.type === 'taken-in' ? taken.warnings : [here];
  if (call.has('json')) {
    terminal.json({ id, slug, url, updates, warnings });
    return DONE;
  }
  if (taken.type === 'already-here') terminal.print(here);
  else {
    warnings.forEach(terminal.warn);
    terminal.print(`${proposal.headline || slug}: taken in with ${counted(updates, 'update')}.`);
  }
  terminal.print(url);
  return DONE;
}

function show({ terminal, has }: Call, proposal: ProposedStory): number {
  const json = toJson(proposal);
  if (has('json')) {
    terminal.json(json);
    return DONE;
  }
  json.warnings.forEach(terminal.warn);
  terminal.print(terminal.bold(json.headline || '(no headline)'));
  if (json.byline.length > 0) terminal.print(`By ${json.byline.join(', ')}`);
  terminal.print(
    `Published ${json.publishedAt ?? 'at a time it does not give'}, clocks in ${json.zone ?? 'no zone it names'}`,
  );
  terminal.print(`Lead: ${counted(json.body.length, 'paragraph')}`);
  for (const { at, marker, title, paragraphs } of json.updates) {
    terminal.print(`  ${at ?? 'no time'}  ${title ?? paragraphs[0]?.slice(0, 70) ?? marker}`);
  }
  terminal.print(
    `${counted(json.updates.length, 'update')}, ${counted(json.statements.length, 'statement')}, ${counted(json.corrections.length, 'correction')}, ${counted(json.dropped.length, 'line')} dropped`,
  );
  return DONE;
}

export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
