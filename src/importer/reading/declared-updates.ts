import { block } from '../flat-post.ts';
import type { Block, DeclaredUpdate } from '../flat-post.ts';
import { plain } from './lines.ts';
import { readClockEntry } from './live-blog.ts';
import type { Entry, Segments } from './entry.ts';

/**
 * Where the page itself declares its live blog as data (two entries or more, with text and times), that is
 * the list of updates; what the page also shows of them is not body.
 */
export function withDeclaredUpdates(segments: Segments, declared: readonly DeclaredUpdate[]): Segments {
  const usable = declared.filter(
    ({ publishedAt, headline, paragraphs }) =>
      publishedAt !== null && (headline !== null || paragraphs.length > 0),
  );
  if (usable.length < 2 || usable.length < segments.entries.length) return segments;
  const said = plain(
    usable.flatMap(({ headline, paragraphs }) => [headline ?? '', ...paragraphs]).join('\n'),
  );
  const shown = [...segments.body, ...segments.entries.flatMap(({ paragraphs }) => paragraphs)];
  const isSaid = ({ text }: Block): boolean => said.includes(plain(text));
  return {
    ...segments,
    style: 'live-blog',
    body: shown.filter((part) => !isSaid(part) && readClockEntry(part.text) === null),
    entries: usable.map(asEntry),
    taken: [
      ...segments.taken,
      ...segments.entries.map(({ marker }) => marker),
      ...shown.filter(isSaid).map(({ text }) => text),
    ],
  };
}

function asEntry({ headline, publishedAt, paragraphs }: DeclaredUpdate): Entry {
  const own =
    paragraphs[0] !== undefined && headline !== null && plain(paragraphs[0]) === plain(headline)
      ? paragraphs.slice(1)
      : paragraphs;
  return {
    marker: publishedAt ?? '',
    stamp: null,
    machineTime: publishedAt,
    title: headline,
    heading: null,
    paragraphs: own.map((text) => block(text)),
    bodyBefore: 0,
    ended: true,
  };
}
