/**
 * A picture's metadata as a file of its own: a WebP (RFC 9649 §2.7) that holds these two blocks and no picture. PNG,
 * AVIF and WebP keep them in containers of many kinds, compressed too; libvips has unpacked and bounded them already,
 * so that nothing else reads a stranger's container again.
 */
export function metadataFile({ exif, xmp }: { exif?: Buffer; xmp?: Buffer }): Buffer {
  const chunks = [...chunk('EXIF', exif), ...chunk('XMP ', xmp)];
  const size = chunks.reduce((sum, part) => sum + part.length, 4);
  return Buffer.concat([head('RIFF', size), Buffer.from('WEBP'), ...chunks]);
}

function chunk(name: string, content: Buffer | undefined): Buffer[] {
  if (!content) return [];
  return [head(name, content.length), content, Buffer.alloc(content.length % 2)];
}

function head(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(8, name, 'latin1');
  bytes.writeUInt32LE(size, 4);
  return bytes;
}
