import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { openWebThread, type ThreadOptions } from '../../src/app-web.ts';
import type { Newsroom } from '../../src/commands/perform.ts';
import { addPerson } from '../../src/commands/people/add-person.ts';
import { readConfig } from '../../src/config.ts';
import type { Person, Role } from '../../src/domain/desk/people.ts';
import { newId } from '../../src/domain/id.ts';
import { newToken } from '../../src/domain/token.ts';
import { cookieName } from '../../src/web/sessions/cookie.ts';
import { absoluteEnd } from '../../src/web/sessions/reader.ts';
import { newsroomOnSqlite, type TestNewsroom } from './newsroom.ts';

export type DeskAnswer = {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON; what a test expects to find there it says by a type of its own. */
  // oxlint-disable-next-line no-explicit-any
  body: any;
  text: string;
};

export type DeskAsking = {
  body?: unknown;
  /** Sent as they are; `content-type` is theirs to say. */
  bytes?: Uint8Array;
  /** `null` leaves one out that is sent otherwise: `origin`, `sec-fetch-site`, `cookie`. */
  headers?: Record<string, string | null>;
};

/** A browser with the desk open. It keeps its cookie as browsers do. */
export type DeskBrowser = {
  /** `POST /drafts` asks `/desk/api/drafts`, as the console's own page would. */
  ask(call: string, asking?: DeskAsking): Promise<DeskAnswer>;
  /** The cookie it holds, `name=value`; empty when signed out. */
  cookie: string;
};

export type SignedIn = DeskBrowser & { person: Person };

export type DeskSite = AsyncDisposable & {
  newsroom: TestNewsroom;
  server: FastifyInstance;
  url: string;
  port: number;
  /** Signs somebody in: a new person of this role, or one who is here. */
  as(who: Role | Person): Promise<SignedIn>;
  /** A browser nobody has signed in with. */
  browser(): DeskBrowser;
};

export type DeskSiteOptions = {
  /** A newsroom shared with another site: a second thread or node. */
  newsroom?: TestNewsroom;
  /** By their names in the environment, `SMTP_URL`. */
  settings?: Record<string, string>;
  /** What the site is known by, instead of `http://127.0.0.1` and its port; `PORT` in it stands for the port. */
  baseUrl?: string;
  thread?: Partial<ThreadOptions>;
};

/** The whole server as one thread serves it, desk and all, on a port and a database of its own. */
export async function deskSite(options: DeskSiteOptions = {}): Promise<DeskSite> {
  const newsroom = options.newsroom ?? (await newsroomOnSqlite());
  const settings = { DATA_DIR: newsroom.folder, LOG_LEVEL: 'silent', SAMPLE: 'off', ...options.settings };
  const read = readConfig(settings, {});
  assert.ok(read.type === 'config', JSON.stringify(read));
  let url = 'http://127.0.0.1';
  let known = options.baseUrl ?? url;
  const thread = await openWebThread(read.config, {
    // The newsroom closes its own.
    storage: { ...newsroom.storage, close: async () => undefined },
    maxStreams: 1000,
    clock: newsroom.clock,
    baseUrl: () => known,
    ...options.thread,
  });
  const port = await thread.listen({ host: '127.0.0.1', port: 0, reusePort: false });
  url = `http://127.0.0.1:${port}`;
  known = options.baseUrl?.replace('PORT', String(port)) ?? url;
  const browser = (cookie = ''): DeskBrowser => browserAt(url, known, cookie);
  let people = 0;
  const join = async (role: Role): Promise<Person> => {
    people += 1;
    const input = { email: `${role}${people}@desk.test`, name: `${NAMES[role]} ${people}`, role };
    const added = await addPerson(newsroom, 'test', input);
    assert.ok(added.type === 'added', JSON.stringify(added));
    return added.person;
  };
  return {
    newsroom,
    server: thread.server,
    url,
    port,
    browser: () => browser(),
    async as(who) {
      const person = typeof who === 'string' ? await join(who) : who;
      const token = await beginSession(newsroom, person);
      return Object.assign(browser(`${cookieName(known)}=${token}`), { person });
    },
    async [Symbol.asyncDispose]() {
      await thread.close();
      if (!options.newsroom) await newsroom[Symbol.asyncDispose]();
    },
  };
}

const NAMES: Record<Role, string> = { reporter: 'Rosa Reporter', editor: 'Edda Editor', admin: 'Ada Admin' };

/** Signs somebody in as if they had said their password; the session's token. */
export async function beginSession({ storage, clock }: Newsroom, { id: personId }: Person): Promise<string> {
  const { token, hash } = newToken();
  const now = clock.now();
  const session = {
    id: newId(now),
    personId,
    hash,
    method: 'password' as const,
    device: 'a test',
    createdAt: now,
    seenAt: now,
    expiresAt: absoluteEnd(now),
    revokedAt: null,
  };
  await storage.people.change({ writes: [{ write: 'session', session }], activity: [] });
  return token;
}

function browserAt(url: string, known: string, cookie: string): DeskBrowser {
  const browser: DeskBrowser = {
    cookie,
    async ask(call, { body, bytes, headers = {} } = {}) {
      const [method = 'GET', path = '/'] = call.split(' ');
      const sent: Record<string, string | null> = {
        origin: new URL(known).origin,
        'sec-fetch-site': 'same-origin',
        cookie: browser.cookie || null,
        'content-type': body === undefined ? null : 'application/json',
        ...headers,
      };
      const response = await fetch(`${url}/desk/api${path}`, {
        method,
        redirect: 'manual',
        headers: Object.entries(sent).filter((pair): pair is [string, string] => pair[1] !== null),
        ...(bytes && { body: bytes as Uint8Array<ArrayBuffer> }),
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      keepCookies(browser, response.headers.getSetCookie());
      const text = await response.text();
      const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
      const { status } = response;
      return { status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
    },
  };
  return browser;
}

/** As browsers do, but for its attributes: those are looked at by tests of their own. */
function keepCookies(browser: DeskBrowser, given: string[]): void {
  for (const line of given) {
    const [pair = ''] = line.split(';', 1);
    browser.cookie = /;\s*Max-Age=0\b/i.test(line) ? '' : pair;
  }
}
