import type { PictureFormat } from '../domain/media.ts';

/** What the bytes are, by their first ones (never by a name or a content type): a picture we take, or a word for what else. */
export type Sniffed = { picture: PictureFormat } | { other: string | null };

/** ISO 14496-12 §4.3 brands: AVIF's are ours to take, HEIF's are what phones send. */
const AVIF_BRANDS = new Set(['avif', 'avis']);
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

const PICTURES: [format: PictureFormat, start: string][] = [
  ['jpeg', '\xFF\xD8\xFF'],
  ['png', '\x89PNG\r\n\x1A\n'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
];

const OTHERS: [name: string, start: string][] = [
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['BigTIFF', 'II+\0'],
  ['Photoshop', '8BPS'],
  ['BMP', 'BM'],
  ['PDF', '%PDF'],
  ['JPEG XL', '\xFF\x0A'],
  ['JPEG XL', '\0\0\0\x0CJXL '],
  ['JPEG 2000', '\0\0\0\x0CjP  '],
  ['Windows icon', '\0\0\x01\0'],
  ['ZIP', 'PK\x03\x04'],
];

/** How much is looked at for the words of a text format, in bytes. */
const TEXT_HEAD = 1024;

export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, TEXT_HEAD)).toString(
    'latin1',
  );
  for (const [picture, start] of PICTURES) if (head.startsWith(start)) return { picture };
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return { picture: 'webp' };
  if (head.startsWith('ftyp', 4)) return sniffBrands(head);
  for (const [other, start] of OTHERS) if (head.startsWith(start)) return { other };
  return { other: sniffText(head) };
}

/** The major brand decides; the two that HEIC and AVIF share (`mif1`, `msf1`) leave it to the compatible ones. */
function sniffBrands(head: string): Sniffed {
  const length = Math.min(Buffer.from(head.slice(0, 4), 'latin1').readUInt32BE(), head.length);
  const major = head.slice(8, 12);
  const brands = [major];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(head.slice(at, at + 4));
  const shared = major === 'mif1' || major === 'msf1';
  if (AVIF_BRANDS.has(major) || (shared && brands.some((brand) => AVIF_BRANDS.has(brand))))
    return { picture: 'avif' };
  return { other: brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'HEIC' : 'video' };
}

function sniffText(head: string): string | null {
  const text = head
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg|<svg)/.test(text)) return 'SVG';
  return /^<(?:!doctype html|html|head|body|script)/.test(text) ? 'HTML' : null;
}
