import type { DraftContent, TopFields } from '../../domain/desk/draft.ts';
import { withoutEmptyEnd } from '../../domain/document.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { EditInput } from '../edit-update.ts';
import type { PostInput } from '../post-update.ts';
import type { DetailsInput, TopInput } from '../top-fields.ts';

/** A draft's words as the verbs take them. Empty text is none. */

export function updateWords({
  title,
  body,
  author,
  keyEvent,
  analysis,
}: DraftContent): PostInput & EditInput {
  return { title, body: withoutEmptyEnd(body), author, keyEvent, analysis };
}

export function topWords({ title, body, top }: DraftContent): TopInput & { headline: string } {
  const words = { headline: title, lead: withoutEmptyEnd(body) };
  if (!top) return words;
  const { dek, byline, credit, photo } = top;
  return {
    ...words,
    dek,
    credit,
    photo,
    byline: byline.filter((name) => name.trim() !== ''),
    summary: writtenLines(top).map((at) => top.summary[at]!),
  };
}

/** What a top's draft says of the story itself: of that, what was changed in it since it was begun. */
export function detailsChanged({ top }: DraftContent, begun: DraftContent | null): DetailsInput {
  if (!top) return {};
  const was = begun?.top;
  const { zone, placeZone, section, lang } = top;
  return {
    ...(zone !== '' && zone !== was?.zone && { zone }),
    ...(lang !== '' && lang !== was?.lang && { lang }),
    ...(placeZone !== was?.placeZone && { placeZone: placeZone === '' ? null : placeZone }),
    ...(section !== was?.section && { section: section === '' ? null : section }),
  };
}

/** Indexes of the summary lines that say something: one that was begun and left empty is none. */
const writtenLines = ({ summary }: TopFields): number[] =>
  summary.flatMap(({ text, updateId }, at) => (text.trim() === '' && updateId === null ? [] : [at]));

/** Where the verbs' fields stand in a draft. */
const PARTS: [RegExp, string][] = [
  [/^\/headline/, '/title'],
  [/^\/(lead|document)/, '/body'],
  [/^\/(was|is|note)$/, '/how/$1'],
];

/** Faults of what a verb was given, told of the draft's own parts. */
export function asDrafted(errors: FieldError[], { top }: DraftContent): FieldError[] {
  const lines = top ? writtenLines(top) : [];
  return errors.map((error) => {
    const named = PARTS.reduce((told, [from, to]) => told.replace(from, to), error.pointer);
    const drafted = named.replace(
      /^\/summary\/(\d+)/,
      (_, at: string) => `/summary/${lines[Number(at)] ?? at}`,
    );
    return { ...error, pointer: drafted };
  });
}
