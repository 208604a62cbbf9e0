import { restoreStory } from '../commands/discard-story.ts';
import type { Command } from './command.ts';
import { DONE } from './exits.ts';
import { onSample } from './on-sample.ts';

export const command: Command = {
  name: 'sample restore',
  usage: '[options]',
  about: 'Brings the sample story back from the trash.',
  options: {},
  takes: { least: 0, most: 0 },
  examples: ['writethru sample restore'],
  async run(call) {
    await onSample(call, restoreStory());
    call.terminal.print('Restored.');
    return DONE;
  },
};
