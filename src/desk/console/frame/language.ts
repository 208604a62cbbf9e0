import { browserKeep } from '../kit/browser-keep.ts';
import type { AccountChangeWire } from '../../shared/wire-account.ts';
import { listened, useListened } from '../kit/listened.ts';
import { ask } from '../net/api.ts';
import { keys } from '../net/keys.ts';
import { queryClient } from '../net/query-client.ts';
import { spokenOf, type LanguageTag } from '../words/languages.ts';

const KEPT = 'writethru.language';

/** What somebody chose in this browser, until their account knows it. */
const chosen = listened<string | null>(browserKeep.read(KEPT));

/** Speaks it at once, and has the person's account keep it, for their other browsers; without a network this one keeps it. */
export async function chooseLanguage(lang: LanguageTag): Promise<void> {
  browserKeep.keep(KEPT, lang);
  chosen.set(lang);
  const body: AccountChangeWire = { lang };
  await ask('PATCH /account', { body, signedOut: 'throw' });
  await queryClient.invalidateQueries({ queryKey: keys.session });
  await queryClient.invalidateQueries({ queryKey: keys.account });
  browserKeep.forget(KEPT);
  chosen.set(null);
}

/** The language the desk speaks: the one chosen here, else the person's, else the site's. */
export function useLanguage(person: string | null | undefined, site: string | undefined): LanguageTag {
  return spokenOf([useListened(chosen), person, site]);
}
