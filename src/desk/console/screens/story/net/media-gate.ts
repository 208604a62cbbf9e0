import { ask } from '../../../net/api.ts';
import { Problem } from '../../../net/problem.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { upload } from '../../../net/upload.ts';
import type { Speech } from '../../../words/words.tsx';
import { NotTaken, type MediaGate } from '../../../editor/props.ts';
import type { MediaWire } from '../../../../shared/wire.ts';

/** How pictures reach the newsroom from the story screen; what is refused is thrown as a sentence. */
export function mediaGate(speech: Speech): MediaGate {
  const said = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      const told = problemLine(speech, error);
      if (error instanceof Problem && !error.mayPass) throw new NotTaken(told, { cause: error });
      throw new Error(told, { cause: error });
    }
  };
  return {
    upload(file, { onProgress, signal }) {
      const form = new FormData();
      form.set('file', file);
      return said(upload<MediaWire>('POST /media', { form, onProgress, signal }));
    },
    details: (mediaId, patch) =>
      said(ask<MediaWire>('PATCH /media/:mediaId', { params: { mediaId }, body: patch })),
    read: (mediaId) => said(ask<MediaWire>('GET /media/:mediaId', { params: { mediaId } })),
  };
}
