import { Type } from 'typebox';
import { LONGEST } from '../../../../commands/fields.ts';
import { putPage, removePage } from '../../../../commands/put-page.ts';
import { plainPagePath } from '../../../../domain/addresses.ts';
import type { PlainPage } from '../../../../domain/site.ts';
import { closed, flag, line, lineOrNull } from '../../../../schemas/fields.ts';
import { pageParams } from '../../../../schemas/site.ts';
import type { Storage } from '../../../../storage/storage.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { onSite } from '../../on-site.ts';
import { seenQuery } from './site.ts';

/** More pages of its own than a newsroom has. */
const PAGES_MAX = 200;

const shown = (page: PlainPage) => ({ ...page, path: plainPagePath(page.slug) });

const versionOf =
  (slug: string) =>
  async (storage: Storage): Promise<number> =>
    (await storage.plainPage(slug))?.version ?? 0;

export const listPages = deskEndpoint({
  at: 'GET /pages',
  async answer({ newsroom }) {
    const { items } = await newsroom.storage.plainPages({ limit: PAGES_MAX, cursor: null });
    return ok({ items: items.map(shown) });
  },
});

export const readPage = deskEndpoint({
  at: 'GET /pages/:slug',
  params: pageParams,
  async answer({ newsroom, params: { slug } }) {
    const page = await newsroom.storage.plainPage(slug);
    return page ? ok(shown(page)) : { type: 'unknown-page', slug };
  },
});

export const writePage = deskEndpoint({
  at: 'PUT /pages/:slug',
  params: pageParams,
  query: seenQuery,
  body: closed({
    title: line(LONGEST.headline, 'One line.'),
    document: Type.Unknown(),
    lang: Type.Optional(lineOrNull(35, 'BCP 47; null: the site’s.')),
    inFooter: Type.Optional(flag('The foot of every page leads to it.')),
  }),
  answer(call) {
    const { slug } = call.params;
    const { document: body, ...fields } = call.body;
    return onSite(call, putPage(slug, { ...fields, body }), {
      seen: call.query.seen,
      standing: versionOf(slug),
    });
  },
});

export const takeDownPage = deskEndpoint({
  at: 'DELETE /pages/:slug',
  params: pageParams,
  query: seenQuery,
  answer(call) {
    const { slug } = call.params;
    return onSite(call, removePage(slug), { seen: call.query.seen, standing: versionOf(slug) });
  },
});
