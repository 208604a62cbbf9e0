import { parseInstant } from '../../domain/time.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { clock } from '../schemas/answers.ts';
import { clockBody } from '../schemas/requests.ts';

export const setClockEndpoint = endpoint({
  at: 'PUT /clock',
  summary: 'Set the clock, for tests',
  description: 'For all threads, nodes and the command line. Only where the server was started with CLOCK.',
  body: clockBody,
  success: { status: 200, schema: clock, description: 'It was set.' },
  refuses: ['real-clock', 'invalid'],
  async answer({ clockControl, body: { now: given, running } }) {
    if (!clockControl) return { type: 'real-clock' };
    const now = parseInstant(given);
    if (now === null) {
      return {
        type: 'invalid',
        errors: [{ pointer: '/now', detail: 'must be an instant of the years 0000 to 9999' }],
      };
    }
    await clockControl.set(now, running);
    return reply(200, { now, running });
  },
});
