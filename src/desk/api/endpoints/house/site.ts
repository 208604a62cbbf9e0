import { Type } from 'typebox';
import { changeSite } from '../../../../commands/change-site.ts';
import { siteBody } from '../../../../schemas/site.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { onSite } from '../../on-site.ts';

/** The version that was looked at. */
export const seenQuery = Type.Object(
  { seen: Type.Optional(Type.Integer({ minimum: 0 })) },
  { additionalProperties: false },
);

export const readSite = deskEndpoint({
  at: 'GET /site',
  async answer({ newsroom }) {
    const { site, seq } = await newsroom.storage.site();
    return ok({ ...site, seq });
  },
});

export const writeSite = deskEndpoint({
  at: 'PATCH /site',
  query: seenQuery,
  body: siteBody,
  answer(call) {
    const standing = async (): Promise<number> => (await call.newsroom.storage.site()).site.version;
    return onSite(call, changeSite(call.body), { seen: call.query.seen, standing });
  },
});
