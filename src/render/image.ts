import type { GalleryJSON, ImageAttributes } from '../domain/document.ts';
import { hostOf } from '../domain/links.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import type { StoryView } from './view.ts';

type ImageView = Pick<StoryView, 'language'>;

/**
 * A picture with caption and credit. One that lies on another host is never loaded (no request leaves the reader's
 * browser for elsewhere, CSP `img-src 'self'`): it stands as a card that links to it.
 */
export function renderImage(view: ImageView, image: ImageAttributes): Html {
  const picture = image.src.startsWith('/') ? renderOwn(image) : renderCard(view, image);
  return html`<figure class="image">${picture}${renderCaption(image)}</figure>`;
}

/** Pictures in a row that scrolls sideways by itself; by keyboard too, so it can be focused. */
export function renderGallery(view: ImageView, { attrs, content }: GalleryJSON): Html {
  const pictures = content.map((image) => html`<li>${renderImage(view, image.attrs)}</li>`);
  const caption = attrs.caption !== null && html`<figcaption><bdi>${attrs.caption}</bdi></figcaption>`;
  return html`<figure class="gallery"><ul tabindex="0">${pictures}</ul>${caption}</figure>`;
}

function renderOwn({ src, alt, width, height }: ImageAttributes): Html {
  const size = html`${attribute('width', width)}${attribute('height', height)}`;
  return html`<img src="${src}" alt="${alt}"${size} loading="lazy" decoding="async">`;
}

function renderCard({ language }: ImageView, { src, alt }: ImageAttributes): Html {
  const label = html`<bdi class="embed-title">${alt ?? language.say('update.picture')}</bdi> <bdi class="embed-provider">${hostOf(src)}</bdi>`;
  return html`<a class="embed" href="${src}" rel="noopener nofollow external">${label}</a>`;
}

function renderCaption({ caption, credit }: ImageAttributes): Html | null {
  if (caption === null && credit === null) return null;
  const words = caption !== null && html`<bdi>${caption}</bdi>`;
  const owner = credit !== null && html`<span class="credit"><bdi>${credit}</bdi></span>`;
  return html`<figcaption>${words}${words && owner && ' '}${owner}</figcaption>`;
}
