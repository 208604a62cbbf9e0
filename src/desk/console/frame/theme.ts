import { browserKeep } from '../kit/browser-keep.ts';
import { listened, useListened } from '../kit/listened.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'writethru.theme';

const read = (): Theme => THEMES.find((theme) => theme === browserKeep.read(KEPT)) ?? 'auto';
const theme = listened<Theme>(read());

/** Puts the chosen scheme on the page; `auto` is the system's own. */
function show(): void {
  if (theme.get() === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.get();
}

/** Before anything is drawn, and when another tab chooses. */
export function beginTheme(): void {
  show();
  theme.listen(show);
  window.addEventListener('storage', ({ key }) => {
    if (key === KEPT) theme.set(read());
  });
}

export function chooseTheme(chosen: Theme): void {
  browserKeep.keep(KEPT, chosen);
  theme.set(chosen);
}

export const useTheme = (): Theme => useListened(theme);
