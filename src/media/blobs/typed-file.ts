import { checkContentType } from './blobs.ts';
import type { Blob } from './blobs.ts';

/**
 * A file that knows its content type: after the bytes stands a `free` box (ISO 14496-12 §8.1.2), which any viewer
 * skips – as a box in an AVIF, as what follows the end in the others – so that a picture in the folder still opens.
 * Its payload is the content type, and the payload's length in two bytes.
 */
const BOX_HEAD = 8;
const LENGTH = 2;

export function wrap(bytes: Uint8Array, contentType: string): Buffer {
  const name = Buffer.from(checkContentType(contentType), 'latin1');
  const size = BOX_HEAD + name.length + LENGTH;
  const box = Buffer.alloc(size);
  box.writeUInt32BE(size, 0);
  box.write('free', 4, 'latin1');
  name.copy(box, BOX_HEAD);
  box.writeUInt16BE(name.length, size - LENGTH);
  return Buffer.concat([bytes, box]);
}

/** Throws where the file does not end so: somebody else wrote it, or cut it. */
export function unwrap(file: Buffer): Blob {
  const named = file.length >= LENGTH ? file.readUInt16BE(file.length - LENGTH) : 0;
  const start = file.length - (BOX_HEAD + named + LENGTH);
  if (start < 0 || file.toString('latin1', start + 4, start + BOX_HEAD) !== 'free')
    throw new Error('a file in the folder of pictures is not one of ours, or was cut off');
  const contentType = file.toString('latin1', start + BOX_HEAD, file.length - LENGTH);
  return { bytes: file.subarray(0, start), contentType: checkContentType(contentType) };
}
