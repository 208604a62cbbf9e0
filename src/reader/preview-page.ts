import { languageFor } from '../render/language.ts';
import type { Snapshot } from '../storage/storage.ts';
import { frameOf } from './frame.ts';
import { storyPage } from './pages/story.ts';
import { relatedReader } from './related.ts';
import type { Room } from './room.ts';
import { makeAssets } from './serving/assets.ts';
import { stylesOf } from './serving/page-policy.ts';
import { WHOLE } from './story-place.ts';

/**
 * Makes a story's page of what it is given, as readers would get it, to be looked at in a frame of this site: without a
 * script, and with links that lead nowhere. `after`: the seq its page of updates begins after.
 */
export function previewPages({
  storage,
  baseUrl,
}: Pick<Room, 'storage' | 'baseUrl'>): (
  snapshot: Snapshot,
  after: number | null,
) => Promise<{ html: string; policy: string }> {
  const assets = makeAssets();
  const relatedTo = relatedReader(storage);
  return async (snapshot, after) => {
    const frame = { ...frameOf({ assets, baseUrl }, snapshot, languageFor(snapshot)), still: true };
    const { related } = await relatedTo(snapshot.story);
    const html = storyPage(frame, snapshot, { ...WHOLE, after }, related);
    return { html, policy: policyOf(stylesOf(frame).map(({ source }) => source)) };
  };
}

/** As `allow-same-origin` it may show pictures that only who is signed in may see; without scripts that gives nothing else away. */
const policyOf = (styles: string[]): string =>
  [
    "default-src 'none'",
    ['style-src', ...styles].join(' '),
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin',
  ].join('; ');
