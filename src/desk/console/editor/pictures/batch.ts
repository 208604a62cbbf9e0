import type * as Y from 'yjs';
import { newId } from '../../../../domain/id.ts';
import { instantOf } from '../../../../domain/time.ts';
import type { MediaWire } from '../../../shared/wire.ts';
import { listened, type Listened } from '../../kit/listened.ts';

/** One picture on its way to the server, and what is shown of it meanwhile. */
export type Upload = {
  id: string;
  file: File;
  /** Of the browser's own (`blob:`); let go of when it is done. */
  preview: string;
  /** From 0 to 1, of the bytes that left; 1 while the server makes its renditions. */
  share: number;
  /** A sentence, where it did not arrive. */
  failure: string | null;
  /** Whether it may arrive when it is sent again. */
  mayPass: boolean;
  media: MediaWire | null;
  stop: AbortController;
};

/** Pictures that were given together: one, or those of a gallery. They are put into the text when all are there. */
export type Batch = {
  id: string;
  /** Where in the text they will stand, also while no editor shows it. */
  place: Y.RelativePosition;
  uploads: Listened<readonly Upload[]>;
};

export function newBatch(files: readonly File[], place: Y.RelativePosition): Batch {
  const uploads = files.map((file) => ({
    id: newId(instantOf(Date.now())),
    file,
    preview: URL.createObjectURL(file),
    share: 0,
    failure: null,
    mayPass: true,
    media: null,
    stop: new AbortController(),
  }));
  return { id: newId(instantOf(Date.now())), place, uploads: listened<readonly Upload[]>(uploads) };
}

export function change({ uploads }: Batch, id: string, patch: Partial<Upload>): void {
  uploads.set(uploads.get().map((one) => (one.id === id ? { ...one, ...patch } : one)));
}

/** Takes one back: it is stopped, and its preview let go of. */
export function takeBack({ uploads }: Batch, id: string): void {
  const gone = uploads.get().find((one) => one.id === id);
  gone?.stop.abort();
  if (gone) URL.revokeObjectURL(gone.preview);
  uploads.set(uploads.get().filter((one) => one.id !== id));
}
