/**
 * Zones as posts write them ("ET", "BST", "Uhr MEZ") and the IANA names they stand for.
 * A zone is a name, never an offset, except where the post itself writes an offset.
 */
type Abbreviation = {
  readonly zone: string;
  /** Hours east of UTC the letters claim, where they claim one ("EST" does, "ET" does not). */
  readonly offset?: number;
};

const ABBREVIATIONS: Readonly<Record<string, Abbreviation>> = {
  ET: { zone: 'America/New_York' },
  EST: { zone: 'America/New_York', offset: -5 },
  EDT: { zone: 'America/New_York', offset: -4 },
  CT: { zone: 'America/Chicago' },
  CST: { zone: 'America/Chicago', offset: -6 },
  CDT: { zone: 'America/Chicago', offset: -5 },
  MT: { zone: 'America/Denver' },
  MST: { zone: 'America/Denver', offset: -7 },
  MDT: { zone: 'America/Denver', offset: -6 },
  PT: { zone: 'America/Los_Angeles' },
  PST: { zone: 'America/Los_Angeles', offset: -8 },
  PDT: { zone: 'America/Los_Angeles', offset: -7 },
  AKT: { zone: 'America/Anchorage' },
  AKST: { zone: 'America/Anchorage', offset: -9 },
  AKDT: { zone: 'America/Anchorage', offset: -8 },
  HST: { zone: 'Pacific/Honolulu', offset: -10 },
  AST: { zone: 'America/Halifax', offset: -4 },
  ADT: { zone: 'America/Halifax', offset: -3 },
  NST: { zone: 'America/St_Johns', offset: -3.5 },
  NDT: { zone: 'America/St_Johns', offset: -2.5 },
  BRT: { zone: 'America/Sao_Paulo', offset: -3 },
  ART: { zone: 'America/Argentina/Buenos_Aires', offset: -3 },
  CLT: { zone: 'America/Santiago', offset: -4 },
  UTC: { zone: 'UTC', offset: 0 },
  Z: { zone: 'UTC', offset: 0 },
  GMT: { zone: 'UTC', offset: 0 },
  BST: { zone: 'Europe/London', offset: 1 },
  WET: { zone: 'Europe/Lisbon', offset: 0 },
  WEST: { zone: 'Europe/Lisbon', offset: 1 },
  CET: { zone: 'Europe/Berlin', offset: 1 },
  CEST: { zone: 'Europe/Berlin', offset: 2 },
  MEZ: { zone: 'Europe/Berlin', offset: 1 },
  MESZ: { zone: 'Europe/Berlin', offset: 2 },
  EET: { zone: 'Europe/Athens', offset: 2 },
  EEST: { zone: 'Europe/Athens', offset: 3 },
  MSK: { zone: 'Europe/Moscow', offset: 3 },
  TRT: { zone: 'Europe/Istanbul', offset: 3 },
  SAST: { zone: 'Africa/Johannesburg', offset: 2 },
  CAT: { zone: 'Africa/Maputo', offset: 2 },
  EAT: { zone: 'Africa/Nairobi', offset: 3 },
  WAT: { zone: 'Africa/Lagos', offset: 1 },
  PKT: { zone: 'Asia/Karachi', offset: 5 },
  SGT: { zone: 'Asia/Singapore', offset: 8 },
  HKT: { zone: 'Asia/Hong_Kong', offset: 8 },
  JST: { zone: 'Asia/Tokyo', offset: 9 },
  KST: { zone: 'Asia/Seoul', offset: 9 },
  ICT: { zone: 'Asia/Bangkok', offset: 7 },
  WIB: { zone: 'Asia/Jakarta', offset: 7 },
  AWST: { zone: 'Australia/Perth', offset: 8 },
  ACST: { zone: 'Australia/Adelaide', offset: 9.5 },
  ACDT: { zone: 'Australia/Adelaide', offset: 10.5 },
  AEST: { zone: 'Australia/Sydney', offset: 10 },
  AEDT: { zone: 'Australia/Sydney', offset: 11 },
  NZST: { zone: 'Pacific/Auckland', offset: 12 },
  NZDT: { zone: 'Pacific/Auckland', offset: 13 },
};

/** Letters that several parts of the world use; only a zone given with the post tells which. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
};

const SPELT_OUT: Readonly<Record<string, string>> = {
  eastern: 'ET',
  central: 'CT',
  mountain: 'MT',
  pacific: 'PT',
  'greenwich mean': 'GMT',
  'british summer': 'BST',
  'central european': 'CET',
  moscow: 'MSK',
  japan: 'JST',
};

export type WrittenZone =
  | {
      readonly type: 'abbreviation';
      readonly letters: string;
      readonly zone: string;
      readonly offset: number | null;
    }
  | { readonly type: 'shared'; readonly letters: string; readonly zones: readonly string[] }
  | { readonly type: 'offset'; readonly letters: string; readonly minutes: number }
  | { readonly type: 'local'; readonly letters: string };

export type ZoneReading = { readonly zone: WrittenZone; readonly end: number };

const LETTERS =
  /(?:\((?=[A-Z]{1,4}\)))?([A-Z]{1,4})\b(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?(?:(?<=\([A-Z]{1,4})\))?/y;
const OFFSET = /([+-])([01]\d):?([0-5]\d)\b/y;
const SPELT =
  /(eastern|central european|central|mountain|pacific|greenwich mean|british summer|moscow|japan)(?:\s(?:standard|daylight|summer))?(?:\stime)?\b/iy;
const LOCAL = /(?:local(?:\stime)?|heure locale|hora local|ortszeit)\b/iy;

/** Reads a zone written at `from`, or null. */
export function readZone(text: string, from: number): ZoneReading | null {
  return readLetters(text, from) ?? readOffset(text, from) ?? readSpelt(text, from) ?? readLocal(text, from);
}

function readLetters(text: string, from: number): ZoneReading | null {
  LETTERS.lastIndex = from;
  const match = LETTERS.exec(text);
  const letters = match?.[1];
  if (!match || letters === undefined) return null;
  if (match[2] !== undefined && (letters === 'UTC' || letters === 'GMT')) {
    const minutes = (match[2] === '-' ? -1 : 1) * (Number(match[3]) * 60 + Number(match[4] ?? 0));
    return minutes > 14 * 60 || minutes < -12 * 60
      ? null
      : { zone: { type: 'offset', letters: match[0], minutes }, end: LETTERS.lastIndex };
  }
  const end = match[2] === undefined ? LETTERS.lastIndex : from + match[0].indexOf(letters) + letters.length;
  const zone = byLetters(letters);
  return zone === null ? null : { zone, end };
}

function byLetters(letters: string): WrittenZone | null {
  const known = Object.hasOwn(ABBREVIATIONS, letters) ? ABBREVIATIONS[letters] : undefined;
  if (known) return { type: 'abbreviation', letters, zone: known.zone, offset: known.offset ?? null };
  const zones = Object.hasOwn(SHARED, letters) ? SHARED[letters] : undefined;
  return zones ? { type: 'shared', letters, zones } : null;
}

function readOffset(text: string, from: number): ZoneReading | null {
  OFFSET.lastIndex = from;
  const match = OFFSET.exec(text);
  if (!match) return null;
  const minutes = (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  return { zone: { type: 'offset', letters: match[0], minutes }, end: OFFSET.lastIndex };
}

function readSpelt(text: string, from: number): ZoneReading | null {
  SPELT.lastIndex = from;
  const match = SPELT.exec(text);
  const letters = SPELT_OUT[match?.[1]?.toLowerCase() ?? ''];
  if (!match || letters === undefined) return null;
  const zone = byLetters(letters);
  if (zone?.type !== 'abbreviation') return null;
  return { zone: { ...zone, letters: match[0], offset: letters === 'GMT' ? 0 : null }, end: SPELT.lastIndex };
}

function readLocal(text: string, from: number): ZoneReading | null {
  LOCAL.lastIndex = from;
  const match = LOCAL.exec(text);
  return match ? { zone: { type: 'local', letters: match[0] }, end: LOCAL.lastIndex } : null;
}

/** Whether `name` is a zone this machine knows by its IANA name (fixed offsets are not names). */
export function isZoneName(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{1,60}$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
