import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Compile } from 'typebox/schema';
import { apiRoutes, type Deps } from '../../src/api/routes.ts';
import { storyJsonRoute } from '../../src/api/story-json-route.ts';
import { createToken, type TokenInput } from '../../src/commands/create-token.ts';
import type { Blobs } from '../../src/media/blobs/blobs.ts';
import { openLibrary, type Library } from '../../src/media/library.ts';
import { openBlobs } from '../../src/media/open-blobs.ts';
import { mediaRoutes } from '../../src/reader/routes/media-routes.ts';
import { pictureGate } from '../../src/web/picture-gate.ts';
import { createServer, type ServerOptions } from '../../src/web/server.ts';
import { newsroomOnSqlite, type TestNewsroom } from './newsroom.ts';

/** What answers hold, one or the other of it; that each holds what it should is checked against the OpenAPI. */
export type Body = Record<string, unknown> & {
  id: string;
  slug: string;
  url: string;
  seq: number;
  version: number;
  type: string;
  detail: string;
  errors: { pointer: string; detail: string }[];
  items: Body[];
  next: string | null;
};

export type Answer = {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON. */
  body: Body;
  text: string;
};

export type Asking = {
  /** The secret to send; null for none. The editor's, of scope write, unless another is given. */
  token?: string | null;
  body?: unknown;
  /** Sent as they are; `content-type` is theirs to say. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
};

export type ApiSite = AsyncDisposable & {
  newsroom: TestNewsroom;
  library: Library;
  url: string;
  port: number;
  /** Answers that succeed are held to the OpenAPI they are told by. */
  ask(call: string, asking?: Asking): Promise<Answer>;
  token(input: Partial<TokenInput>): Promise<string>;
};

type Settings = Partial<ServerOptions> &
  Pick<Partial<Deps>, 'clockControl' | 'maxPicture'> & { newsroom?: TestNewsroom; blobs?: Blobs };

/** The API on a port and a database of its own, unless it shares a newsroom with another. */
export async function apiSite(settings: Settings = {}): Promise<ApiSite> {
  const { clockControl, newsroom: shared, maxPicture = 20_000_000, blobs, ...options } = settings;
  const newsroom = shared ?? (await newsroomOnSqlite());
  let url = '';
  const baseUrl = (): string => url;
  const server = createServer({
    baseUrl: 'http://127.0.0.1',
    trustedProxies: [],
    maxBody: 1_048_576,
    ...options,
  });
  const folder = join(newsroom.folder, 'media');
  const library = openLibrary({
    newsroom,
    blobs: blobs ?? openBlobs({ folder }),
    onFault: (error) => assert.fail(error as Error),
  });
  await server.register(mediaRoutes({ storage: newsroom.storage, library }));
  const pictures = pictureGate(maxPicture);
  const deps = { newsroom, library, maxPicture, pictures, baseUrl, ...(clockControl && { clockControl }) };
  await server.register(apiRoutes(deps), {
    prefix: '/api/v1',
  });
  await server.register(storyJsonRoute({ storage: newsroom.storage, baseUrl }));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;

  const token = async (input: Partial<TokenInput>): Promise<string> => {
    const made = await createToken(newsroom, { name: 'test', scope: 'write', ...input });
    assert.ok(made.type === 'created');
    return made.secret;
  };
  const editor = await token({});
  const hold = await held(`${url}/api/v1/openapi.json`, clockControl !== undefined);
  return {
    newsroom,
    library,
    url,
    port,
    token,
    async ask(call: string, { token: secret = editor, body, bytes, headers = {} }: Asking = {}) {
      const [method = 'GET', path = '/'] = call.split(' ');
      const response = await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(secret !== null && { authorization: `Bearer ${secret}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(bytes && { body: bytes as Uint8Array<ArrayBuffer> }),
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const answer = {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : {},
      };
      if (isJson) hold(method, path, answer);
      return answer;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await library.close();
      if (!shared) await newsroom[Symbol.asyncDispose]();
    },
  };
}

type Spec = {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: object;
};

type Hold = ReturnType<typeof holdTo>;
const holds = new Map<boolean, Promise<Hold>>();

/** Read and compiled once a process: what is told differs by the clock's endpoints alone. */
function held(url: string, withClock: boolean): Promise<Hold> {
  const known = holds.get(withClock);
  if (known) return known;
  const hold = fetch(url).then(async (answer) => holdTo((await answer.json()) as Spec));
  holds.set(withClock, hold);
  return hold;
}

function holdTo({ paths, components }: Spec) {
  const compiled = new Map<object, ReturnType<typeof Compile>>();
  const checking = (schema: object): ReturnType<typeof Compile> => {
    const known = compiled.get(schema) ?? Compile({ ...schema, components });
    compiled.set(schema, known);
    return known;
  };
  return (method: string, path: string, { status, headers, body }: Answer): void => {
    const told = Object.entries(paths).find(([pattern]) => matches(pattern, path))?.[1][method.toLowerCase()];
    if (!told) return;
    const type = (headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const schema = told.responses[status]?.content?.[type]?.schema;
    assert.ok(schema, `${method} ${path} answered ${status} ${type}, which its OpenAPI does not tell`);
    const checked = checking(schema);
    assert.ok(checked.Check(body), `${method} ${path} ${status}: ${JSON.stringify(checked.Errors(body))}`);
  };
}

function matches(pattern: string, path: string): boolean {
  const source = pattern.replaceAll('.', '[.]').replace(/\{\w+\}/g, '[^/?]+');
  return new RegExp(`^${source}([?].*)?$`).test(path);
}
