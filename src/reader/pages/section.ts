import { sectionPath } from '../../domain/addresses.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import { html } from '../../render/html.ts';
import type { FrontPage, Section } from '../../storage/storage.ts';
import { listPath } from '../list-place.ts';
import { describeCards, renderCards, renderListPages, type CardPage } from './card-list.ts';
import { renderClocks } from './clocks.ts';
import { renderFollow } from './follow-box.ts';
import { renderPage, type Frame } from './shell.ts';

/** Stories on a page of a section. */
export const IN_SECTION = 50;

/** The stories filed under a section: live ones first, each with its latest line. */
export function sectionPage(
  frame: Frame,
  { slug, name }: Section,
  page: CardPage,
  navigation: NavigationEntry[],
  { position, siteSeq }: Pick<FrontPage, 'position' | 'siteSeq'>,
): string {
  const { site, language } = frame;
  const path = sectionPath(slug);
  const followed = { path, title: `${name} | ${site.name}` };
  const follow = language.tell('follow.named', { name: html`<bdi>${name}</bdi>` });
  return renderPage(frame, {
    kind: 'section',
    ...(page.cursor === null && { script: 'front' }),
    title: name,
    description: describeCards(page.cards),
    canonical: listPath(path, page.cursor),
    navigation,
    followed,
    main: html`<h1><bdi>${name}</bdi></h1>${page.cursor === null && renderClocks(language, false)}${renderCards(frame, page.cards)}${renderListPages(frame, path, page)}${renderFollow(language, follow, followed)}`,
    facts: {
      live: '/live',
      path,
      section: slug,
      seq: position,
      'site-seq': siteSeq,
      state: 'live',
      per: IN_SECTION,
      site: site.name,
    },
  });
}
