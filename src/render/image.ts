import type { GalleryJSON, ImageAttributes } from '../domain/document.ts';
import { hostOf } from '../domain/links.ts';
import { detailsAt, mediaIdIn, type Media } from '../domain/media.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import { classOf, ratioClass, renderPicture, renderPictureCaption, type Place } from './picture.ts';
import type { StoryView } from './view.ts';

export type ImageView = Pick<StoryView, 'language' | 'media'>;

/**
 * A picture with caption and credit. One that lies on another host is never loaded (no request leaves the reader's
 * browser for elsewhere, CSP `img-src 'self'`): it stands as a card that links to it.
 */
export function renderImage(view: ImageView, image: ImageAttributes, sizes: Place['sizes'] = 'text'): Html {
  const { language } = view;
  const media = mediaOf(view, image.src);
  const details = media ? detailsAt(image, media) : image;
  const tall = media && sizes === 'text' ? ratioClass(media) : null;
  const picture =
    (media && renderPicture(media, details.alt, { sizes: tall ?? sizes })) ??
    (image.src.startsWith('/') ? renderOwn(image) : renderCard(view, image));
  const caption = renderPictureCaption(language, details, media?.sourceType);
  return html`<figure${classOf('image', tall)}>${picture}${caption}</figure>`;
}

/** Pictures in a row that is pushed sideways, by finger or by keyboard: so it can be focused, and has a name. */
export function renderGallery(view: ImageView, { attrs, content }: GalleryJSON): Html {
  const pictures = content.map((image) => html`<li>${renderImage(view, image.attrs, 'gallery')}</li>`);
  const caption = attrs.caption !== null && html`<figcaption><bdi>${attrs.caption}</bdi></figcaption>`;
  const name = view.language.say('picture.gallery', { n: content.length });
  return html`<figure class="gallery"><div class="strip" role="group" tabindex="0" aria-label="${name}"><ul>${pictures}</ul></div>${caption}</figure>`;
}

function mediaOf({ media = [] }: ImageView, src: string): Media | null {
  const id = mediaIdIn(src);
  return id === null ? null : (media.find((one) => one.id === id) ?? null);
}

/** A picture of this site of which no more is known here than its address. */
function renderOwn({ src, alt, width, height }: ImageAttributes): Html {
  const size = html`${attribute('width', width)}${attribute('height', height)}`;
  return html`<img src="${src}" alt="${alt}"${size} loading="lazy" decoding="async">`;
}

function renderCard({ language }: ImageView, { src, alt }: ImageAttributes): Html {
  const label = html`<bdi class="embed-title">${alt ?? language.say('update.picture')}</bdi> <bdi class="embed-provider">${hostOf(src)}</bdi>`;
  return html`<a class="embed" href="${src}" rel="noopener nofollow external">${label}</a>`;
}
