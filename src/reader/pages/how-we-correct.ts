import { HOW_WE_CORRECT } from '../../domain/addresses.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import { html } from '../../render/html.ts';
import { catalogues } from '../../render/language.ts';
import { howWeCorrect } from './colophon.ts';
import { renderPage, type Frame } from './shell.ts';

/** From the least to the gravest. */
const STEPS = ['smallEdit', 'edit', 'correction', 'retraction', 'removal'] as const;

/** How a story changes here, in our own words, until the newsroom has a page of its own at `corrections`. */
export function howWeCorrectPage(frame: Frame, navigation: NavigationEntry[]): string {
  const { language, site, baseUrl } = frame;
  const heading = language.say('corrections.how');
  const steps = STEPS.map(
    (step) => html`<dt>${language.say(`how.${step}`)}</dt><dd>${language.say(`how.${step}.text`)}</dd>`,
  );
  const contact =
    site.contact !== null &&
    html`<p>${language.say('how.tell')} <a href="${site.contact}">${language.say('foot.contact')}</a></p>`;
  const alternates = Object.keys(catalogues).map(
    (tag) => html`<link rel="alternate" hreflang="${tag}" href="${baseUrl + howWeCorrect(tag, site.lang)}">`,
  );
  return renderPage(frame, {
    kind: 'plain',
    title: heading,
    description: language.say('how.intro'),
    canonical: howWeCorrect(language.tag, site.lang),
    navigation,
    head: html`${alternates}<link rel="alternate" hreflang="x-default" href="${baseUrl + HOW_WE_CORRECT}">`,
    main: html`<article class="plain"><h1>${heading}</h1><p class="dek">${language.say('how.intro')}</p><dl>${steps}</dl>${contact}</article>`,
  });
}
