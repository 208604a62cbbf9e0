import type { PurgePlace } from '../config.ts';

/** The caches that can be told by keys, each in its own words. */
export type PurgeForm = PurgePlace['form'];

/** What is sent for some keys. */
export type PurgeRequest = { method: string; headers: Record<string, string>; body?: string };

export type Form = {
  /** The header of an answer that this cache reads keys from, and what stands between them. */
  keys: { header: string; between: string };
  /** The header that says how long this cache alone may hold an answer. */
  hold: string;
  /** Keys that one request can name. */
  most: number;
  request(keys: string[]): PurgeRequest;
};

/** Fewer than any of them takes, and short enough for a header. */
const MOST = 30;

const asJson = (body: object): PurgeRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const FORMS: Record<PurgeForm, Form> = {
  /** `vmod_xkey`: one request names all keys. The VCL in `docs/caching.md` reads both headers. */
  varnish: {
    keys: { header: 'xkey', between: ' ' },
    hold: 'cdn-cache-control',
    most: MOST,
    request: (keys) => ({ method: 'PURGE', headers: { xkey: keys.join(' ') } }),
  },
  /** `POST /service/ID/purge`. It knows no RFC 9213, and reads `Surrogate-Control` instead. */
  fastly: {
    keys: { header: 'surrogate-key', between: ' ' },
    hold: 'surrogate-control',
    most: MOST,
    request: (keys) => asJson({ surrogate_keys: keys }),
  },
  /** `POST /client/v4/zones/ID/purge_cache`. */
  cloudflare: {
    keys: { header: 'cache-tag', between: ',' },
    hold: 'cdn-cache-control',
    most: MOST,
    request: (keys) => asJson({ tags: keys }),
  },
  /** For whatever stands between: a script of the newsroom's own. */
  json: {
    keys: { header: 'surrogate-key', between: ' ' },
    hold: 'cdn-cache-control',
    most: MOST,
    request: (keys) => asJson({ keys }),
  },
};
