import { LONGEST } from '../commands/fields.ts';
import type { DocumentJSON, StatementJSON } from '../domain/document.ts';
import { checkName, cleanText } from '../domain/plain-text.ts';
import { parseInstant, type Instant } from '../domain/time.ts';
import { readFlash, type Flash } from './flash.ts';
import type { ImportRefusal, ProposedStory, ProposedTime } from './proposal.ts';
import { propose } from './propose.ts';
import { bodySetter } from './replay/set-bodies.ts';
import { paragraph } from './replay/set-paragraph.ts';
import { wordsOf } from './replay/steps.ts';
import { topOf } from './replay/top.ts';

export type Pasted = {
  /** One of both. */
  text?: string;
  html?: string;
  /** IANA name of the zone its clocks are read in, where it names none. */
  zone: string;
  /** `YYYY-MM-DD`. */
  date?: string;
  /** The story has a top of its own: words without a time are an update, not another top. */
  hasTop: boolean;
};

export type PastedUpdate = { at: Instant | null; written: string; title: string; body: DocumentJSON };

export type PasteReading = {
  type: 'read';
  kind: 'post' | 'flash';
  /** Oldest first. */
  updates: PastedUpdate[];
  top: { headline: string; dek: string; byline: string[]; credit: string; lead: DocumentJSON } | null;
  publishedAt: Instant | null;
  zone: string;
  statements: { speaker: string; role: string | null; outlet: string | null; text: string }[];
  corrections: { at: Instant | null; text: string }[];
  dropped: string[];
  warnings: string[];
};

/** Reads what was pasted at the desk, to be looked at and taken update by update; changes nothing. */
export function readPaste(pasted: Pasted): PasteReading | ImportRefusal {
  const { text, html, zone, date } = pasted;
  const flash = text === undefined ? null : readFlash(text);
  if (flash) return flashReading(flash, zone);
  const format = html === undefined ? ('text' as const) : ('html' as const);
  const bytes = Buffer.from(html === undefined ? (text ?? '') : whole(html));
  const story = propose(bytes, { format, zone, ...(date !== undefined && { date }) });
  return story.type === 'refused' ? story : postReading(story, pasted);
}

/** What a clipboard holds of a page is mostly no page by itself. */
const whole = (html: string): string =>
  /<(?:html|body)[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><body><article>${html}</article></body></html>`;

function postReading(story: ProposedStory, { zone, hasTop }: Pasted): PasteReading {
  const set = bodySetter(story);
  const updates = story.updates.map((update, index): PastedUpdate => {
    const { title, body } = wordsOf(update, index, set);
    return { at: instantIn(update.time), written: update.marker, title, body };
  });
  if (story.order === 'newest-first') updates.reverse();
  const { input, warnings } = topOf(story, zone, set);
  const publishedAt = instantIn(story.publishedAt);
  const top = {
    headline: story.headline === '' ? '' : (input.headline ?? ''),
    dek: input.dek ?? '',
    byline: input.byline ?? [],
    credit: input.credit ?? '',
    lead: set(story.body, 'body'),
  };
  const isUpdate = updates.length === 0 && hasTop;
  if (isUpdate) updates.push({ at: publishedAt, written: '', title: top.headline, body: top.lead });
  const hasWords = story.headline !== '' || story.body.length > 0;
  return {
    type: 'read',
    kind: 'post',
    updates,
    top: hasWords && !isUpdate ? top : null,
    publishedAt,
    zone: story.zone ?? zone,
    statements: story.statements.map(({ speaker, role, outlet, text }) => ({ speaker, role, outlet, text })),
    corrections: story.corrections.map(({ time, marker, text }) => ({
      at: instantIn(time),
      text: text === '' ? marker : text,
    })),
    dropped: [...story.dropped],
    warnings: [...story.warnings, ...(story.headline === '' ? [] : warnings)],
  };
}

/** A time that is an instant for sure; a day, or a clock whose day or zone nobody knows, is none. */
const instantIn = (time: ProposedTime | null): Instant | null =>
  time?.kind === 'instant' ? parseInstant(time.at) : null;

const UNNAMED = 'It names no agency: say whose report it is.';

function flashReading({ title, paragraphs, outlet, speaker, dropped }: Flash, zone: string): PasteReading {
  const kept = title.length <= LONGEST.headline ? cleanText(title) : '';
  const above = kept === '' && title !== '' ? [title] : [];
  const text = [...above, ...paragraphs];
  const statement = outlet === null ? null : reported(text, outlet, speaker);
  const body: DocumentJSON = { type: 'doc', content: statement ? [statement] : text.map(paragraph) };
  return {
    type: 'read',
    kind: 'flash',
    updates: [{ at: null, written: '', title: kept, body }],
    top: null,
    publishedAt: null,
    zone,
    statements: statement
      ? [{ speaker: statement.attrs.speaker, role: null, outlet, text: text.join(' ') }]
      : [],
    corrections: [],
    dropped,
    warnings: outlet === null ? [UNNAMED] : [],
  };
}

/** A wire's words as it sent them, with the wire as their source. */
function reported(paragraphs: string[], outlet: string, speaker: string | null): StatementJSON | null {
  const name = checkName(speaker ?? outlet) ?? checkName(outlet);
  if (name === null) return null;
  const attrs = {
    speaker: name,
    role: null,
    outlet,
    medium: null,
    interpreter: null,
    link: null,
    lang: null,
  };
  return { type: 'statement', attrs, content: paragraphs.map(paragraph) };
}
