import { isIP } from 'node:net';
import { parseInstant } from '../domain/time.ts';

/** Reads a setting's text: the value, or a sentence on what it must be. */
export type Reader = (text: string) => { value: unknown } | { fault: string };

export const good = (value: unknown) => ({ value });
export const bad = (fault: string) => ({ fault });

export const text = (value: string) => good(value);
export const optional =
  (read: Reader): Reader =>
  (value) =>
    value === '' ? good(null) : read(value);

export const whole =
  (min: number, max: number): Reader =>
  (value) =>
    /^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? good(Number(value))
      : bad(`must be a whole number from ${min} to ${max}`);

export const oneOf =
  (names: readonly string[], value: (name: string) => unknown = (name) => name): Reader =>
  (name) =>
    names.includes(name) ? good(value(name)) : bad(`must be one of ${names.join(', ')}`);

export function webAddress(value: string): ReturnType<Reader> {
  const url = URL.parse(value);
  const right =
    url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
  return right
    ? good(url.href.replace(/\/+$/, ''))
    : bad('must be an address such as https://news.example.org, without query');
}

/** Of one server, or of several with commas between, as libpq takes it. */
export function databaseAddress(value: string): ReturnType<Reader> {
  const [, before = '', hosts = '', after = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?#]*)(.*)$/.exec(value) ?? [];
  const each = hosts.split(',');
  const right = each.every((host) => (host !== '' || after !== '') && URL.canParse(before + host + after));
  return right && (each.length === 1 || !each.includes(''))
    ? good(value)
    : bad(
        'must be an address such as postgres://user:password@host:5432/database, with several as host:5432,other:5432',
      );
}

export function instant(value: string): ReturnType<Reader> {
  const read = parseInstant(value);
  return read ? good(read) : bad('must be an instant such as 2019-02-28T05:05:00Z');
}

export function addresses(value: string): ReturnType<Reader> {
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

/** A name or key without white space, or none. */
export const plain: Reader = (value) =>
  /^[\x21-\x7e]*$/.test(value) ? good(value) : bad('must be printable ASCII without spaces');

export function bucket(value: string): ReturnType<Reader> {
  return /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$/.test(value)
    ? good(value)
    : bad('must be a bucket’s name: 3 to 63 small letters, digits, dots and hyphens');
}

export function mailServer(value: string): ReturnType<Reader> {
  return /^smtps?:\/\/./.test(value) && URL.canParse(value)
    ? good(value)
    : bad('must be an address such as smtps://user:password@mail.example.org');
}

/** `desk@example.org`, or `The Herald <desk@example.org>`. */
export function sender(value: string): ReturnType<Reader> {
  return /^([^<>@"\p{Cc}]+ )?<?[^\s<>@",;:]+@[^\s<>@",;:]+>?$/u.test(value)
    ? good(value)
    : bad('must be an address such as The Herald <desk@example.org>');
}

export function provider(value: string): ReturnType<Reader> {
  const read = webAddress(value);
  if ('fault' in read) return read;
  const secure = value.startsWith('https:') || !isPublicAddress(value);
  // An issuer is compared letter by letter (OpenID Connect Discovery §4.3).
  return secure ? good(value) : bad('must be an https address');
}

/** `Name: value` of a header (RFC 9110 §5), or none. */
export function headerLine(value: string): ReturnType<Reader> {
  if (value === '') return good(null);
  const [, name, said] =
    /^([\w!#$%&'*+.^`|~-]+): *([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/.exec(value) ?? [];
  return name === undefined ? bad('must be a header such as Fastly-Key: 0123') : good({ name, value: said });
}

/** One line of a few words. */
export function label(value: string): ReturnType<Reader> {
  return /^[^\p{Cc}]{1,60}$/u.test(value) ? good(value) : bad('must be one line of 1 to 60 characters');
}

/** A public address is neither loopback nor under `.test` (RFC 6761 §6.2). */
export function isPublicAddress(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return !(hostname.startsWith('127.') || hostname === '[::1]' || /(^|\.)(localhost|test)$/.test(hostname));
}
