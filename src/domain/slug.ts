import { plainLetters } from './plain-letters.ts';

/** The reserved slug and id of the site's own log. */
export const SITE = 'site';

const LONGEST = 80;

/**
 * The address a headline gives: Latin letters lose their marks, other scripts keep their letters, the rest becomes hyphens.
 * `No Deal` → `no-deal`. Empty headlines give `story`.
 */
export function slugOf(headline: string): string {
  const folded = plainLetters(
    headline
      .normalize('NFKD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .normalize('NFC')
      .toLowerCase(),
  )
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const cut = [...folded]
    .slice(0, LONGEST)
    .join('')
    .replace(/-[^-]*$/, (tail) => ([...folded].length > LONGEST ? '' : tail));
  return cut === '' || RESERVED.has(cut) ? `${cut === '' ? '' : `${cut}-`}story` : cut;
}

const RESERVED = new Set([SITE]);

/** True for a slug an editor may choose: letters and digits in hyphenated words, at most 80 characters, not reserved. */
export function isSlug(text: string): boolean {
  return (
    [...text].length <= LONGEST &&
    /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u.test(text) &&
    !RESERVED.has(text)
  );
}

/** `no-deal`, `no-deal-2`, `no-deal-3`, … */
export function numberedSlug(slug: string, attempt: number): string {
  return attempt <= 1 ? slug : `${slug}-${attempt}`;
}
