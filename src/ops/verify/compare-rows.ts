import type { Story } from '../../domain/story.ts';
import type { SiteAtVersion } from '../../domain/site.ts';
import { SITE } from '../../domain/slug.ts';
import type { StoryRows } from '../../storage/storage.ts';
import {
  authorCodec,
  correctionCodec,
  pageCodec,
  siteCodec,
  mediaCodec,
  storyCodec,
  topCodec,
  updateCodec,
} from '../../storage/tables.ts';
import type { Found } from './differs.ts';
import { is } from './erased.ts';
import type { Ledger } from './ledger.ts';

type Row = Record<string, unknown>;

/** A row as the log says it must be: what is in each column, and which of them cannot be known. */
type Expected = { row: Row; unknown: Set<string>; seq: number };

type Table = {
  name: keyof StoryRows;
  key: string;
  expected: Expected[];
  stored: Row[];
  unknownRows?: number;
};

/** Compares the rows a log folds to with those stored, field by field; the first that differs. */
export function compareRows(ledger: Ledger, rows: StoryRows): Found | null {
  const seq = rows.head?.seq ?? 0;
  for (const table of tablesOf(ledger, rows, seq)) {
    const found = tableFault(table, seq);
    if (found) return found;
  }
  return null;
}

function tablesOf(ledger: Ledger, rows: StoryRows, seq: number): Table[] {
  const { story, unknown } = ledger;
  const plain = (row: Row): Expected => expected(row, row, seq);
  const byline = story && !is(story.top) ? [...new Set(story.top.byline)] : [];
  return [
    {
      name: 'stories',
      key: 'id',
      expected: story ? [filed(story, seq)] : [],
      stored: rows.stories,
    },
    {
      name: 'updates',
      key: 'id',
      expected: [...ledger.updates.values()].map((update) => coded(updateCodec, update, update.lastSeq)),
      stored: rows.updates,
    },
    {
      name: 'tops',
      key: 'version',
      expected: [...ledger.tops.values()].map((top) => coded(topCodec, top, top.seq)),
      stored: rows.tops,
    },
    {
      name: 'corrections',
      key: 'id',
      expected: [...ledger.corrections.values()].map((correction) =>
        coded(correctionCodec, correction, correction.seq),
      ),
      stored: rows.corrections,
      unknownRows: unknown.corrections,
    },
    {
      name: 'slugs',
      key: 'slug',
      expected: [...ledger.slugs].map((slug) => plain({ slug, story_id: story?.id })),
      stored: rows.slugs,
      unknownRows: unknown.slugs,
    },
    {
      name: 'bylines',
      key: 'name',
      expected: byline.map((name) => plain({ name, story_id: story?.id, opened_at: story?.openedAt })),
      stored: rows.bylines,
      unknownRows: is(story?.top) ? Infinity : 0,
    },
    {
      name: 'authors',
      key: 'slug',
      expected: [...ledger.authors.values()].map((author) => coded(authorCodec, author, seq)),
      stored: rows.authors,
      unknownRows: unknown.authors,
    },
    { name: 'site', key: 'id', expected: ledger.site ? [settings(ledger.site)] : [], stored: rows.site },
    {
      name: 'pages',
      key: 'slug',
      expected: [...ledger.pages.values()].map((page) => coded(pageCodec, page, page.version)),
      stored: rows.pages,
      unknownRows: unknown.pages,
    },
    {
      name: 'media',
      key: 'id',
      expected: [...ledger.media.values()].map((picture) => coded(mediaCodec, picture, seq)),
      stored: rows.media,
      unknownRows: unknown.media,
    },
  ];
}

function settings(site: SiteAtVersion): Expected {
  return expected({ id: SITE, ...site }, { id: SITE, ...siteCodec.toRow(site) }, site.version);
}

/** Where the section was erased, so was the address it makes. */
function filed(story: Story, seq: number): Expected {
  const made = coded(storyCodec, story, seq);
  if (is(story.section)) made.unknown.add('section_slug');
  return made;
}

function coded<T extends object>(codec: { toRow: (value: T) => object }, value: T, seq: number): Expected {
  return expected(value, { ...codec.toRow(value) }, seq);
}

/** The codec keeps the order of fields. */
function expected(value: object, row: Row, seq: number): Expected {
  const columns = Object.keys(row);
  const unknown = Object.values(value).flatMap((field, index) => (is(field) ? [columns[index] ?? ''] : []));
  return { row, unknown: new Set(unknown), seq };
}

function tableFault(
  { name, key, expected: wanted, stored, unknownRows = 0 }: Table,
  head: number,
): Found | null {
  const left = new Map(stored.map((row) => [row[key], row]));
  for (const { row, unknown, seq } of wanted) {
    const found = left.get(row[key]);
    if (!found) return { what: 'row', seq, field: `${name}:missing` };
    left.delete(row[key]);
    const column = Object.keys(row).find((each) => !unknown.has(each) && row[each] !== found[each]);
    if (column !== undefined) return { what: 'row', seq, field: `${name}.${column}` };
  }
  const [extra] = left.values();
  if (!extra || left.size <= unknownRows) return null;
  return { what: 'row', seq: typeof extra['seq'] === 'number' ? extra['seq'] : head, field: `${name}:extra` };
}
