import type { NavigationEntry } from '../../domain/site.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Frame, Page } from './shell.ts';

/** The site's name, and on pages that lead through the site its line and its navigation. */
export function renderNameplate({ site, language }: Frame, { kind, navigation = [], canonical }: Page): Html {
  const name = html`<a href="/" dir="auto">${site.name}</a>`;
  const tagline =
    kind === 'front' && site.tagline !== null && html`<div class="tagline" dir="auto">${site.tagline}</div>`;
  return html`<header class="nameplate">${kind === 'front' ? html`<h1>${name}</h1>` : html`<p>${name}</p>`}${tagline}${renderNavigation(language.say('nav.sections'), navigation, canonical)}</header>`;
}

function renderNavigation(label: string, entries: NavigationEntry[], here: string | null): Html | null {
  if (entries.length === 0) return null;
  const links = entries.map(
    ({ label: words, href }) =>
      html`<a href="${href}"${attribute('aria-current', href === here ? 'page' : null)}><bdi>${words}</bdi></a>`,
  );
  return html`<nav class="sections" aria-label="${label}">${links}</nav>`;
}
