import { mediaPath, renditionFile, shownRegion } from '../../domain/media.ts';
import { CONTENT_TYPES } from '../../media/picture.ts';
import type { DeskPicture } from '../../storage/desk/held-media-store.ts';
import type { MediaWire } from '../shared/wire.ts';

const NOT_HANDLED = { altSkipped: null, focalPoint: null, crop: null };

/** A picture as the console has it. */
export function mediaWire({ media, held, takenInBy }: DeskPicture): MediaWire {
  const { handling, renditions, ...known } = media;
  const { width, height } = shownRegion(media);
  return {
    ...known,
    ...(handling ?? NOT_HANDLED),
    src: mediaPath(media.id),
    held: held !== null,
    takenInBy,
    shown: { width, height },
    renditions: renditions
      .toSorted((a, b) => a.width - b.width)
      .map((rendition) => ({
        url: `/desk/api${mediaPath(media.id)}/${renditionFile(rendition)}`,
        type: CONTENT_TYPES[rendition.format],
        width: rendition.width,
        height: rendition.height,
      })),
  };
}
