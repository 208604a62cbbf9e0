/**
 * The head of a request with nothing unusual about it: a GET of HTTP/1.1 without a body, whole in one piece.
 * What it is not sure of it leaves to `node:http`, so no request is ever read in two ways.
 */
export type Head = {
  /** Path and query as they were sent, in ASCII. */
  target: string;
  /** A field's value; undefined where it is not there. */
  field(name: Field): string | undefined;
  /** The connection is to be closed behind the answer. */
  closes: boolean;
};

const FIELDS = {
  'accept-encoding': fieldOf('accept-encoding'),
  'if-none-match': fieldOf('if-none-match'),
  'last-event-id': fieldOf('last-event-id'),
  connection: fieldOf('connection'),
  host: fieldOf('host'),
};
export type Field = keyof typeof FIELDS;

/** Bytes of a head that is looked at here. */
const LONGEST = 8192;

/** Characters of a target that is looked at here. */
export const LONGEST_TARGET = 1001;

/** RFC 9112 §3 and §5, and stricter: one space, names of `tchar`, values of visible ASCII, an end with nothing behind it. */
const PLAIN = /^GET (\/[!"$-~]{0,1000}) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~]*\r\n)+\r\n$/;

/** What has a body, or asks for another protocol or a part. */
const UNUSUAL = /\r\n(?:content-length|transfer-encoding|upgrade|expect|range|te|trailer):/i;

/** Those that may come once: should one come twice, `node:http` says which is meant. */
const TWICE = /\r\n(accept-encoding|if-none-match|last-event-id|connection|host):[^]*\r\n\1:/i;

const PERSISTS = /^keep-alive$/i;
const CLOSES = /^close$/i;

/** Reads what came on a connection as a plain request's head; null where it is none. */
export function readHead(bytes: Buffer): Head | null {
  // 71: `G`.
  if (bytes.length > LONGEST || bytes[0] !== 71) return null;
  const text = bytes.toString('latin1');
  const plain = PLAIN.exec(text);
  if (!plain || UNUSUAL.test(text) || TWICE.test(text)) return null;
  const field = (name: Field): string | undefined => FIELDS[name].exec(text)?.[1]?.trim();
  const connection = field('connection');
  const closes = connection !== undefined && CLOSES.test(connection);
  if (field('host') === undefined || !(closes || connection === undefined || PERSISTS.test(connection)))
    return null;
  return { target: plain[1]!, field, closes };
}

/** The blanks around a value are not looked for here: of a value that is all blanks inside, that would take the square of its length. */
function fieldOf(name: string): RegExp {
  return new RegExp(String.raw`\r\n${name}:([^\r]*)\r\n`, 'i');
}
