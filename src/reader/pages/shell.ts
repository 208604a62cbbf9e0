import type { Media } from '../../domain/media.ts';
import type { NavigationEntry, Site } from '../../domain/site.ts';
import { attribute, html, jsonForScript, trustedHtml } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Language } from '../../render/language.ts';
import type { FooterLink } from '../../storage/storage.ts';
import type { Assets } from '../serving/assets.ts';
import type { CardLink } from '../card-facts.ts';
import { stylesOf } from '../serving/page-policy.ts';
import { renderColophon } from './colophon.ts';
import { renderNameplate } from './nameplate.ts';
import { feedLinks, type Followed } from './follow-box.ts';
import { renderPreview, type Article } from './preview.ts';

/** What every page is made with, besides its story. */
export type Frame = {
  assets: Assets;
  baseUrl: string;
  site: Site;
  /** The newsroom's own pages that the foot leads to. */
  footer: FooterLink[];
  /** The site's mark. */
  logo?: Media | null;
  /** It is looked at before anybody reads it: no script, nothing for machines, and its links lead nowhere. */
  still?: boolean;
  language: Language;
};

export type Page = {
  title: string;
  description?: string | null;
  /** Path of the page's one address; null where a page has none of its own. */
  canonical: string | null;
  /** Has feeds, which the head tells of. */
  followed?: Followed;
  /** Goes into the head: structured data, alternates. */
  head?: Html | null;
  main: Html;
  /** What previews of a shared link show. */
  card?: CardLink;
  /** What is known of the page as a piece of journalism. */
  article?: Article;
  /** What the page's script needs to know, as `data-` attributes of the body. */
  facts?: Record<string, string | number | null>;
  /** Which layout the styles give it. */
  kind: 'story' | 'update' | 'record' | 'front' | 'section' | 'author' | 'plain' | 'search' | 'lost';
  /** Where the site leads, on pages that lead through it. */
  navigation?: NavigationEntry[];
  noindex?: boolean;
  /** What makes it live; a page without one stands as it was read. */
  script?: 'story' | 'front';
};

const DOCTYPE = trustedHtml('<!doctype html>\n');

/** The title as it stands in a tab. The page's script writes it the same way when a headline changes. */
export function titleOf(title: string, site: Site): string {
  return title === site.name ? title : `${title} | ${site.name}`;
}

/** A whole page: nameplate, main, colophon. It is complete without its script. */
export function renderPage(frame: Frame, page: Page): string {
  const { assets, baseUrl, site, language } = frame;
  const { title, canonical, description, main, facts = {}, kind } = page;
  const address = canonical === null ? null : baseUrl + canonical;
  const script = frame.still ? undefined : page.script;
  const more = script && assets.more[language.tag]?.path;
  const told = Object.entries({ ...facts, ...(more && { more }) }).map(([name, value]) =>
    attribute(`data-${name}`, value),
  );
  const head = [
    html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<title>${titleOf(title, site)}</title>`,
    description && html`<meta name="description" content="${description}">`,
    address !== null && html`<link rel="canonical" href="${address}">${renderPreview(frame, page, address)}`,
    page.noindex && html`<meta name="robots" content="noindex">`,
    html`<meta name="color-scheme" content="light dark">`,
    html`<link rel="icon" type="image/svg+xml" href="${assets.icon.path}">`,
    stylesOf({ assets, site }).map(({ element }) => element),
    page.followed && feedLinks(page.followed, baseUrl),
    frame.still ? html`<base target="_blank">` : page.head,
  ];
  const body = [
    html`<a class="skip" href="#main">${language.say('page.skip')}</a>`,
    renderNameplate(frame, page),
    html`<main id="main" tabindex="-1">${main}</main>`,
    renderColophon(frame),
    script && html`${renderNotices(language)}${assets[script].element}`,
  ];
  return html`${DOCTYPE}<html lang="${language.tag}" dir="${language.dir}"><head>${head}</head><body class="${kind}-page"${told}>${body}</body></html>`.toString();
}

/** Where the script tells what is new, and the sentences it tells it in. */
function renderNotices(language: Language): Html {
  return html`<div class="notices" role="region" aria-label="${language.say('page.notices')}"><a id="bar" class="bar" href="#main" hidden></a><p id="status" class="status" role="status"></p><div id="spoken" class="spoken" aria-live="polite"></div></div><script type="application/json" id="sentences">${jsonForScript(language.spoken())}</script>`;
}
