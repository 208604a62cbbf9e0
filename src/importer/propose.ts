import { FORMAT_NAMES, parsePost } from './formats/index.ts';
import type { FormatName } from './formats/index.ts';
import type { ImportRefusal, ProposedStory } from './proposal.ts';
import { isZoneName } from '../domain/clocks/zones.ts';
import { readStory } from './structure.ts';

export type ProposeOptions = {
  readonly format?: 'auto' | FormatName;
  /** IANA name of the zone the post's clocks are read in. */
  readonly zone?: string;
  /** `YYYY-MM-DD`, the day the post was published. */
  readonly date?: string;
};

/** Larger posts are refused. */
export const LARGEST_POST_BYTES = 10 * 1024 * 1024;

/** Paragraphs of one post at most. */
const MOST_BLOCKS = 20_000;

/** Reads a flat post's bytes as a story to look at before anything is written; changes nothing. */
export function propose(bytes: Uint8Array, options: ProposeOptions = {}): ProposedStory | ImportRefusal {
  const refusal = refuseBytes(bytes) ?? refuseOptions(options);
  if (refusal !== null) return refusal;
  const date = options.date === undefined ? null : Temporal.PlainDate.from(options.date);
  const post = parsePost(bytes, options.format ?? 'auto');
  if (post === null || post.blocks.length > MOST_BLOCKS) {
    return refused(
      'too-large',
      `The file has more than ${MOST_BLOCKS.toLocaleString('en')} paragraphs; split it into posts.`,
    );
  }
  const story = readStory(post, { zone: options.zone ?? null, date });
  if (story.body.length === 0 && story.updates.length === 0 && story.headline === '') {
    return refused(
      'nothing-to-read',
      'The file holds no text of a post: nothing but furniture, or nothing at all.',
    );
  }
  return story;
}

function refuseBytes(bytes: Uint8Array): ImportRefusal | null {
  if (bytes.length === 0) return refused('empty', 'The file is empty.');
  if (bytes.length <= LARGEST_POST_BYTES)
    return isBinary(bytes) ? NO_TEXT : isJson(bytes) ? OTHER_JSON : null;
  const size = (bytes.length / 1024 / 1024).toFixed(1);
  return refused('too-large', `The file is ${size} MB; a post of at most 10 MB can be read.`);
}

/** How much of a file is looked at, and which share of it controls may be: a picture or a program has many, text hardly one. */
const LOOKED_AT = 8192;
const MOST_CONTROLS = 0.03;

/** Bytes that are controls in every encoding posts come in; UTF-16, which has many zeros, says so by its mark. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false;
  const seen = bytes.subarray(0, LOOKED_AT);
  const controls = seen.filter(
    (byte) => byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b,
  ).length;
  return controls > 8 && controls / seen.length > MOST_CONTROLS;
}

/** Our own exports are told apart before; any other JSON is data, not a post. */
function isJson(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8').trim();
  if (!/^[{[]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

const OTHER_JSON = refused(
  'nothing-to-read',
  'The file is JSON, but no export of ours; give a post as text or HTML.',
);

const NO_TEXT = refused(
  'nothing-to-read',
  'The file is no text: it is a picture, a program or another kind of binary file.',
);

function refuseOptions({ zone, date, format }: ProposeOptions): ImportRefusal | null {
  if (zone !== undefined && !isZoneName(zone)) {
    return refused(
      'unknown-zone',
      `“${zone.slice(0, 60)}” is no zone of the IANA list; write one such as Europe/Paris.`,
    );
  }
  if (date !== undefined && !isDay(date)) {
    return refused('malformed-date', `“${date.slice(0, 60)}” is no day; write it as YYYY-MM-DD.`);
  }
  if (format !== undefined && !FORMAT_NAMES.includes(format)) {
    return refused('unknown-format', `“${format}” is no format; there are ${FORMAT_NAMES.join(', ')}.`);
  }
  return null;
}

function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function refused(reason: ImportRefusal['reason'], detail: string): ImportRefusal {
  return { type: 'refused', reason, detail };
}
