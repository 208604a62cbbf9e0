/** An instant as UTC text with exactly three fractional digits, `2019-02-28T05:05:00.000Z`: it sorts as text. */
export type Instant = string;

/** The one source of now. Tests may set it (`CLOCK`); everything else is handed it. */
export type Clock = {
  now(): Instant;
  /** The same, after making sure that no other thread or node has set the clock meanwhile: what commits are stamped with. */
  fresh(): Promise<Instant>;
};

/** Milliseconds since the epoch → Instant. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Reads an RFC 3339 instant (offset or Z required) of the years 0000 to 9999, which sort as text; null when it is none. */
export function parseInstant(text: string): Instant | null {
  try {
    const instant = instantOf(Temporal.Instant.from(text).epochMilliseconds);
    return /^\d{4}-/.test(instant) ? instant : null;
  } catch {
    return null;
  }
}

/** The canonical IANA name of a zone, null when there is no such zone. Offsets are refused: a zone is a name. */
export function checkZone(name: string): string | null {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  fresh: async () => instantOf(Date.now()),
};
