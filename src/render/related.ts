import { storyPath } from '../domain/addresses.ts';
import type { Story } from '../domain/story.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';

/** Stories to go on to, with as much of each as a link to it shows; `section` is the one they are of, null where they are of any. */
export type Related = {
  section: string | null;
  stories: (Pick<Story, 'id' | 'slug' | 'lang' | 'state'> & { headline: string })[];
};

/** Other stories to go on to, with their state; nothing where there are none. */
export function renderRelated(language: Language, { section, stories }: Related): Html | null {
  if (stories.length === 0) return null;
  const heading =
    section === null
      ? language.tell('related.more')
      : language.tell('related.moreFrom', { section: html`<bdi>${section}</bdi>` });
  const items = stories.map(({ slug, lang, state, headline }) => {
    const words = html`<a href="${storyPath(slug)}" dir="auto"${attribute('lang', lang === language.tag ? null : lang)}>${headline}</a>`;
    return html`<li>${words}${state === 'live' && html` <span class="state live">${language.say('state.live')}</span>`}</li>`;
  });
  return html`<section class="related" aria-labelledby="related"><h2 id="related">${heading}</h2><ul>${items}</ul></section>`;
}
