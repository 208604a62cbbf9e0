import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentJSON, ImageJSON } from '../../domain/document.ts';
import { mediaPath, type Media } from '../../domain/media.ts';
import { SITE } from '../../domain/slug.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { aStory, commit, opening, picture, posting, someId, type Told } from './telling.ts';

/** A site that took in so many pictures, and those pictures, oldest first. */
async function withPictures(storage: Storage, count: number): Promise<{ site: Told; media: Media[] }> {
  const site = await commit(
    storage,
    aStory(SITE),
    Array.from({ length: count }, () => picture()),
  );
  return { site, media: [...(site.media ?? new Map<string, Media>()).values()] };
}

const showing = (...ids: string[]): DocumentJSON => ({
  type: 'doc',
  content: ids.map((id): ImageJSON => ({
    type: 'image',
    attrs: { src: mediaPath(id), alt: null, caption: null, credit: null, width: null, height: null },
  })),
});

export function mediaContract(open: Open): void {
  test('a picture is found by its id and by the digest of its bytes, as it was told', async () => {
    await using home = await open();
    const { storage } = home;
    const { media } = await withPictures(storage, 2);
    const [one, two] = media;
    assert.ok(one && two);
    assert.deepEqual(await storage.media([two.id, one.id, two.id, someId()]), [one, two]);
    assert.deepEqual(await storage.mediaByDigest(two.digest), two);
    assert.deepEqual(await storage.media([]), []);
    assert.equal(await storage.mediaByDigest('0'.repeat(64)), null);
  });

  test('pictures whose renditions are still to be made are found, oldest first, until they are made', async () => {
    await using home = await open();
    const { storage } = home;
    const { site, media } = await withPictures(storage, 3);
    const [one, two, three] = media;
    assert.ok(one && two && three);
    assert.deepEqual(await storage.unfinishedMedia('', 2), [one, two]);
    assert.deepEqual(await storage.unfinishedMedia(two.id, 2), [three]);
    const made = { format: 'avif' as const, width: 640, height: 427, bytes: 9, key: 'made' };
    await commit(storage, site, [{ kind: 'renditions', mediaId: two.id, renditions: [made] }]);
    assert.deepEqual(await storage.unfinishedMedia('', 9), [one, three]);
    const [ready] = await storage.media([two.id]);
    assert.deepEqual(ready, { ...two, ready: true, renditions: [...two.renditions, made] });
  });

  test('pictures are listed a page at a time, last taken in first', async () => {
    await using home = await open();
    const { storage } = home;
    const { media } = await withPictures(storage, 5);
    const listed: Media[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Storage['listMedia']>> = await storage.listMedia({ limit: 2, cursor });
      listed.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(listed, media.toReversed());
  });

  test('a story is read with the pictures it shows – lead, text, updates, pinned – and with no others', async () => {
    await using home = await open();
    const { storage } = home;
    const { media } = await withPictures(storage, 6);
    const [photo, lead, older, newer, pinned, unused] = media.map(({ id }) => id);
    assert.ok(photo && lead && older && newer && pinned && unused);
    const top = { lead: showing(lead), photo: { mediaId: photo, alt: null, caption: null, credit: null } };
    const [first, second, third] = [pinned, older, newer].map((id) => posting('', { body: showing(id) }));
    assert.ok(first && second && third);
    const { storyId } = await commit(storage, aStory(), [
      opening('bridge', top),
      first,
      second,
      third,
      { kind: 'pin', updateId: first.updateId },
    ]);
    const shown = async (limit: number) =>
      (await storage.snapshot(storyId, { order: 'newest', limit }))?.media.map(({ id }) => id);
    assert.deepEqual(await shown(0), [photo, lead, pinned]);
    assert.deepEqual(await shown(1), [photo, lead, newer, pinned]);
    assert.deepEqual(await shown(9), [photo, lead, older, newer, pinned]);
    const gone = await commit(storage, aStory(), [opening('strike', { lead: showing(someId()) })]);
    assert.deepEqual((await storage.snapshot(gone.storyId, { order: 'newest', limit: 9 }))?.media, []);
  });
}
