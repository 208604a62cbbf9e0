import sharp from 'sharp';

/** Pictures for tests, with what cameras and agencies write into them. */
export type Iim = [record: number, dataset: number, value: string | Uint8Array];

/** IPTC-IIM 4.2's datasets, by the names exiftool gives them. */
export const IIM = {
  charset: [1, 90],
  objectName: [2, 5],
  dateCreated: [2, 55],
  timeCreated: [2, 60],
  byline: [2, 80],
  city: [2, 90],
  country: [2, 101],
  headline: [2, 105],
  credit: [2, 110],
  source: [2, 115],
  copyright: [2, 116],
  caption: [2, 120],
} as const satisfies Record<string, [number, number]>;

export type IimName = keyof typeof IIM;

/** ISO 2022's escape for UTF-8, which IIM 1:90 is set to. */
export const UTF8 = '\x1B%G';

export const iim = (name: IimName, value: string | Uint8Array): Iim => [...IIM[name], value];

/** A plain photo, left half in one colour, right half in another. */
export async function photo(width = 600, height = 400): Promise<Buffer> {
  return half(width, height).jpeg({ quality: 90 }).toBuffer();
}

export function half(width: number, height: number, left = '#20508c', right = '#d98c3a') {
  const rest = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: right } };
  return sharp({ create: { width, height, channels: 3, background: left } }).composite([
    { input: rest, left: Math.floor(width / 2), top: 0 },
  ]);
}

/** The JPEG with these datasets as Photoshop writes them: an APP13 segment, resource 0x0404. */
export function withIim(jpeg: Uint8Array, datasets: Iim[]): Buffer {
  const block = Buffer.concat(datasets.map(dataset));
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(block.length);
  return withSegment(jpeg, 0xed, Buffer.concat([head, size, block, Buffer.alloc(block.length % 2)]));
}

function dataset([record, number, value]: Iim): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(value);
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(bytes.length, 3);
  return Buffer.concat([head, bytes]);
}

/** The JPEG with one more segment, right after its start; at most 65,533 bytes fit one. */
export function withSegment(jpeg: Uint8Array, marker: number, payload: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
}

/** The JPEG with this XMP, whole or not as XML goes (sharp would refuse some). */
export function withRawXmp(jpeg: Uint8Array, packet: string): Buffer {
  return withSegment(jpeg, 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`));
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

/** An XMP packet around these properties, given as XML. */
export function xmp(properties: string): string {
  const spaces = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return (
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about=""${spaces.join('')}>${properties}</rdf:Description>` +
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
  );
}

/** `rdf:Alt` with texts by language, or `rdf:Seq` of plain ones. */
export const alt = (name: string, texts: Record<string, string>) =>
  `<${name}><rdf:Alt>${Object.entries(texts)
    .map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`)
    .join('')}</rdf:Alt></${name}>`;

export const seq = (name: string, texts: string[]) =>
  `<${name}><rdf:Seq>${texts.map((text) => `<rdf:li>${text}</rdf:li>`).join('')}</rdf:Seq></${name}>`;
