/** A person whose name stands in bylines. `slug` is the address of their page. */
export type Author = { slug: string; name: string; role: string | null; bio: string | null };

/** Who a name in a byline belongs to, if that is recorded. */
export const authorNamed = (authors: readonly Author[], name: string | null): Author | undefined =>
  authors.find((author) => author.name === name);
