import { setImmediate as turn } from 'node:timers/promises';
import { storyHeadJson, storyJson, updateJson } from '../distribution/formats/story-json.ts';
import { viewOf } from '../render/view.ts';
import type { Snapshot, Storage } from '../storage/storage.ts';

/** A story's JSON as it stood at one moment. */
export type WholeStory = { seq: number; siteSeq: number; bytes: Buffer };

/** Updates that are read and written down in one turn of the event loop. */
const SLICE = 250;

/** How often it is begun anew because something happened meanwhile, before it is made in one go. */
const ATTEMPTS = 3;

/** `/stories/:slug.json` of a story; null where there is none. A long one is made slice by slice: others get their turn between. */
export async function wholeStory(
  storage: Storage,
  storyId: string,
  baseUrl: string,
): Promise<WholeStory | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = await sliceBySlice(storage, storyId, baseUrl);
    if (made !== 'moved') return made;
  }
  const [snapshot, tops] = await Promise.all([
    storage.snapshot(storyId, { order: 'oldest', limit: Infinity }),
    storage.tops(storyId),
  ]);
  if (!snapshot) return null;
  const { seq, siteSeq } = snapshot;
  return { seq, siteSeq, bytes: Buffer.from(JSON.stringify(storyJson(snapshot, tops, baseUrl))) };
}

async function sliceBySlice(
  storage: Storage,
  storyId: string,
  baseUrl: string,
): Promise<WholeStory | null | 'moved'> {
  const slice = (after?: number): Promise<Snapshot | null> =>
    storage.snapshot(storyId, { order: 'oldest', limit: SLICE, ...(after !== undefined && { after }) });
  const first = await slice();
  if (!first) return null;
  const { seq, siteSeq, story } = first;
  const authors = new Map(first.authors.map((author) => [author.slug, author]));
  const written: Buffer[] = [];
  for (let page = first; ;) {
    for (const author of page.authors) authors.set(author.slug, author);
    const comma = written.length > 0 && page.updates.length > 0 ? ',' : '';
    written.push(Buffer.from(comma + updatesIn(page, baseUrl)));
    if (!page.more) break;
    await turn();
    const next = await slice(page.updates.at(-1)!.seq);
    if (next?.seq !== seq || next.siteSeq !== siteSeq) return 'moved';
    page = next;
  }
  const tops = await storage.tops(storyId);
  if (tops.at(-1)?.version !== story.topVersion) return 'moved';
  const named = [...authors.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const head = JSON.stringify(storyHeadJson({ ...first, authors: named }, tops, baseUrl));
  const bytes = Buffer.concat([
    Buffer.from(`${head.slice(0, -1)},"updates":[`),
    ...written,
    Buffer.from(']}'),
  ]);
  return { seq, siteSeq, bytes };
}

function updatesIn(page: Snapshot, baseUrl: string): string {
  const view = viewOf(page);
  const corrections = Map.groupBy(page.corrections, ({ updateId }) => updateId);
  return page.updates
    .map((update) => JSON.stringify(updateJson(view, update, corrections.get(update.id) ?? [], baseUrl)))
    .join(',');
}
