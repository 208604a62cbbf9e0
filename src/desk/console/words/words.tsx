import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { LanguageTag } from './languages.ts';
import { loadLanguage } from './load-language.ts';
import { speechOf, type Speech } from './speech.ts';

export type { Speech, Values } from './speech.ts';
export type { Sentence } from './english.ts';

const inEnglish = speechOf('en');
const Spoken = createContext<Speech>(inEnglish);

/** `say('area.name', { … })`: every word the console says comes from here. */
export const useWords = (): Speech => useContext(Spoken);

/** The language the desk speaks to this person. While another one is on its way, the one before is spoken. */
export function WordsProvider({ lang, children }: { lang: LanguageTag; children: ReactNode }) {
  const [speech, setSpeech] = useState<Speech>(inEnglish);
  useEffect(() => {
    let gone = false;
    const speak = (next: Speech): void => {
      if (!gone) setSpeech(next);
    };
    if (lang === 'en') speak(inEnglish);
    else
      loadLanguage(lang).then(
        (catalogue) => speak(speechOf(lang, catalogue)),
        // No network: English it is, until the language is asked for again.
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [lang]);
  useEffect(() => {
    document.documentElement.lang = speech.lang;
    document.documentElement.dir = speech.dir;
  }, [speech]);
  return <Spoken value={speech}>{children}</Spoken>;
}
