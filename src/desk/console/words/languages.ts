/** The languages the desk can speak, each in its own name. Those beside English are fetched when they are asked for. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  vi: 'Tiếng Việt',
  ko: '한국어',
  ar: 'العربية',
} as const;

export type LanguageTag = keyof typeof LANGUAGES;

/** The first of some tags (BCP 47) that the desk can speak; English where it can speak none. */
export function spokenOf(tags: readonly (string | null | undefined)[]): LanguageTag {
  const found = tags.map((tag) => tag?.split('-')[0]?.toLowerCase()).find((tag) => tag && tag in LANGUAGES);
  return (found ?? 'en') as LanguageTag;
}

export const directionOf = (tag: LanguageTag): 'ltr' | 'rtl' => (tag === 'ar' ? 'rtl' : 'ltr');
