import type { Printed } from './renditions.ts';

/** Adobe XMP part 1 §7: who is credited and who holds the rights, as search engines read them; null where there is neither. */
export function packet({ credit, copyright }: Printed): string | null {
  if (credit === null && copyright === null) return null;
  const rights =
    copyright === null
      ? ''
      : `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(copyright)}</rdf:li></rdf:Alt></dc:rights>`;
  const line = credit === null ? '' : `<photoshop:Credit>${escapeXml(credit)}</photoshop:Credit>`;
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    ` xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${line}${rights}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
