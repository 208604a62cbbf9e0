import { changeSite } from '../../commands/change-site.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { siteBody, siteReceipt } from '../../schemas/site.ts';
import { siteVersion, writeOnSite } from '../write-site.ts';

export const changeSiteEndpoint = endpoint({
  at: 'PATCH /site',
  summary: 'Change the site’s settings',
  description:
    'What is left out stays. Every page has it from the next request on. Colours that could not be read on their paper are refused, with the contrast measured and the one needed.',
  body: siteBody,
  success: { status: 200, schema: siteReceipt, description: 'It stands as asked.' },
  refuses: ['invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    return writeOnSite(call, changeSite(call.body), siteVersion, ({ version, seq }) =>
      reply(200, { version, seq }, { version }),
    );
  },
});
