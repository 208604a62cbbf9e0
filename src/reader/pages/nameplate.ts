import { renditionPath, type Media } from '../../domain/media.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Frame, Page } from './shell.ts';

/** The site's name, and on pages that lead through the site its line and its navigation. */
export function renderNameplate(
  { site, logo, language }: Frame,
  { kind, navigation = [], canonical }: Page,
): Html {
  const name = html`<a href="/" dir="auto">${logo && renderLogo(logo)}${site.name}</a>`;
  const search = html`<a class="to-search" href="/search">${language.say('search.heading')}</a>`;
  const tagline =
    kind === 'front' && site.tagline !== null && html`<div class="tagline" dir="auto">${site.tagline}</div>`;
  return html`<header class="nameplate">${kind === 'front' ? html`<h1>${name}</h1>` : html`<p>${name} ${search}</p>`}${tagline}${renderNavigation(language.say('nav.sections'), navigation, canonical, kind === 'front' && search)}</header>`;
}

/** Width the mark is looked at in, in px, on a dense screen. */
const MARK = 160;

/** The mark beside the name, which says all that it says. WebP alone: what shows through it, shows through. */
function renderLogo({ id, renditions }: Media): Html | null {
  const made = renditions.filter(({ format }) => format === 'webp').toSorted((a, b) => a.width - b.width);
  const rendition = made.find(({ width }) => width >= MARK) ?? made.at(-1) ?? renditions[0];
  if (!rendition) return null;
  const { width, height } = rendition;
  return html`<img class="logo" src="${renditionPath(id, rendition)}" alt="" width="${width}" height="${height}"> `;
}

function renderNavigation(
  label: string,
  entries: readonly NavigationEntry[],
  here: string | null,
  search: Html | false,
): Html | null {
  if (entries.length === 0 && !search) return null;
  const links = entries.map(
    ({ label: words, href }) =>
      html`<a href="${href}"${attribute('aria-current', href === here ? 'page' : null)}><bdi>${words}</bdi></a>`,
  );
  return html`<nav class="sections" aria-label="${label}">${links}${search}</nav>`;
}
