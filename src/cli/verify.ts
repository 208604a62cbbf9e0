import type { Command } from './command.ts';
import { DONE, REFUSED } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';

export const command: Command = {
  name: 'verify',
  usage: '[options]',
  about:
    'Folds every log, recomputes every hash and compares all with what is shown. Prints one line:\n  ok stories N events M head HASH\n  differs event|row|position|chain STORY SEQ FIELD    (exit 1)\nTwo newsrooms with the same logs have the same head.',
  options: { json: { help: 'prints JSON' } },
  takes: { least: 0, most: 0 },
  examples: ['writethru verify', 'writethru verify --data-dir /srv/restored --json'],
  async run(call) {
    const { terminal } = call;
    const verified = await inExistingNewsroom(configOf(call), async ({ storage }) => {
      const { verify } = await import('../ops/verify.ts');
      const progress = terminal.progress('Events verified');
      const found = await verify(storage, { onProgress: progress.at });
      progress.end();
      return found;
    });
    if (call.has('json')) terminal.json(verified);
    else if (verified.type === 'ok') {
      const { stories, events, head } = verified;
      terminal.print(`ok stories ${stories} events ${events} head ${head}`);
    } else {
      const { what, story, seq, field } = verified;
      terminal.print(`differs ${what} ${story} ${seq} ${field}`);
    }
    return verified.type === 'ok' ? DONE : REFUSED;
  },
};
