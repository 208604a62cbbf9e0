/** What may stand in a page itself, by hash (`'sha256-…'`), and whose frames may, once a reader asks for them. */
export type InPage = { scripts: string[]; styles: string[]; frames?: readonly string[] };

/**
 * Nothing from elsewhere but the frames named; one named policy for server-rendered updates. Of what stands in the page,
 * only what the hashes name is run or applied.
 */
export function contentSecurityPolicy(
  { scripts, styles, frames = [] }: InPage = { scripts: [], styles: [] },
): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self'",
    "connect-src 'self'",
    ...(frames.length > 0 ? [['frame-src', ...frames].join(' ')] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types writethru',
  ].join('; ');
}

const REFUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** A year, in seconds. */
const HSTS_AGE = 31_536_000;

/** What every answer carries, pages a policy of their own; `Strict-Transport-Security` only where the site is known by https. */
export function securityHeaders(baseUrl: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(baseUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${HSTS_AGE}` }),
  };
}
