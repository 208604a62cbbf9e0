import { setTimeout as wait } from 'node:timers/promises';
import { BlobsUnavailable } from '../../domain/errors.ts';
import { sign } from './s3-sign.ts';
import type { Credentials } from './s3-sign.ts';

export type Bucket = {
  /** `https://s3.example.org`, without the bucket. */
  endpoint: string;
  bucket: string;
  /** The bucket in the path (`/bucket/key`), as most stores of one's own want it; else before the host. */
  pathStyle: boolean;
};

export type S3Connection = Credentials &
  Bucket & {
    /** How long one try may take, in ms, and how many there are. */
    timeout?: number;
    tries?: number;
  };

type Method = 'GET' | 'HEAD' | 'PUT' | 'DELETE';
type Extra = { headers?: Record<string, string>; body?: Uint8Array; query?: Record<string, string> };
type Answer = { headers: Headers; body: Buffer };

/** Before the second try, in ms; doubled for each further one, and a random part of it waited, so that nodes do not ask in step. */
const FIRST_PAUSE = 100;

/** Worth another try: the store is busy, or something between it and us. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

export function openS3Requests(setting: S3Connection) {
  const { timeout = 20_000, tries = 4 } = setting;
  const base = baseOf(setting);

  async function once(method: Method, key: string, { headers, body, query }: Extra): Promise<Response> {
    const url = new URL(base + key);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const signed = await sign(setting, { method, url: url.href, headers: headers ?? {} });
    return fetch(url, {
      method,
      headers: signed,
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
  }

  /** The answer, or null where the store has no such key; throws `BlobsUnavailable` for anything else, after its tries. */
  async function askOrMissing(method: Method, key: string, extra: Extra): Promise<Answer | null> {
    for (let left = tries - 1; ; left -= 1) {
      try {
        const response = await once(method, key, extra);
        const body = Buffer.from(await response.arrayBuffer());
        if (response.ok) return { headers: response.headers, body };
        if (response.status === 404 && !/<Code>NoSuchBucket<\/Code>/.test(body.toString())) return null;
        const refusal = new BlobsUnavailable(
          `the store answered ${method} with ${response.status}${codeIn(body)}`,
        );
        if (left <= 0 || !PASSING.has(response.status)) throw refusal;
      } catch (error) {
        if (error instanceof BlobsUnavailable) throw error;
        if (left <= 0)
          throw new BlobsUnavailable(`the store cannot be reached: ${reasonOf(error)}`, { cause: error });
      }
      await wait(FIRST_PAUSE * 2 ** (tries - 1 - left) * Math.random());
    }
  }

  return {
    async askForKey(method: Method, key: string, extra: Extra = {}) {
      return askOrMissing(method, key, extra);
    },
    async ask(method: Method, key: string, extra: Extra = {}): Promise<Answer> {
      const answer = await askOrMissing(method, key, extra);
      if (!answer) throw new BlobsUnavailable('the store has no such bucket, or no such place in it');
      return answer;
    },
  };
}

/** The bucket's address, with a slash at its end. */
export function baseOf({ endpoint, bucket, pathStyle }: Bucket): string {
  const url = new URL(endpoint);
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  const root = url.href.replace(/\/*$/, '/');
  return pathStyle ? `${root}${bucket}/` : root;
}

/** The store's own word for it, such as ` (AccessDenied)`. */
function codeIn(body: Buffer): string {
  const code = /<Code>(\w{1,60})<\/Code>/.exec(body.toString('utf8', 0, 2_000))?.[1];
  return code === undefined ? '' : ` (${code})`;
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
