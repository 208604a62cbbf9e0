/** In which of a draft's parts a mark stands; `summary/2`: in the third summary line. */
export type MarkedField = 'title' | 'dek' | 'body' | `summary/${number}`;

/** What of a statement's attribution a mark may stand in. */
export type MarkedSource = 'speaker' | 'role' | 'outlet' | 'interpreter';

export type MarkKind =
  /** A written time, beside its place's time. */
  | 'clock'
  /** A zone that is not in force then ("EST" in July), or an hour that the clocks skipped or had twice. */
  | 'zone'
  /** A name that stands elsewhere in the story spelt otherwise. */
  | 'spelling'
  /** A number against one the story used for the same thing before. */
  | 'number'
  /** The same quotation stands under another speaker. */
  | 'speaker'
  /** A summary line that rests on an update which was retracted. The only kind that blocks publishing. */
  | 'orphan';

/** What the desk noticed, for the margin: a reason, and one key to settle or dismiss it. */
export type DeskMark = {
  /** Made from what it says, so that it is the same mark while the words are: dismissed once, dismissed for good. */
  id: string;
  kind: MarkKind;
  field: MarkedField;
  /** Where in the body: indexes of `content` from the document's root to the textblock; empty in other fields. */
  path: number[];
  /** The mark stands in who said it: `path` leads to the statement, and the offsets are within this of its attributes. */
  source?: MarkedSource;
  /** UTF-16 offsets within the text of that textblock or field. */
  from: number;
  to: number;
  /** The words marked. */
  words: string;
  /** Why, as a sentence of the catalogue (`marks.…`) and what stands at its variables. */
  reason: { sentence: string; values: Record<string, string | number> };
  /** What settles it, the first by the one key: other words in place of those marked. Left out where only a person can. */
  replacements?: string[];
  /** The update it was compared with. */
  updateId?: string;
  blocks: boolean;
};
