import { putPage } from '../../commands/put-page.ts';
import { plainPagePath } from '../../domain/addresses.ts';
import { emptyDocument } from '../../domain/document.ts';
import { readBody } from '../body.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { pageBody, pageParams, pageReceipt } from '../../schemas/site.ts';
import { pageVersion, writeOnSite } from '../write-site.ts';

export const putPageEndpoint = endpoint({
  at: 'PUT /pages/:slug',
  summary: 'Write a page of the newsroom’s own',
  description:
    'About, corrections policy, privacy: a new page, or over the one at this address. A page at `corrections` takes the place of our own at /how-we-correct.',
  params: pageParams,
  body: pageBody,
  success: { status: 200, schema: pageReceipt, description: 'It stands as asked.' },
  refuses: ['invalid', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { slug } = call.params;
    const { markdown, document, ...fields } = call.body;
    const read = readBody({ ...(markdown !== undefined && { markdown }), document });
    if (read.type === 'invalid') return read;
    const url = call.baseUrl() + plainPagePath(slug);
    const verb = putPage(slug, { ...fields, body: read.body ?? emptyDocument() });
    return writeOnSite(call, verb, pageVersion(slug), ({ version, seq }) =>
      reply(200, { slug, url, version, seq }, { version }),
    );
  },
});
