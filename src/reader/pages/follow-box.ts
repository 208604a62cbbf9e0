import { feedPath } from '../../domain/addresses.ts';
import { FEED_EXTENSIONS, FEED_FORMATS } from '../../distribution/formats/feed.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Language } from '../../render/language.ts';

/** A page whose news can be followed: its path, and what its feed is called. */
export type Followed = { path: string; title: string };

const links = ({ path }: Followed) =>
  FEED_EXTENSIONS.map((extension) => {
    const { name, type } = FEED_FORMATS[extension];
    return { name, href: feedPath(path, extension), type: type.split(';', 1)[0] ?? type };
  });

/** Tells programs where a page's feeds are. */
export function feedLinks(followed: Followed, baseUrl: string): Html {
  return html`${links(followed).map(
    ({ href, type }) =>
      html`<link rel="alternate" type="${type}" title="${followed.title}" href="${baseUrl}${href}">`,
  )}`;
}

/** The ways to follow what a page is about. */
export function renderFollow(language: Language, heading: string | Html, followed: Followed): Html {
  const ways = links(followed).map(
    ({ name, href, type }) => html`<li><a href="${href}"${attribute('type', type)}>${name}</a></li>`,
  );
  return html`<section class="follow" aria-labelledby="follow"><h2 id="follow">${heading}</h2><p>${language.say('follow.feeds')}</p><ul>${ways}</ul></section>`;
}
