import { discardStory } from '../commands/discard-story.ts';
import type { Command } from './command.ts';
import { DONE } from './exits.ts';
import { onSample } from './on-sample.ts';

export const command: Command = {
  name: 'sample discard',
  usage: '[options]',
  about:
    'Puts the sample story into the trash: no page, feed or list shows it any more. Every other story stays.',
  options: {},
  takes: { least: 0, most: 0 },
  examples: ['writethru sample discard'],
  async run(call) {
    await onSample(call, discardStory());
    call.terminal.print('Discarded. “sample restore” brings it back.');
    return DONE;
  },
};
