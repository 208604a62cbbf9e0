/**
 * A flat post: what a page or a text says, block by block, before anyone has read it as a story.
 * Formats make it (bytes → flat post); `structure.ts` reads it and never learns which format it came from.
 */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'caption' | 'tweet' | 'rule';

export type Block = {
  readonly kind: BlockKind;
  /** One line of running text, white space collapsed. */
  readonly text: string;
  /** What the block opens with in bold, or '' – a marker is often set in bold. */
  readonly strong: string;
  /** The machine-readable time written beside the block (`<time datetime>`), or null. */
  readonly time: string | null;
  /** 1–6 for a heading, 0 otherwise. */
  readonly level: number;
};

/** What a page says about itself beside its text; each list is best candidate first. */
export type Metadata = {
  readonly headlines: readonly string[];
  readonly authors: readonly string[];
  readonly authorBio: string | null;
  readonly photoCredit: string | null;
  /** As written: an ISO date or date-time, or null. */
  readonly publishedAt: string | null;
  readonly siteName: string | null;
};

/** One entry of a page's own machine-readable live blog (schema.org LiveBlogPosting). */
export type DeclaredUpdate = {
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly paragraphs: readonly string[];
};

export type FlatPost = {
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  readonly declaredUpdates: readonly DeclaredUpdate[];
  /** Lines that belong to the page and not to the post, in the order of the page. */
  readonly dropped: readonly string[];
  readonly warnings: readonly string[];
};

export const NO_METADATA: Metadata = {
  headlines: [],
  authors: [],
  authorBio: null,
  photoCredit: null,
  publishedAt: null,
  siteName: null,
};

/** A block of running text; kind, bold opening, time and level may be given. */
export function block(text: string, rest: Partial<Omit<Block, 'text'>> = {}): Block {
  return { kind: 'paragraph', strong: '', time: null, level: 0, ...rest, text };
}
