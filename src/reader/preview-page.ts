import { languageFor } from '../render/language.ts';
import type { Snapshot } from '../storage/storage.ts';
import type { Problem } from '../web/problem.ts';
import { frameOf } from './frame.ts';
import { unread } from './pages/problem.ts';
import { storyPage } from './pages/story.ts';
import { relatedReader } from './related.ts';
import type { Room } from './room.ts';
import { makeAssets } from './serving/assets.ts';
import { stylesOf } from './serving/page-policy.ts';
import { WHOLE } from './story-place.ts';

/** A page for a frame of this site. `policy`: its `Content-Security-Policy`. */
type Framed = { html: string; policy: string };

/**
 * Makes a story's page of what it is given, as readers would get it, to be looked at in a frame of this site: without a
 * script, and with links that lead nowhere. `after`: the seq its page of updates begins after. `refused` says in its place
 * why there is none.
 */
export function previewPages({ storage, baseUrl }: Pick<Room, 'storage' | 'baseUrl'>): {
  page: (snapshot: Snapshot, after: number | null) => Promise<Framed>;
  refused: (problem: Problem) => Framed;
} {
  const assets = makeAssets();
  const relatedTo = relatedReader(storage);
  return {
    async page(snapshot, after) {
      const frame = { ...frameOf({ assets, baseUrl }, snapshot, languageFor(snapshot)), still: true };
      const { related } = await relatedTo(snapshot.story);
      const html = storyPage(frame, snapshot, { ...WHOLE, after }, related);
      return { html, policy: policyOf(frame) };
    },
    refused(problem) {
      const { frame, pageOf } = unread(baseUrl(), true);
      return { html: pageOf(problem), policy: policyOf(frame) };
    },
  };
}

/** As `allow-same-origin` it may show pictures that only who is signed in may see; without scripts that gives nothing else away. */
const policyOf = (frame: Parameters<typeof stylesOf>[0]): string =>
  [
    "default-src 'none'",
    ['style-src', ...stylesOf(frame).map(({ source }) => source)].join(' '),
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin',
  ].join('; ');
