import { plainPagePath } from '../../domain/addresses.ts';
import type { Media } from '../../domain/media.ts';
import type { NavigationEntry, PlainPage } from '../../domain/site.ts';
import { documentText } from '../../render/document-text.ts';
import { renderDocument } from '../../render/document.ts';
import { firstWords } from '../../render/first-words.ts';
import { attribute, html } from '../../render/html.ts';
import { datedClock } from '../../render/clock.ts';
import { renderPage, type Frame } from './shell.ts';

/** Characters of a description: about what a result in a search shows. */
const DESCRIPTION = 160;

/** What a page of the newsroom's own is rendered from: itself, and the pictures that stand in it. */
type Shown = { page: PlainPage; media: readonly Media[]; navigation: NavigationEntry[] };

/** A page of the newsroom's own, and when it was last changed. */
export function plainPage(frame: Frame, { page, media, navigation }: Shown): string {
  const { language, site } = frame;
  const { slug, title, body, lang, changedAt } = page;
  const written = attribute('lang', lang ?? site.lang);
  const clock = datedClock(language, changedAt, site.zone, { year: true });
  const changed = language.tell('plain.changed', {
    time: html`<time datetime="${changedAt}">${clock}</time>`,
  });
  return renderPage(frame, {
    kind: 'plain',
    title,
    description: firstWords(documentText(body), DESCRIPTION),
    canonical: plainPagePath(slug),
    navigation,
    main: html`<article class="plain"><h1 dir="auto"${written}>${title}</h1><div class="body"${written}>${renderDocument({ language, media }, body)}</div><p class="changed">${changed}</p></article>`,
  });
}
