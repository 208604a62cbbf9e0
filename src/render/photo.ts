import { detailsAt, type Media } from '../domain/media.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { classOf, ratioClass, renderPicture, renderPictureCaption } from './picture.ts';
import { wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

type PhotoView = Pick<StoryView, 'story' | 'language' | 'media'>;

/** The picture of a story's top, where there is one and it is here. */
export function photoOf({ story, media = [] }: PhotoView): Media | null {
  const { photo } = story.top;
  return (photo && media.find(({ id }) => id === photo.mediaId)) ?? null;
}

/** The lead picture with what is said of it: where it is seen first, it is loaded first. */
export function renderPhoto(view: PhotoView, { first } = { first: true }): Html | null {
  const { story, language } = view;
  const { photo, credit } = story.top;
  const media = photoOf(view);
  if (!photo || !media) return null;
  const details = detailsAt(photo, media);
  const tall = ratioClass(media);
  const picture = renderPicture(media, details.alt, { sizes: tall ?? 'lead', first });
  const said = { caption: details.caption, credit: details.credit ?? credit };
  const caption = renderPictureCaption(language, said, media.sourceType, media.sourceType === null);
  return html`<figure${classOf('image', 'photo', tall)}${wordsLang(view)}>${picture}${caption}</figure>`;
}
