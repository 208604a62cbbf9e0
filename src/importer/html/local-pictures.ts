import { findArticle } from './article.ts';
import { decodeText } from '../decode.ts';
import { elements, parsePage, type PageElement } from './tree.ts';

/** A picture that lies beside the page: its name in the page's folder, and what the page says of it. */
export type LocalPicture = { name: string; alt: string | null };

/** Pictures one post brings at most. */
const MOST = 200;

/** The pictures of a post that lie beside its page, each once, in its order. One elsewhere is left there: nothing is fetched. */
export function localPictures(bytes: Uint8Array): LocalPicture[] {
  const page = parsePage(decodeText(bytes).text);
  if (page === null) return [];
  const own = picturesIn(findArticle(page, []).body);
  if (own.length > 0) return own;
  // Some pages set the picture above the element that holds the text; a logo stands in no figure.
  const figures = [...elements(page)].filter(({ tag }) => tag === 'figure');
  return figures.flatMap((figure) => picturesIn(figure));
}

function picturesIn(place: PageElement): LocalPicture[] {
  const found = new Map<string, LocalPicture>();
  for (const { tag, attributes } of elements(place)) {
    if (tag !== 'img') continue;
    const name = localName(attributes.get('src') ?? '');
    if (name === null || found.has(name) || found.size >= MOST) continue;
    const alt = (attributes.get('alt') ?? '').replace(/\s+/g, ' ').trim();
    found.set(name, { name, alt: alt === '' ? null : alt });
  }
  return [...found.values()];
}

/** A path below the page's own folder, without its query; null for every other address. */
function localName(src: string): string | null {
  const [path = ''] = src.trim().split(/[?#]/, 1);
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(path)) return null;
  let name: string;
  try {
    name = decodeURIComponent(path);
  } catch {
    return null;
  }
  const steps = name.split(/[/\\]/).filter((step) => step !== '.');
  return steps.includes('..') || name.includes('\0') ? null : steps.join('/');
}
