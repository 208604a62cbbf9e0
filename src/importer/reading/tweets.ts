/** The line under an embedded post: "— Name (@handle) January 9, 2015". */
export type Signature = { readonly name: string; readonly handle: string };

const SIGNED = /(?:^|\s|[^\s\w])[—–-]{1,2}\s?([^()—–]{1,60}?)\s?\(@(\w{1,30})\)/;

/** The signature a line is, or ends with, and what stands before it; null where it has none. */
export function readSignature(
  line: string,
): { readonly signature: Signature; readonly before: string } | null {
  const tail = line.slice(-160);
  const match = SIGNED.exec(tail);
  if (!match?.[1] || !match[2]) return null;
  const after = tail.slice(match.index + match[0].length).trim();
  if (after.length > 40 || /[.!?]\s/.test(after)) return null;
  const at = line.length - tail.length + match.index;
  const opens = line.slice(at).search(/[—–-]/);
  return { signature: { name: match[1].trim(), handle: match[2] }, before: line.slice(0, at + opens).trim() };
}
