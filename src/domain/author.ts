/** A person whose name stands in bylines. `slug` is the address of their page. */
export type Author = { slug: string; name: string; role: string | null; bio: string | null };
