import {
  detailsAt,
  mediaPath,
  renditionPath,
  shownRegion,
  type Media,
  type Photo,
  type Rendition,
  type SourceType,
} from '../../domain/media.ts';

const TYPES: Record<Rendition['format'], string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
};

/** A rendition as others get it; width and height in px, size in bytes. */
export type RenditionJson = { url: string; type: string; width: number; height: number; bytes: number };

/** A picture with all that is known of it: for those who work with it. */
export function mediaJson(media: Media, baseUrl: string) {
  const { id, format, color, alt, caption, credit } = media;
  const { width, height } = shownRegion(media);
  const { byline, copyright, sourceType, offered, ready, version, at } = media;
  return {
    id,
    src: mediaPath(id),
    url: baseUrl + mediaPath(id),
    format,
    width,
    height,
    color,
    alt,
    caption,
    credit,
    byline,
    copyright,
    sourceType,
    offered,
    renditions: renditionsJson(media, baseUrl),
    ready,
    version,
    at,
  };
}

/** A lead picture as it stands on its story; null where there is none, or its picture is not here. */
export type PhotoJson = {
  id: string;
  width: number;
  height: number;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  sourceType: SourceType | null;
  renditions: RenditionJson[];
};

export function photoJson(
  photo: Photo | undefined,
  known: readonly Media[],
  baseUrl: string,
): PhotoJson | null {
  const media = photo && known.find(({ id }) => id === photo.mediaId);
  if (!photo || !media) return null;
  const { id, sourceType } = media;
  const { width, height } = shownRegion(media);
  return {
    id,
    width,
    height,
    ...detailsAt(photo, media),
    sourceType,
    renditions: renditionsJson(media, baseUrl),
  };
}

/** Its renditions, widest first within each format. */
export function renditionsJson({ id, renditions }: Media, baseUrl: string): RenditionJson[] {
  return renditions
    .toSorted((a, b) => a.format.localeCompare(b.format) || b.width - a.width)
    .map((rendition) => ({
      url: baseUrl + renditionPath(id, rendition),
      type: TYPES[rendition.format],
      width: rendition.width,
      height: rendition.height,
      bytes: rendition.bytes,
    }));
}
