import { isIP } from 'node:net';
import os from 'node:os';
import { parseInstant, type Instant } from './domain/time.ts';

/** Every setting, read once. Nothing else looks at the environment. */
export type Config = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** Absolute URLs begin with it; null: with the address the server listens on. */
  baseUrl: string | null;
  /** `postgres://…`; null: SQLite in the data folder. */
  databaseUrl: string | null;
  /** Threads that answer requests. */
  workers: number;
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

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type SettingFault = { name: string; given: string; detail: string };

type Setting = {
  name: string;
  help: string;
  fallback: string;
  /** The value, or a sentence on what it must be. */
  read(text: string): { value: unknown } | { fault: string };
  /** Of the S3 settings together, `s3` is made. */
  field: keyof Config | `s3.${keyof S3Place}`;
};

const good = (value: unknown) => ({ value });
const bad = (fault: string) => ({ fault });

const text = (value: string) => good(value);
const optional =
  (read: Setting['read']): Setting['read'] =>
  (value) =>
    value === '' ? good(null) : read(value);

const whole =
  (min: number, max: number): Setting['read'] =>
  (value) =>
    /^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? good(Number(value))
      : bad(`must be a whole number from ${min} to ${max}`);

const oneOf =
  (names: readonly string[], value: (name: string) => unknown = (name) => name): Setting['read'] =>
  (name) =>
    names.includes(name) ? good(value(name)) : bad(`must be one of ${names.join(', ')}`);

function webAddress(value: string): ReturnType<Setting['read']> {
  const url = URL.parse(value);
  const right =
    url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
  return right
    ? good(url.href.replace(/\/+$/, ''))
    : bad('must be an address such as https://news.example.org, without query');
}

function databaseAddress(value: string): ReturnType<Setting['read']> {
  return /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)
    ? good(value)
    : bad('must be an address such as postgres://user:password@host:5432/database');
}

function instant(value: string): ReturnType<Setting['read']> {
  const read = parseInstant(value);
  return read ? good(read) : bad('must be an instant such as 2019-02-28T05:05:00Z');
}

function addresses(value: string): ReturnType<Setting['read']> {
  const given = value
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const right = given.every((address) => isNetwork(address));
  return right ? good(given) : bad('must be IP addresses, or ranges such as 10.0.0.0/8, with commas between');
}

/** An address, or a range in CIDR notation (RFC 4632 §3.1). */
function isNetwork(range: string): boolean {
  const [address = '', prefix, ...more] = range.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest);
}

export const DEFAULT_DATA_DIR = './data';

/** A name or key without white space, or none. */
const plain: Setting['read'] = (value) =>
  /^[\x21-\x7e]*$/.test(value) ? good(value) : bad('must be printable ASCII without spaces');

function bucket(value: string): ReturnType<Setting['read']> {
  return /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$/.test(value)
    ? good(value)
    : bad('must be a bucket’s name: 3 to 63 small letters, digits, dots and hyphens');
}

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
    help: 'PostgreSQL instead of SQLite in the data folder',
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
  faults.push(...s3Faults(values, faults));
  if (faults.length > 0) return { type: 'bad-settings', faults };
  const plainValues = Object.entries(values).filter(([field]) => !field.startsWith('s3.'));
  const config = { ...Object.fromEntries(plainValues), s3: s3Of(values) } as Config;
  const isPublic = config.baseUrl !== null && isPublicAddress(config.baseUrl);
  if (config.clock !== null && isPublic) {
    const detail = 'is for tests: it is refused beside a public BASE_URL, so leave one of the two out';
    return { type: 'bad-settings', faults: [{ name: 'CLOCK', given: config.clock, detail }] };
  }
  return { type: 'config', config: { ...config, sample: config.sample ?? !isPublic } };
}

/** The S3 settings, without their prefix. */
function s3Of(values: Record<string, unknown>): S3Place | null {
  const own = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith('s3.') ? [[field.slice(3), value] as const] : [],
  );
  const place = Object.fromEntries(own) as Partial<S3Place>;
  return place.endpoint ? (place as S3Place) : null;
}

/** A store needs its bucket and its key with the secret; they in turn mean nothing without a store. */
function s3Faults(values: Record<string, unknown>, told: SettingFault[]): SettingFault[] {
  const needed = SETTINGS.filter(({ name }) => /^S3_(ENDPOINT|BUCKET|ACCESS_KEY_ID|SECRET)/.test(name));
  const given = needed.filter(({ field }) => Boolean(values[field]));
  if (given.length === 0 || told.some(({ name }) => name.startsWith('S3_'))) return [];
  return needed
    .filter((setting) => !given.includes(setting))
    .map(({ name }) => ({ name, given: '', detail: `is needed beside ${given[0]?.name}` }));
}

/** A public address is neither loopback nor under `.test` (RFC 6761 §6.2). */
export function isPublicAddress(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return !(hostname.startsWith('127.') || hostname === '[::1]' || /(^|\.)(localhost|test)$/.test(hostname));
}
