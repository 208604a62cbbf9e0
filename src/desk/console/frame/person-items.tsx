import type { MenuItem } from '../kit/menu.tsx';
import { showKeys } from '../kit/shortcut-store.ts';
import { useToasts } from '../kit/toast-store.ts';
import { problemLine } from '../net/problem-words.ts';
import { useSession } from '../net/session.ts';
import { LANGUAGES, type LanguageTag } from '../words/languages.ts';
import { useWords } from '../words/words.tsx';
import { leaveDesk } from './leave-dialog.tsx';
import { chooseLanguage } from './language.ts';
import { chooseTheme, THEMES, useTheme } from './theme.ts';

const THEME_ICONS = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

/** The person's menu: the given places, then look, language, keys, the way out. */
export function usePersonItems(places: MenuItem[]): MenuItem[] {
  const words = useWords();
  const { say, lang } = words;
  const { show } = useToasts();
  const tell = (problem: unknown) => show(problemLine(words, problem), { kind: 'problem' });
  const { person } = useSession();
  const theme = useTheme();
  return [
    { group: `${person.name} · ${say(`frame.role.${person.role}`)}` },
    ...places,
    { group: say('frame.theme') },
    ...THEMES.map((one) => ({
      label: say(`frame.theme.${one}`),
      icon: THEME_ICONS[one],
      picked: one === theme,
      onPick: () => chooseTheme(one),
    })),
    { group: null },
    {
      label: say('frame.language'),
      icon: 'globe',
      now: LANGUAGES[lang],
      items: (Object.keys(LANGUAGES) as LanguageTag[]).map((tag) => ({
        label: LANGUAGES[tag],
        picked: tag === lang,
        // Not kept by the account, it is kept by this browser.
        onPick: () => void chooseLanguage(tag).catch(() => undefined),
      })),
    },
    { label: say('kit.keys.show'), icon: 'keyboard', keys: '?', onPick: showKeys },
    { label: say('frame.signOut'), icon: 'sign-out', onPick: () => void leaveDesk(person.id).catch(tell) },
  ];
}
