import { HOW_WE_CORRECT, plainPagePath, SEARCH } from '../../domain/addresses.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Frame } from './shell.ts';

/** A page of this slug takes the place of our own words on how we correct. */
export const CORRECTIONS_SLUG = 'corrections';

/** The foot of every page: the newsroom's own pages, how we correct, where to write to. */
export function renderColophon({ site, footer, language }: Frame): Html {
  const pages = footer.map(({ slug, title, lang }) =>
    entry(plainPagePath(slug), html`<bdi${attribute('lang', lang)}>${title}</bdi>`),
  );
  const replaced = footer.some(({ slug }) => slug === CORRECTIONS_SLUG);
  const links = [
    entry(SEARCH, language.say('search.heading')),
    ...(replaced ? [] : [entry(howWeCorrect(language.tag, site.lang), language.say('corrections.how'))]),
    ...pages,
    ...(site.contact === null ? [] : [entry(site.contact, language.say('foot.contact'))]),
  ];
  return html`<footer class="colophon"><p><a href="/">${site.name}</a></p><ul>${links}</ul></footer>`;
}

const entry = (href: string, label: Html | string): Html => html`<li><a href="${href}">${label}</a></li>`;

/** In the language of the page that leads there. */
export function howWeCorrect(tag: string, own: string): string {
  return tag === own.split('-')[0] ? HOW_WE_CORRECT : `${HOW_WE_CORRECT}?lang=${tag}`;
}
