/** A checked document as plain JSON: what is stored, sent and rendered. Only `checkDocument` makes one from outside. */
export type DocumentJSON = { type: 'doc'; content: BlockJSON[] };

export type BlockJSON =
  | ParagraphJSON
  | HeadingJSON
  | BulletListJSON
  | OrderedListJSON
  | BlockquoteJSON
  | StatementJSON
  | ImageJSON
  | GalleryJSON
  | EmbedJSON
  | { type: 'horizontal_rule' };

export type ParagraphJSON = { type: 'paragraph'; content?: InlineJSON[] };
export type HeadingJSON = { type: 'heading'; attrs: { level: number }; content?: InlineJSON[] };
export type BulletListJSON = { type: 'bullet_list'; content: ListItemJSON[] };
export type OrderedListJSON = { type: 'ordered_list'; attrs: { start: number }; content: ListItemJSON[] };
export type ListItemJSON = { type: 'list_item'; content: BlockJSON[] };
export type BlockquoteJSON = { type: 'blockquote'; content: BlockJSON[] };
export type StatementJSON = { type: 'statement'; attrs: StatementSource; content: ParagraphJSON[] };
export type ImageJSON = { type: 'image'; attrs: ImageAttributes };
/** Pictures that belong together, with a caption for all of them. */
export type GalleryJSON = { type: 'gallery'; attrs: { caption: string | null }; content: ImageJSON[] };
export type EmbedJSON = {
  type: 'embed';
  attrs: { url: string; title: string | null; provider: string | null };
};

/** Who said it, and how it reached us. */
export type StatementSource = {
  speaker: string;
  role: string | null;
  /** Who reported it: "Radio Norte". */
  outlet: string | null;
  /** Where or how it was said: "press conference", "by phone". */
  medium: string | null;
  /** Who put it into this language, as it stands after "through": "an interpreter", "Ana Li". */
  interpreter: string | null;
  link: string | null;
  /** Language of the words (BCP 47). */
  lang: string | null;
};

/** Width and height in px of the picture as it is stored. */
export type ImageAttributes = {
  src: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  width: number | null;
  height: number | null;
};

export type InlineJSON =
  | { type: 'text'; text: string; marks?: MarkJSON[] }
  | { type: 'hard_break'; marks?: MarkJSON[] };

export type MarkJSON =
  | { type: 'strong' | 'em' | 'strike' | 'code' }
  | { type: 'link'; attrs: LinkAttributes };

export type LinkAttributes = { href: string; title: string | null };
