import { useQuery } from '@tanstack/react-query';
import type { Photo } from '../../../../../domain/media.ts';
import { keys } from '../../../net/keys.ts';
import { useStoryDesk } from '../story-desk.ts';

/** A picture of ours with its words, by the desk's own address: it may not be public yet. */
export function PhotoView({ photo }: { photo: Photo }) {
  const { gate } = useStoryDesk();
  const { data: media } = useQuery({
    queryKey: keys.mediaOne(photo.mediaId),
    queryFn: () => gate.read(photo.mediaId),
  });
  const alt = photo.alt ?? media?.alt ?? '';
  return (
    <figure className="photo-view">
      {media && (
        <img
          src={media.renditions.at(-1)?.url}
          srcSet={media.renditions.map(({ url, width }) => `${url} ${width}w`).join(', ')}
          sizes="22rem"
          width={media.shown.width}
          height={media.shown.height}
          alt={alt}
        />
      )}
      <figcaption dir="auto">
        {[photo.caption ?? media?.caption, photo.credit ?? media?.credit].filter(Boolean).join(' · ')}
      </figcaption>
    </figure>
  );
}
