/**
 * The cookie a session is carried by. On https its name binds it to this host and path (`__Host-`, RFC 6265bis §4.1.3.2).
 * It is sent with requests of our own pages and when somebody follows a link here, never with another site's forms.
 */
export const cookieName = (baseUrl: string): string =>
  baseUrl.startsWith('https:') ? '__Host-writethru' : 'writethru';

/** `Set-Cookie` for a token that lasts so many seconds; 0 takes the cookie away. No script reads it. */
export function namedCookie(name: string, baseUrl: string, token: string, seconds: number): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

export const sessionCookie = (baseUrl: string, token: string, seconds: number): string =>
  namedCookie(cookieName(baseUrl), baseUrl, token, seconds);

/** The token a request's `Cookie` header carries under a name; null without one of the form we give. */
export function tokenIn(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value = ''] = pair.trim().split('=', 2);
    if (key === name && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
