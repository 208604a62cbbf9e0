import { between, type Between } from '../../support/between.ts';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';

/** A desk whose browsers reach it through something that can be meddled with. */
export type BetweenDesk = AsyncDisposable & { site: DeskSite; middle: Between };

export async function betweenDesk(): Promise<BetweenDesk> {
  const middle = await between(0);
  const site = await deskSite({ baseUrl: middle.url });
  middle.to = site.port;
  return {
    site: { ...site, url: middle.url },
    middle,
    async [Symbol.asyncDispose]() {
      await middle[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}
