/** A time as far as the post gives it: an instant, a wall time without a zone, a day, or a clock without a day. */
export type ProposedTime =
  /** ISO 8601 with the zone's offset at that instant. */
  | { readonly kind: 'instant'; readonly at: string; readonly zone: string }
  | { readonly kind: 'wall'; readonly at: string }
  | { readonly kind: 'day'; readonly at: string }
  | { readonly kind: 'clock'; readonly at: string };

/** Where in the story a statement stands; numbers count from 0. */
export type Place =
  | { readonly in: 'body'; readonly paragraph: number }
  | { readonly in: 'update'; readonly update: number; readonly paragraph: number };

export type ProposedStatement = {
  readonly speaker: string;
  readonly role: string | null;
  readonly outlet: string | null;
  /** How it reached the page: "Twitter", "statement", "press conference" …, as written, or null. */
  readonly medium: string | null;
  /** "through a translator" and the like, as written, or null. */
  readonly interpreter: string | null;
  readonly text: string;
  readonly place: Place;
};

export type ProposedUpdate = {
  readonly time: ProposedTime | null;
  /** The words that begin the update in the post, as written. */
  readonly marker: string;
  readonly title: string | null;
  /** A sub-heading the page prints above the entry, where it is not part of the marker. */
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
};

export type ProposedCorrection = {
  readonly time: ProposedTime | null;
  readonly marker: string;
  readonly text: string;
};

export type ProposedStory = {
  readonly type: 'proposed';
  /** Empty where the post has none. */
  readonly headline: string;
  readonly dek: string | null;
  readonly byline: readonly string[];
  readonly authorBio: string | null;
  readonly photoCredit: string | null;
  readonly publishedAt: ProposedTime | null;
  readonly zone: string | null;
  readonly body: readonly string[];
  /** In the order of the page; `order` says which way that runs. */
  readonly updates: readonly ProposedUpdate[];
  readonly order: 'oldest-first' | 'newest-first';
  readonly corrections: readonly ProposedCorrection[];
  readonly statements: readonly ProposedStatement[];
  /** Captions and credits of pictures further down. */
  readonly captions: readonly string[];
  /** "Updated at 11:45 p.m. ET" over the whole post, as written. */
  readonly stamps: readonly { readonly text: string; readonly time: ProposedTime | null }[];
  readonly dropped: readonly string[];
  /** Lines read into the fields above (byline, date, credit) or standing between parts ("EARLIER:"). */
  readonly taken: readonly string[];
  readonly warnings: readonly string[];
};

/** Why a post was not read; `detail` is a sentence for the person importing. */
export type ImportRefusal = {
  readonly type: 'refused';
  readonly reason:
    | 'empty'
    | 'too-large'
    | 'unknown-zone'
    | 'malformed-date'
    | 'unknown-format'
    | 'nothing-to-read';
  readonly detail: string;
};

/** The shape `import --dry-run --json` prints (architecture.md, "CLI"). */
export type ProposalJson = {
  headline: string;
  byline: string[];
  authorBio: string | null;
  photoCredit: string | null;
  publishedAt: string | null;
  zone: string | null;
  body: string[];
  updates: { at: string | null; marker: string; title: string | null; paragraphs: string[] }[];
  corrections: { at: string | null; text: string }[];
  statements: { speaker: string; outlet: string | null; text: string }[];
  dropped: string[];
  warnings: string[];
};

/** The contract's JSON; what only the replay needs (places, roles, headings) stays inside. */
export function toJson(story: ProposedStory): ProposalJson {
  return {
    headline: story.headline,
    byline: [...story.byline],
    authorBio: story.authorBio,
    photoCredit: story.photoCredit,
    publishedAt: printed(story.publishedAt),
    zone: story.zone,
    body: [...story.body],
    updates: story.updates.map((update) => ({
      at: printed(update.time),
      marker: update.marker,
      title: update.title,
      paragraphs: [...update.paragraphs],
    })),
    corrections: story.corrections.map(({ time, text }) => ({ at: printed(time), text })),
    statements: story.statements.map(({ speaker, outlet, text }) => ({ speaker, outlet, text })),
    dropped: [...story.dropped],
    warnings: [...story.warnings],
  };
}

/** A clock without a day is no time to print: it stays null, and a warning says so. */
function printed(time: ProposedTime | null): string | null {
  return time === null || time.kind === 'clock' ? null : time.at;
}
