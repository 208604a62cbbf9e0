import { PlainWriter } from './plain-writer.ts';
import { readTag } from './tags.ts';

/** In UTF-16 units. */
export const HTML_MAX = 1_000_000;
/** Elements that are kept. */
export const ELEMENTS_MAX = 20_000;

export type PlainMarkup =
  | { type: 'markup'; html: string; /** That could not come along. */ pictures: number }
  | { type: 'too-much' };

/** Gone with all they hold: programs, sheets, forms and what plays. */
const GONE = new Set(
  'script style title textarea noscript iframe object embed applet xmp noembed noframes template svg math select option audio video canvas map dialog'.split(
    ' ',
  ),
);

/**
 * Markup from a clipboard in the few elements and attributes that documents know, so that nothing of it reaches the
 * browser's parser that could be run, fetched or against the page's policy. What is safe to keep is decided by the
 * schema afterwards; this makes it small and quiet. Linear in what is given.
 */
export function plainMarkup(html: string): PlainMarkup {
  if (html.length > HTML_MAX) return { type: 'too-much' };
  const writer = new PlainWriter();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) break;
    writer.text(html.slice(at, next));
    at = step(html, next, writer);
    if (writer.elements > ELEMENTS_MAX) return { type: 'too-much' };
  }
  writer.text(html.slice(at));
  return { type: 'markup', html: writer.finish(), pictures: writer.pictures };
}

/** Reads what begins with `<` at a place; gives where it goes on. */
function step(html: string, at: number, writer: PlainWriter): number {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 4);
  if (html.startsWith('<!', at) || html.startsWith('<?', at)) return after(html, '>', at + 2);
  const tag = readTag(html, at);
  if (!tag) {
    writer.text('&lt;');
    return at + 1;
  }
  if (tag.closing) writer.close(tag.name);
  else if (GONE.has(tag.name)) return afterElement(html, tag.name, tag.end);
  else writer.open(tag);
  return tag.end;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Behind the end tag; all the rest belongs to an element that is never closed. */
function afterElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? after(html, '>', found.index) : html.length;
}
