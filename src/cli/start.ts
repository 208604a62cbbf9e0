import { flagOf, SETTINGS } from '../config.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'start',
  usage: '[options]',
  about:
    'Serves the newsroom: the readers’ pages, their streams and the API. An empty data folder gets a sample story.\nCtrl-C finishes what was begun and stops.',
  options: {},
  takes: { least: 0, most: 0 },
  examples: [
    'writethru start',
    'writethru start --port 8081 --data-dir /srv/newsroom',
    'SAMPLE=off writethru start',
  ],
  async run({ flags, environment }) {
    const { serve } = await import('../main.ts');
    const given = SETTINGS.flatMap(({ name }) =>
      flags[name] === undefined ? [] : [`--${flagOf(name)}=${flags[name]}`],
    );
    process.exit(await serve(given, environment));
  },
};
