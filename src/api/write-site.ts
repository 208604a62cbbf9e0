import { performOnSite, type SiteDone, type SiteVerb } from '../commands/perform-on-site.ts';
import type { SiteAtHead, Storage } from '../storage/storage.ts';
import type { Call, Outcome } from './endpoint.ts';
import type { Reply } from './reply.ts';

/** The version of what a call is about, as it stands; 0 where there is none. */
type VersionOf = (standing: SiteAtHead, storage: Storage) => Promise<number>;

/** `version`: of what the call is about, now; `seq`: the head of the site's log. */
type Receipt = (done: { version: number; seq: number }) => Reply;

/** The same of the settings, and of a page. */
export const siteVersion: VersionOf = async ({ site }) => site.version;
export const pageVersion =
  (slug: string): VersionOf =>
  async (_, storage) =>
    (await storage.plainPage(slug))?.version ?? 0;

/** Performs a verb on the site for a call, keeping the answer where a retry may come. */
export async function writeOnSite(
  call: Call,
  verb: SiteVerb,
  versionOf: VersionOf,
  receipt: Receipt,
): Promise<Outcome> {
  const { kept, newsroom, actor, expected } = call;
  let before = 0;
  // Refuses when it was changed since its version was read, or is not there (`If-Match`, RFC 9110 §13.1.1).
  const guarded: SiteVerb = async (standing, storage) => {
    before = await versionOf(standing, storage);
    const met = expected === null || (expected === 'any' ? before > 0 : expected.includes(before));
    return met ? verb(standing, storage) : { type: 'stale-version', current: before };
  };
  const tell = ({ seq, changed }: SiteDone): Reply => receipt({ seq, version: changed ? seq : before });
  const result = await performOnSite(newsroom, {
    actor,
    verb: guarded,
    ...(kept && { keep: (done: SiteDone) => kept.keep(tell(done)) }),
  });
  if (result.type === 'site-done') return tell(result);
  if (result.type !== 'answered') return result;
  if (!kept) throw new Error('an answer was kept for a request without a key');
  return kept.replay(result.answer);
}
