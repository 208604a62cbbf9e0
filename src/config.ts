import os from 'node:os';
import {
  addresses,
  bucket,
  databaseAddress,
  headerLine,
  instant,
  isPublicAddress,
  label,
  mailServer,
  oneOf,
  optional,
  plain,
  provider,
  sender,
  text,
  webAddress,
  whole,
  type Reader,
} from './config/readers.ts';
import type { Instant } from './domain/time.ts';

export { isPublicAddress };

/** Every setting, read once. Nothing else looks at the environment. */
export type Config = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** Absolute URLs begin with it; null: with the address the server listens on. */
  baseUrl: string | null;
  /** `postgres://…`, of one server or of several; null: SQLite in the data folder. */
  databaseUrl: string | null;
  /** Threads that answer requests. */
  workers: number;
  /** How long the server goes on once it is told to stop, and says on `/readyz` that it will, seconds. */
  drain: number;
  /** Whether an empty data folder gets the sample story. */
  sample: boolean;
  /** Where the clock stands that tests set; null: the machine's own. */
  clock: Instant | null;
  logLevel: LogLevel;
  /** Open streams in all. */
  maxStreams: number;
  /** Open streams of one address; 0: no bound (a proxy or a carrier is one address). */
  streamsPerAddress: number;
  /** Bytes of a request's body. */
  maxBody: number;
  /** Bytes of a picture that is sent in. */
  maxPicture: number;
  /** Where pictures are kept; null: in the data folder. */
  s3: S3Place | null;
  /** Where mail is handed over, and whom it is from; null: links are shown instead of sent. */
  smtp: { url: string; from: string } | null;
  /** Who vouches for people by OpenID Connect; null: nobody. */
  oidc: OidcProvider | null;
  /** The cache before us that is told what changed; null: none is, and none may hold a page longer than a second. */
  purge: PurgePlace | null;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
};

/** An S3-compatible store. */
export type S3Place = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  pathStyle: boolean;
};

/** A cache that can be told by keys. `hold`: how long it may hold a page it is told nothing of, s. */
export type PurgePlace = {
  url: string;
  form: (typeof PURGE_FORMS)[number];
  header: { name: string; value: string } | null;
  hold: number;
};
const PURGE_FORMS = ['varnish', 'fastly', 'cloudflare', 'json'] as const;

/** An OpenID Connect provider. */
export type OidcProvider = { issuer: string; clientId: string; clientSecret: string; name: string };

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type SettingFault = { name: string; given: string; detail: string };

type Setting = {
  name: string;
  help: string;
  fallback: string;
  read: Reader;
  /** Of the settings of one group together, `s3`, `smtp`, `oidc` or `purge` is made. */
  field:
    | keyof Config
    | `s3.${keyof S3Place}`
    | `smtp.${'url' | 'from'}`
    | `oidc.${keyof OidcProvider}`
    | `purge.${keyof PurgePlace}`;
};

export const DEFAULT_DATA_DIR = './data';

/** All settings, by the names they have in the environment; as flags `--data-dir`. */
export const SETTINGS: Setting[] = [
  { name: 'HOST', field: 'host', fallback: '127.0.0.1', help: 'address to listen on', read: text },
  {
    name: 'PORT',
    field: 'port',
    fallback: '8080',
    help: 'port to listen on (0: any free one)',
    read: whole(0, 65_535),
  },
  {
    name: 'DATA_DIR',
    field: 'dataDir',
    fallback: DEFAULT_DATA_DIR,
    help: 'folder the database and the files lie in',
    read: text,
  },
  {
    name: 'BASE_URL',
    field: 'baseUrl',
    fallback: '',
    help: 'address readers know the site by',
    read: optional(webAddress),
  },
  {
    name: 'DATABASE_URL',
    field: 'databaseUrl',
    fallback: '',
    help: 'PostgreSQL instead of SQLite in the data folder; a server and its replicas with commas between',
    read: optional(databaseAddress),
  },
  {
    name: 'WORKERS',
    field: 'workers',
    fallback: String(os.availableParallelism()),
    help: 'threads that answer requests',
    read: whole(1, 64),
  },
  {
    name: 'DRAIN',
    field: 'drain',
    fallback: '0',
    help: 'seconds it goes on serving once it is told to stop, with 503 on /readyz: for a balancer to take it out',
    read: whole(0, 3600),
  },
  {
    name: 'SAMPLE',
    field: 'sample',
    fallback: '',
    help: 'sample story in an empty data folder: on or off (on, but off beside a public BASE_URL)',
    read: oneOf(['', 'on', 'off'], (name) => (name === '' ? null : name === 'on')),
  },
  {
    name: 'CLOCK',
    field: 'clock',
    fallback: '',
    help: 'where the clock stands, for tests only',
    read: optional(instant),
  },
  {
    name: 'LOG_LEVEL',
    field: 'logLevel',
    fallback: 'info',
    help: `one of ${LOG_LEVELS.join(', ')}`,
    read: oneOf(LOG_LEVELS),
  },
  {
    name: 'MAX_STREAMS',
    field: 'maxStreams',
    fallback: '50000',
    help: 'open streams in all',
    read: whole(1, 10_000_000),
  },
  {
    name: 'STREAMS_PER_ADDRESS',
    field: 'streamsPerAddress',
    fallback: '0',
    help: 'open streams of one address (0: no bound)',
    read: whole(0, 1_000_000),
  },
  {
    name: 'MAX_BODY',
    field: 'maxBody',
    fallback: '1048576',
    help: 'bytes of a request’s body',
    read: whole(1024, 100_000_000),
  },
  {
    name: 'MAX_PICTURE',
    field: 'maxPicture',
    fallback: '20000000',
    help: 'bytes of a picture that is sent in, 20 MB at most',
    read: whole(1024, 20_000_000),
  },
  {
    name: 'S3_ENDPOINT',
    field: 's3.endpoint',
    fallback: '',
    help: 'S3-compatible store for pictures, instead of the data folder: https://s3.example.org',
    read: optional(webAddress),
  },
  { name: 'S3_BUCKET', field: 's3.bucket', fallback: '', help: 'its bucket', read: bucket },
  { name: 'S3_REGION', field: 's3.region', fallback: 'us-east-1', help: 'its region', read: plain },
  { name: 'S3_ACCESS_KEY_ID', field: 's3.accessKeyId', fallback: '', help: 'its key', read: plain },
  {
    name: 'S3_SECRET_ACCESS_KEY',
    field: 's3.secretAccessKey',
    fallback: '',
    help: 'the key’s secret: better in the environment than as a flag',
    read: plain,
  },
  {
    name: 'S3_PATH_STYLE',
    field: 's3.pathStyle',
    fallback: 'on',
    help: 'on: the bucket stands in the path; off: before the host',
    read: oneOf(['on', 'off'], (name) => name === 'on'),
  },
  {
    name: 'SMTP_URL',
    field: 'smtp.url',
    fallback: '',
    help: 'mail server for invitations and resets: smtps://user:password@mail.example.org (without it their links are shown instead)',
    read: optional(mailServer),
  },
  {
    name: 'SMTP_FROM',
    field: 'smtp.from',
    fallback: '',
    help: 'whom mail is from: The Herald <desk@example.org>',
    read: optional(sender),
  },
  {
    name: 'OIDC_ISSUER',
    field: 'oidc.issuer',
    fallback: '',
    help: 'OpenID Connect provider for single sign-on at the desk: https://id.example.org',
    read: optional(provider),
  },
  { name: 'OIDC_CLIENT_ID', field: 'oidc.clientId', fallback: '', help: 'its client’s id', read: plain },
  {
    name: 'OIDC_CLIENT_SECRET',
    field: 'oidc.clientSecret',
    fallback: '',
    help: 'the client’s secret: better in the environment than as a flag',
    read: plain,
  },
  {
    name: 'OIDC_NAME',
    field: 'oidc.name',
    fallback: 'Single sign-on',
    help: 'what the way in is called on the sign-in page',
    read: label,
  },
  {
    name: 'PURGE_URL',
    field: 'purge.url',
    fallback: '',
    help: 'where a cache before the server is told what changed (docs/caching.md): http://varnish:6081/',
    read: optional(webAddress),
  },
  {
    name: 'PURGE_FORM',
    field: 'purge.form',
    fallback: '',
    help: `how it is told: ${PURGE_FORMS.join(', ')}`,
    read: oneOf(['', ...PURGE_FORMS]),
  },
  {
    name: 'PURGE_HEADER',
    field: 'purge.header',
    fallback: '',
    help: 'a header that lets us in, such as Fastly-Key: 0123: better in the environment than as a flag',
    read: headerLine,
  },
  {
    name: 'PURGE_HOLD',
    field: 'purge.hold',
    fallback: '60',
    help: 'seconds it may hold a page: so long would words taken back stand there, should it not be reached',
    read: whole(1, 86_400),
  },
  {
    name: 'TRUSTED_PROXIES',
    field: 'trustedProxies',
    fallback: '',
    help: 'addresses of proxies whose X-Forwarded-For is believed, with commas between',
    read: addresses,
  },
];

/** `DATA_DIR` → `data-dir`: a setting as a flag. */
export const flagOf = (setting: string): string => setting.toLowerCase().replaceAll('_', '-');

export type Environment = Record<string, string | undefined>;

/** Reads all settings; flags win over the environment. All that is wrong is told at once. */
export function readConfig(
  environment: Environment,
  flags: Environment = {},
): { type: 'config'; config: Config } | { type: 'bad-settings'; faults: SettingFault[] } {
  const values: Record<string, unknown> = {};
  const faults: SettingFault[] = [];
  for (const { name, field, fallback, read } of SETTINGS) {
    const given = flags[name] ?? environment[name] ?? fallback;
    const result = read(given.trim());
    if ('fault' in result) faults.push({ name, given, detail: result.fault });
    else values[field] = result.value;
  }
  for (const group of GROUPS) faults.push(...groupFaults(group, values, faults));
  if (faults.length > 0) return { type: 'bad-settings', faults };
  const plainValues = Object.entries(values).filter(([field]) => !field.includes('.'));
  const groups = GROUPS.map((group) => [group.field, groupOf(group, values)] as const);
  const config = Object.fromEntries<unknown>([...plainValues, ...groups]) as Config;
  const isPublic = config.baseUrl !== null && isPublicAddress(config.baseUrl);
  if (config.clock !== null && isPublic) {
    const detail = 'is for tests: it is refused beside a public BASE_URL, so leave one of the two out';
    return { type: 'bad-settings', faults: [{ name: 'CLOCK', given: config.clock, detail }] };
  }
  return { type: 'config', config: { ...config, sample: config.sample ?? !isPublic } };
}

type Group = { field: 's3' | 'smtp' | 'oidc' | 'purge'; needed: string[] };

/** Settings that mean something together alone: where one of these is given, the others must be. */
const GROUPS: Group[] = [
  { field: 's3', needed: ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] },
  { field: 'smtp', needed: ['SMTP_URL', 'SMTP_FROM'] },
  { field: 'purge', needed: ['PURGE_URL', 'PURGE_FORM'] },
  { field: 'oidc', needed: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] },
];

/** A group's settings, without their prefix; null where it is not given. */
function groupOf({ field, needed }: Group, values: Record<string, unknown>): object | null {
  const own = SETTINGS.filter((setting) => setting.field.startsWith(`${field}.`));
  const given = own.every(({ name, field: of }) => !needed.includes(name) || Boolean(values[of]));
  const named = own.map((setting) => [setting.field.slice(field.length + 1), values[setting.field]] as const);
  return given ? Object.fromEntries(named) : null;
}

function groupFaults(
  { needed }: Group,
  values: Record<string, unknown>,
  told: SettingFault[],
): SettingFault[] {
  const settings = SETTINGS.filter(({ name }) => needed.includes(name));
  const given = settings.filter(({ field }) => Boolean(values[field]));
  if (given.length === 0 || told.some(({ name }) => needed.includes(name))) return [];
  return settings
    .filter((setting) => !given.includes(setting))
    .map(({ name }) => ({ name, given: '', detail: `is needed beside ${given[0]?.name}` }));
}
