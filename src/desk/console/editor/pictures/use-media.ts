import { useEffect, useState } from 'react';
import { mediaIdIn } from '../../../../domain/media.ts';
import type { MediaPatch, MediaWire } from '../../../shared/wire.ts';
import { useRoom } from '../room-context.ts';

export type MediaHere = {
  /** Null while it is not known, or where the picture is none of ours. */
  media: MediaWire | null;
  change(patch: MediaPatch): Promise<MediaWire | null>;
};

/** What the server knows of a picture in the text. */
export function useMedia(src: string): MediaHere {
  const { props } = useRoom();
  const [media, setMedia] = useState<MediaWire | null>(null);
  const id = mediaIdIn(src);
  const gate = props.media;
  useEffect(() => {
    let gone = false;
    if (id !== null && gate)
      gate.read(id).then(
        (read) => gone || setMedia(read),
        // Without network the picture is a frame with its words, which can still be written.
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [id, gate]);
  return {
    media,
    async change(patch) {
      if (id === null || !gate) return null;
      const changed = await gate.details(id, patch);
      setMedia(changed);
      return changed;
    },
  };
}
