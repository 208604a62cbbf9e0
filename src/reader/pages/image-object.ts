import { detailsAt, renditionPath } from '../../domain/media.ts';
import { photoOf } from '../../render/photo.ts';
import type { StoryView } from '../../render/view.ts';

/** A story's lead picture for search engines (schema.org/ImageObject): its widest JPEG, and whose it is. */
export function imageOf(
  view: Pick<StoryView, 'story' | 'language' | 'media'>,
  baseUrl: string,
): object | null {
  const media = photoOf(view);
  const { photo, credit } = view.story.top;
  const jpegs = media?.renditions.filter(({ format }) => format === 'jpeg') ?? [];
  const widest = jpegs.toSorted((a, b) => b.width - a.width)[0];
  if (!photo || !media || !widest) return null;
  const said = detailsAt(photo, media);
  const creditText = said.credit ?? credit;
  return {
    '@type': 'ImageObject',
    url: baseUrl + renditionPath(media.id, widest),
    width: widest.width,
    height: widest.height,
    ...(said.caption !== null && { caption: said.caption }),
    ...(creditText !== null && { creditText }),
    ...(media.copyright !== null && { copyrightNotice: media.copyright }),
  };
}
