import { storyPath } from '../domain/addresses.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import { renderTime } from './time.ts';
import type { StoryView } from './view.ts';

/** A language's name in itself: `de` → Deutsch. Extensions of a tag are no part of the name (BCP 47 §2.2.6). */
export function languageName(lang: string): string {
  const { baseName } = new Intl.Locale(lang);
  return new Intl.DisplayNames([baseName], { type: 'language' }).of(baseName) ?? baseName;
}

/** The same story in other languages, each by its name in itself. */
export function renderTranslations({ language, translations }: StoryView): Html | null {
  if (translations.length === 0) return null;
  const links = translations.map(
    ({ slug, lang }) =>
      html`<li><a href="${storyPath(slug)}" hreflang="${lang}" lang="${lang}" dir="auto">${languageName(lang)}</a></li>`,
  );
  return html`<nav class="languages" aria-labelledby="languages"><span id="languages">${language.say('translations.readIn')}</span> <ul>${links}</ul></nav>`;
}

/** That the original was corrected since this translation was made; nothing while it stands for it. */
export function renderStale(view: StoryView): Html | null {
  const { story, language, translations } = view;
  const { sourceCorrectedAt } = story;
  if (story.translationOf === null || sourceCorrectedAt === null) return null;
  const original = translations.find((each) => each.original);
  const words = language.say('translations.original');
  const link = original
    ? html`<a href="${storyPath(original.slug)}"${attribute('hreflang', original.lang)}>${words}</a>`
    : words;
  const time = renderTime(view, sourceCorrectedAt);
  return html`<p class="outdated">${language.tell('translations.stale', { original: link, time })}</p>`;
}
