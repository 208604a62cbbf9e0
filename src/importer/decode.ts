/** Bytes as text. What was assumed on the way is said in `warnings`. */
export type DecodedText = { readonly text: string; readonly warnings: readonly string[] };

const DECLARED_CHARSET = /charset\s{0,4}=\s{0,4}["']?([\w-]{2,40})/i;

/**
 * Reads bytes as UTF-8 (UTF-16 where a byte order mark says so); bytes that are not UTF-8 are read in the
 * charset the page declares, else as windows-1252, with a warning. NUL and other controls are dropped.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: clean(new TextDecoder(marked).decode(bytes)), warnings: [] };
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: clean(utf8), warnings: [] };
  const declared = declaredCharset(bytes);
  const text = declared === null ? null : tryDecode(bytes, declared);
  if (text !== null) return { text: clean(text), warnings: [] };
  return {
    text: clean(new TextDecoder('windows-1252').decode(bytes)),
    warnings: ['The bytes are not UTF-8 and name no other charset; they were read as windows-1252.'],
  };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const opening = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const name = DECLARED_CHARSET.exec(opening)?.[1]?.toLowerCase() ?? null;
  return name === 'utf-8' || name === 'utf8' ? null : name;
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line ends become `\n`; controls, zero-width marks and soft hyphens go; no-break spaces become spaces. */
function clean(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\p{Cc}\u200b\ufeff\u00ad]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));
}
