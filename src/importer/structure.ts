import type { Block, FlatPost } from './flat-post.ts';
import type { ProposedStory, ProposedTime, ProposedUpdate } from './proposal.ts';
import { withDeclaredUpdates } from './reading/declared-updates.ts';
import { markEmbeds } from './reading/embeds.ts';
import { settleExtents } from './reading/extents.ts';
import { readHeadMatter } from './reading/head-matter.ts';
import { splitAtMarkers } from './reading/inline-markers.ts';
import { resolveTimes } from './reading/instants.ts';
import type { Known } from './reading/instants.ts';
import { findStatements } from './reading/quotations.ts';
import type { Passage } from './reading/quotations.ts';
import { segment } from './reading/segments.ts';
import type { Entry, Segments } from './reading/entry.ts';
import { knownOf, machineTime, publishedAt } from './reading/known.ts';
import type { Given } from './reading/known.ts';
import { plain } from './reading/lines.ts';

/** Reads a flat post as a story. Nothing in it is lost: what is in no field is in `dropped` or `taken`. */
export function readStory(post: FlatPost, given: Given): ProposedStory {
  const embedded = { ...post, blocks: markEmbeds(post.blocks) };
  const head = readHeadMatter(embedded);
  const segments = withDeclaredUpdates(
    segment(head.rest.flatMap(splitAtMarkers), head.headline),
    post.declaredUpdates,
  );
  const settled = settleExtents(segments);
  const known = knownOf(given, post.metadata, head.publishedStamp, stampsOf(segments));
  const resolved = resolveTimes(
    settled.entries.map(({ stamp, marker }) => ({ stamp, written: marker })),
    known,
  );
  const times = settled.entries.map(
    ({ machineTime: time }, at) => machineTime(time, known) ?? resolved.times[at] ?? null,
  );
  const corrections = segments.corrections.map(({ marker, stamp, text }) => ({
    marker,
    text,
    ...timed(stamp, marker, known),
  }));
  const stamps = segments.stamps.map(({ text, stamp }) => ({ text, ...timed(stamp, text, known) }));
  const updates = settled.entries.map((entry, at) => proposed(entry, times[at] ?? null));
  const body = settled.body.map(({ text }) => text);
  return {
    type: 'proposed',
    headline: head.headline,
    dek: head.dek,
    byline: head.byline,
    authorBio: head.authorBio,
    photoCredit: head.photoCredit,
    publishedAt: publishedAt(
      given,
      known,
      post.metadata,
      segments.style === 'status' ? oldest(times, resolved.order) : null,
    ),
    zone: known.zone,
    body,
    updates,
    order: resolved.order,
    corrections,
    statements: findStatements(passages(settled.body, settled.entries)),
    captions: head.captions,
    stamps: stamps.map(({ text, time }) => ({ text, time })),
    dropped: distinct([...post.dropped, ...head.dropped, ...segments.dropped]),
    taken: [...head.taken, ...segments.taken],
    warnings: distinct([
      ...post.warnings,
      ...stamps.map(({ text }) => `“${text}” stamps the whole post; it was read as no update of its own.`),
      ...settled.warnings,
      ...resolved.warnings,
      ...[...corrections, ...stamps].flatMap(({ warnings }) => warnings),
    ]),
  };
}

function stampsOf(segments: Segments): readonly Entry['stamp'][] {
  return [...segments.entries, ...segments.corrections, ...segments.stamps].map(({ stamp }) => stamp);
}

function proposed(entry: Entry, time: ProposedTime | null): ProposedUpdate {
  const { marker, title, heading } = entry;
  return { time, marker, title, heading, paragraphs: entry.paragraphs.map(({ text }) => text) };
}

function timed(
  stamp: Entry['stamp'],
  written: string,
  known: Known,
): { time: ProposedTime | null; warnings: readonly string[] } {
  if (stamp === null) return { time: null, warnings: [] };
  const { times, warnings } = resolveTimes([{ stamp, written }], known);
  return { time: times[0] ?? null, warnings };
}

function oldest(times: readonly (ProposedTime | null)[], order: ProposedStory['order']): ProposedTime | null {
  return (order === 'oldest-first' ? times[0] : times.at(-1)) ?? null;
}

function passages(body: readonly Block[], entries: readonly Entry[]): readonly Passage[] {
  return [
    ...body.map((block, paragraph): Passage => ({ block, place: { in: 'body', paragraph } })),
    ...entries.flatMap(({ paragraphs }, update) =>
      paragraphs.map((block, paragraph): Passage => ({ block, place: { in: 'update', update, paragraph } })),
    ),
  ];
}

function distinct(lines: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return lines.filter((line) => !seen.has(plain(line)) && seen.add(plain(line)) !== null);
}
