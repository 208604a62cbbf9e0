import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { clock } from '../schemas/answers.ts';

export const readClockEndpoint = endpoint({
  at: 'GET /clock',
  summary: 'Read the clock that tests set',
  success: { status: 200, schema: clock, description: 'Where it stands.' },
  refuses: ['real-clock'],
  async answer({ newsroom, clockControl }) {
    if (!clockControl) return { type: 'real-clock' };
    const now = await newsroom.clock.fresh();
    const setting = await newsroom.storage.clock.get();
    return reply(200, { now, running: setting?.running ?? true });
  },
});
