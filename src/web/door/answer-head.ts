/** Now, in whole seconds since 1970: as long as it is the same, so is what an answer says of the moment. */
export const thisSecond = (): number => Math.floor(Date.now() / 1000);

/** An answer's head as bytes, with the moment it is told at (RFC 9112 §4, RFC 9110 §6.6.1). Values are ours: nothing in them is checked. */
export function headBytes(
  status: '200 OK' | '304 Not Modified',
  fields: Record<string, string | number>,
  second: number,
): Buffer {
  const all = { ...fields, date: new Date(second * 1000).toUTCString() };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`, 'latin1');
}
