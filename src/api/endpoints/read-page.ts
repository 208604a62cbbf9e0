import { picturesIn } from '../../domain/document.ts';
import { documentText } from '../../render/document-text.ts';
import { renderDocument } from '../../render/document.ts';
import { languageOf } from '../../render/language.ts';
import { endpoint } from '../endpoint.ts';
import { pageEntryOf } from '../page-view.ts';
import { reply } from '../reply.ts';
import { page as pageSchema, pageParams } from '../../schemas/site.ts';

export const readPageEndpoint = endpoint({
  at: 'GET /pages/:slug',
  summary: 'Read a page of the newsroom’s own',
  params: pageParams,
  success: { status: 200, schema: pageSchema, description: 'The page as it stands.' },
  refuses: ['unknown-page'],
  async answer({ newsroom, params: { slug }, baseUrl }) {
    const [page, { site }] = await Promise.all([newsroom.storage.plainPage(slug), newsroom.storage.site()]);
    if (!page) return { type: 'unknown-page', slug };
    const { body, lang, version } = page;
    const media = await newsroom.storage.media(picturesIn(body));
    const html = renderDocument({ language: languageOf([lang, site.lang]), media }, body).toString();
    const shown = { ...pageEntryOf(page, baseUrl()), html, text: documentText(body), document: body };
    return reply(200, shown, { version });
  },
});
