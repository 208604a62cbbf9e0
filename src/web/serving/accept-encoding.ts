export type Coding = 'br' | 'zstd' | 'gzip' | 'identity';

/** The smallest first. */
const CODINGS = ['br', 'zstd', 'gzip'] as const;

/** The smallest coding the reader's browser takes (RFC 9110 §12.5.3); what is refused by `q=0` is not sent. */
export function codingFor(accepted: string | undefined): Coding {
  return CODINGS.find(takenBy(accepted)) ?? 'identity';
}

/** Tells of a coding whether the reader's browser takes it. Browsers say it in a handful of ways: each is read once. */
export function takenBy(accepted: string | undefined): (name: string) => boolean {
  const known = readings.get(accepted);
  if (known) return known;
  const reading = readAccepted(accepted ?? '');
  // What no browser says is not kept: it may be as long as a head.
  if (accepted !== undefined && accepted.length > LONGEST_READING) return reading;
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(accepted, reading);
  return reading;
}

const MOST_READINGS = 100;
/** Characters. */
const LONGEST_READING = 100;
const readings = new Map<string | undefined, (name: string) => boolean>();

function readAccepted(accepted: string): (name: string) => boolean {
  const offers = new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((offer): [string, boolean] => {
        const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
        return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))];
      }),
  );
  return (name) => offers.get(name) ?? offers.get('*') ?? false;
}
