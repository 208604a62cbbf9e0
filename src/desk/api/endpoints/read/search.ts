import { setImmediate as turn } from 'node:timers/promises';
import { Type } from 'typebox';
import { OPEN_STATUSES, type Draft, type DraftStatus } from '../../../../domain/desk/draft.ts';
import { SOUGHT_MAX, termsOf, type Term } from '../../../../domain/find/sought.ts';
import { documentText } from '../../../../render/document-text.ts';
import { snippetText } from '../../../../render/snippet.ts';
import type { Hit, Storage } from '../../../../storage/storage.ts';
import type { FoundWire, SearchWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { listQuery, nextOf, pageOf } from '../../list-query.ts';

/** Characters of a result's text. */
const TEXT = 200;

/** Drafts that are looked through in one turn, and turns before the page goes out as full as it is. */
const LOOK = 100;
const TURNS = 10;

/** In what is published (a place in its search), or in drafts (the last one looked at). */
const PLACE = /^(?:p [0-3]\.-?\d{1,16}|d (?:start|\d{4}-[\dTZ:.-]{19} [\da-z-]{1,64}))$/;

const query = listQuery({
  q: Type.String({ maxLength: SOUGHT_MAX }),
  in: Type.Optional(Type.Unsafe<'all' | 'trash'>({ enum: ['all', 'trash'] })),
});

type Ask = { terms: Term[]; limit: number; statuses: readonly DraftStatus[] };
type Found = { items: FoundWire[]; next: string | null };

/** Over everything the newsroom has written: what is published first, then drafts. The trash is searched by itself. */
export const searchAll = deskEndpoint({
  at: 'GET /search',
  query,
  async answer({ newsroom: { storage }, query: { q, in: within = 'all', ...page } }) {
    const { limit, cursor } = pageOf(page, PLACE);
    const terms = termsOf(q);
    const trash = within === 'trash';
    const ask: Ask = { terms, limit, statuses: trash ? ['trashed'] : OPEN_STATUSES };
    if (terms.length === 0) return ok({ items: [], next: null } satisfies SearchWire);
    const [where, place] = cursor === null ? [trash ? 'd' : 'p', null] : parted(cursor);
    const published = where === 'p' ? await inPublished(storage, ask, place) : { items: [], next: null };
    if (published.next !== null)
      return ok({ items: published.items, next: nextOf(`p ${published.next}`) } satisfies SearchWire);
    const left = limit - published.items.length;
    if (left === 0) return ok({ items: published.items, next: nextOf('d start') } satisfies SearchWire);
    const from = where === 'd' && place !== 'start' ? place : null;
    const drafts = await inDrafts(storage, { ...ask, limit: left }, from);
    const answer: SearchWire = {
      items: [...published.items, ...drafts.items],
      next: nextOf(drafts.next === null ? null : `d ${drafts.next}`),
    };
    return ok(answer);
  },
});

const parted = (cursor: string): [string, string] => [cursor.slice(0, 1), cursor.slice(2)];

async function inPublished(storage: Storage, { terms, limit }: Ask, cursor: string | null): Promise<Found> {
  const { hits, next } = await storage.search({ terms, limit, cursor });
  return { items: hits.map((hit) => publishedWire(hit, terms)), next };
}

function publishedWire({ story, update }: Hit, terms: Term[]): FoundWire {
  const { id: storyId, slug, top } = story;
  const text = update ? update.body : top.lead;
  return {
    as: update ? 'update' : 'story',
    storyId,
    slug,
    storyHeadline: top.headline,
    updateId: update?.id ?? null,
    draft: null,
    title: update ? (update.title ?? '') : top.headline,
    words: snippetText(documentText(text), terms, TEXT),
    at: update?.at ?? story.topWrittenAt,
  };
}

/** Looks on until the page is full or enough was looked at; then whoever asks may go on from there. */
async function inDrafts(storage: Storage, ask: Ask, from: string | null): Promise<Found> {
  const { terms, limit, statuses } = ask;
  const found: Draft[] = [];
  let cursor = from;
  for (let turns = 0; turns < TURNS && found.length < limit; turns += 1) {
    const look = Math.min(LOOK, Math.max(1, limit - found.length));
    const page = await storage.desk.findDrafts({ terms, statuses, look, cursor });
    found.push(...page.items);
    cursor = page.next;
    if (cursor === null) break;
    // SQLite reads on this thread: others get their turn between.
    await turn();
  }
  const told = await storage.desk.headlines(found.map(({ storyId }) => storyId));
  return { items: found.map((draft) => draftWire(draft, told[draft.storyId], terms)), next: cursor };
}

function draftWire(
  draft: Draft,
  story: { slug: string | null; headline: string } | undefined,
  terms: Term[],
): FoundWire {
  const { id, storyId, kind, status, content, updateId, changedAt } = draft;
  const { title, body, top } = content;
  const texts = [top?.dek ?? '', documentText(body), ...(top?.summary.map(({ text }) => text) ?? [])];
  return {
    as: 'draft',
    storyId,
    slug: story?.slug ?? null,
    storyHeadline: story?.headline ?? title,
    updateId,
    draft: { id, kind, status },
    title,
    words: snippetText(texts.filter((text) => text !== '').join(' '), terms, TEXT),
    at: changedAt,
  };
}
