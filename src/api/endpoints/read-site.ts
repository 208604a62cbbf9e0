import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { site as siteSchema } from '../../schemas/site.ts';

export const readSiteEndpoint = endpoint({
  at: 'GET /site',
  summary: 'Read the site’s settings',
  success: { status: 200, schema: siteSchema, description: 'The settings in force.' },
  refuses: [],
  async answer({ newsroom }) {
    const { site, seq } = await newsroom.storage.site();
    return reply(200, { ...site, seq }, { version: site.version });
  },
});
