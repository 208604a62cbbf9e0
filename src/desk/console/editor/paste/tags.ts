/** One tag of markup, as a tokenizer reads it: nothing is decoded, names are in lower case. */
export type Tag = { name: string; closing: boolean; attributes: Map<string, string>; end: number };

const NAME = /<(\/?)([a-z][a-z0-9:-]*)/iy;
/** WHATWG HTML §13.1.2.3: unquoted, single-quoted and double-quoted values. */
const ATTRIBUTE = /[\s/]*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const REST = /[^>]*>/y;
const ATTRIBUTES_MAX = 60;

/** The tag that begins at `at`, or null where none does. */
export function readTag(html: string, at: number): Tag | null {
  NAME.lastIndex = at;
  const named = NAME.exec(html);
  if (!named) return null;
  const attributes = new Map<string, string>();
  let end = NAME.lastIndex;
  for (let n = 0; n < ATTRIBUTES_MAX; n += 1) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(html);
    if (!found?.[1]) break;
    const name = found[1].toLowerCase();
    if (!attributes.has(name)) attributes.set(name, found[2] ?? found[3] ?? found[4] ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  REST.lastIndex = end;
  return {
    name: named[2]!.toLowerCase(),
    closing: named[1] === '/',
    attributes,
    end: REST.test(html) ? REST.lastIndex : html.length,
  };
}
