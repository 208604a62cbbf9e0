import { listened, useListened } from '../kit/listened.ts';
import { spokenOf, type LanguageTag } from '../words/languages.ts';

const KEPT = 'writethru.language';

/** What somebody chose in this browser, before or without an account. */
const chosen = listened<string | null>(localStorage.getItem(KEPT));

export function chooseLanguage(tag: LanguageTag): void {
  localStorage.setItem(KEPT, tag);
  chosen.set(tag);
}

/** The language the desk speaks: the one chosen here, else the person's, else the site's. */
export function useLanguage(person: string | null | undefined, site: string | undefined): LanguageTag {
  return spokenOf([useListened(chosen), person, site]);
}
