import { removePage } from '../../commands/put-page.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { pageParams, removalReceipt } from '../../schemas/site.ts';
import { pageVersion, writeOnSite } from '../write-site.ts';

export const removePageEndpoint = endpoint({
  at: 'DELETE /pages/:slug',
  summary: 'Take a page down',
  description: 'What it said stays in the site’s log.',
  params: pageParams,
  success: { status: 200, schema: removalReceipt, description: 'It is gone.' },
  refuses: ['unknown-page', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { slug } = call.params;
    return writeOnSite(call, removePage(slug), pageVersion(slug), ({ seq }) => reply(200, { seq }));
  },
});
