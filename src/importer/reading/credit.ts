/** A picture's credit as a post prints it: "Photo: Ann Lee/AP", "Photograph by Tom Roy", "(Credit: Reuters)". */
const LABELLED =
  /^[\s*_[(]*(?:(?:(?:feature[ds]?|lead|cover|main|header|top|file|courtesy|press|stock|screen(?:shot)?)\s)?(?:photo(?:graph)?s?|image|picture|pic|screenshot|illustration|graphic|art|video|foto|bild|imagen|imagem|crédits?(?:\sphotos?)?|credit|photo\scredit|image\scredit|picture\scredit|photo\/image|fotos|bildnachweis|credits))\s?(?::|\||–|—|(?:by|courtesy(?:\sof)?|via)\b)\s*(?=\S)/iu;
const AGENCIES =
  /(?:^|[\s/(|])(?:AP(?: Photo)?|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|PA|DPA|dpa|Shutterstock|iStock|Alamy|Flickr|Wikimedia(?: Commons)?|Bloomberg|Corbis|Rex(?: Features)?|Xinhua|ANSA|EFE|Zuma(?: Press)?|Instagram|Twitter|YouTube|Facebook)(?:$|[\s/)|])/;

/** The credit that a short line is, without its label; null where the line is none. */
export function readCredit(line: string): string | null {
  if (line.length > 200) return null;
  // Pages set the word before the name without a space.
  const text = line.trim().replace(/^(?:Credit\s?){1,4}(?=\p{Lu})/u, '');
  const label = LABELLED.exec(text);
  if (label) {
    // "Photos by police show …" is a sentence.
    if (/\w\s*$/.test(label[0]) && !/^[\p{Lu}@]/u.test(text.slice(label[0].length))) return null;
    const rest = text
      .slice(label[0].length)
      .replace(/[\])*_\s]+$/, '')
      .trim();
    // Two credits in one line ("Photo illustration by X. Photo by Y.") are kept as they stand.
    if (/[.;]\s+(?:photos?|images?|illustration)\b/i.test(rest)) return text;
    return rest === '' || rest.split(/\s+/).length > 14 || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(rest)
      ? null
      : rest.replace(/\.$/, '');
  }
  if (/^photo illustration\b/i.test(text)) return text;
  return bareAgency(text);
}

const WITHIN =
  /(?:^|[.)\s|–—-])\s?[([]?(?:(?:photo(?:graph)?s?|image|picture|foto|credit|illustration|bild|imagen)(?: credit| courtesy(?: of)?)?\s?(?::|by(?=\s\p{Lu}))\s?|(?=AP Photo\/))([^()[\]]{2,100}?)[)\]]?\.?$/iu;

/** The credit at the end of a caption ("The pier on Monday. (Photo by Ann Lee/AP)"), or null. */
export function creditWithin(caption: string): string | null {
  const found = WITHIN.exec(caption.slice(-160));
  const credit = found?.[1]?.trim();
  return credit !== undefined && /^[\p{Lu}@]/u.test(credit) ? credit : null;
}

/** "Evan Roe/AP", "(AP Photo/Ann Lee)", "Getty Images": names and an agency and nothing else. */
function bareAgency(text: string): string | null {
  const inner = text.replace(/^[[(]|[\])]$/g, '').trim();
  const all = inner.split(/[\s/|]+/);
  if (inner.length > 80 || all.length > 8 || !AGENCIES.test(inner) || !/[/|]|images|photo|^\(/i.test(text))
    return null;
  return all.every((word) => /^(?:[\p{Lu}\p{N}(]|via|for|de|van|von|dpa|of|by)/u.test(word)) &&
    !/[.!?]$/.test(inner)
    ? inner
    : null;
}
