/** Where a link may lead. Everything else (`javascript:`, `data:`, `file:` …) is refused. */
export const LINK_SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];
export const WEB_SCHEMES: readonly string[] = ['http:', 'https:'];

/** Longest address we keep, in characters after normalisation. */
export const LINK_MAX = 2048;

/** Parsers skip some of these, so they would hide the scheme a browser sees. */
const TRICKS = /[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}\\]/u;

/**
 * The address as the URL standard writes it, or null where it is refused: another scheme than `allow`
 * (with colon, lower case), relative, white space or controls inside, a password in it, too long.
 */
export function checkLink(href: string, allow: readonly string[] = LINK_SCHEMES): string | null {
  const given = href.trim();
  if (given.length > LINK_MAX || TRICKS.test(given)) return null;
  const scheme = /^[a-z]+:/i.exec(given)?.[0].toLowerCase();
  if (scheme === undefined || !allow.includes(scheme)) return null;
  const url = URL.parse(given);
  if (url === null || url.href.length > LINK_MAX) return null;
  return (scheme === 'mailto:' ? isMailAddress(url) : isWebAddress(url, given)) ? url.href : null;
}

/** An image's source: a web address, or a path of this site that begins with a single `/`; null where refused. */
export function checkImageSource(src: string): string | null {
  return src.startsWith('/') ? checkPath(src) : checkLink(src, WEB_SCHEMES);
}

/** Where an entry of the navigation leads: a path of this site, or a web address; null where refused. */
export const checkDestination = checkImageSource;

/** The host of a checked web address, as a reader knows it. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

function isWebAddress(url: URL, given: string): boolean {
  return /^https?:\/\/[^/]/i.test(given) && url.hostname !== '' && url.username === '' && url.password === '';
}

/** RFC 6068 §2, without the line breaks that would write headers of their own. */
function isMailAddress(url: URL): boolean {
  return /^[^@?]+@[^@?]+$/.test(url.pathname) && !/%0[ad]/i.test(url.href);
}

function checkPath(path: string): string | null {
  if (path.length > LINK_MAX || TRICKS.test(path) || path.startsWith('//')) return null;
  const url = URL.parse(path, 'https://site.invalid');
  if (url === null || url.origin !== 'https://site.invalid') return null;
  const normal = url.pathname + url.search;
  // `/..//host` walks up to `//host`, which a browser takes for another host.
  return normal.startsWith('//') || normal.length > LINK_MAX ? null : normal;
}
