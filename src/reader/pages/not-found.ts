import { storyPath } from '../../domain/addresses.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import type { Story } from '../../domain/story.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { renderCards } from './card-list.ts';
import { renderSeek } from './seek.ts';
import { renderPage, type Frame } from './shell.ts';

/** What was looked for. */
export type Missing = 'story' | 'update' | 'author' | 'section' | 'page';

/** Stories offered to who found nothing. */
export const OFFERED = 3;

/** What there is instead: stories with an address like the one asked for, and those on top of the front page. */
export type Offer = { closest: Story[]; cards: FrontCard[]; navigation: NavigationEntry[] };

/** Says what is not there, and offers what is. */
export function notFoundPage(frame: Frame, missing: Missing, { closest, cards, navigation }: Offer): string {
  const { language } = frame;
  const heading = language.say('notFound.heading');
  const offered =
    cards.length > 0 &&
    html`<h2 class="front-heading">${language.say('notFound.try')}</h2>${renderCards(frame, cards)}`;
  return renderPage(frame, {
    kind: 'lost',
    title: heading,
    canonical: null,
    noindex: true,
    navigation,
    main: html`<h1>${heading}</h1><p class="dek">${language.say(`notFound.${missing}`)}</p>${renderClosest(frame, closest)}${renderSeek(frame.language)}${offered}<p class="into"><a href="/">${language.say('front.all')}</a></p>`,
  });
}

function renderClosest({ language }: Frame, stories: Story[]): Html | null {
  if (stories.length === 0) return null;
  const items = stories.map(({ slug, lang, top }) => {
    const words = attribute('lang', lang === language.tag ? null : lang);
    return html`<li><a href="${storyPath(slug)}"><bdi${words}>${top.headline}</bdi></a></li>`;
  });
  return html`<h2 class="front-heading">${language.say('notFound.closest')}</h2><ul class="closest">${items}</ul>`;
}
