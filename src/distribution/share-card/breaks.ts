/** May not begin a line: closing marks, small kana, marks of length and repetition (JIS X 4051 §6.1). */
const NOT_FIRST =
  /^[\p{Pe}\p{Pf}、。，．：；！？,.:;!?%‰°…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ」』】〕》〉”’]/u;
/** May not end one. */
const NOT_LAST = /[\p{Ps}\p{Pi}「『【〔《〈“‘]$/u;
const SPACE = / $/;
const DASH = /[\p{L}\p{N}][-‐–—/]$|[—…]$/u;
/** Chinese and Japanese, which set no spaces; Korean does. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]/u;

/** Where a line may end, as code units into the text, its end included: at spaces, dashes, and between CJK words. */
export function breaksOf(text: string, lang: string): number[] {
  const places: number[] = [];
  for (const { index } of segmenter(lang).segment(text)) {
    if (index > 0 && mayBreak(text.slice(0, index), text.slice(index))) places.push(index);
  }
  return [...places, text.length];
}

function mayBreak(before: string, after: string): boolean {
  if (after.startsWith(' ') || NOT_FIRST.test(after)) return false;
  if (SPACE.test(before)) return true;
  if (NOT_LAST.test(before)) return false;
  const last = /.$/u.exec(before)?.[0] ?? '';
  const first = /^./u.exec(after)?.[0] ?? '';
  if (DASH.test(before)) return /[\p{L}\p{Ps}\p{Pi}]/u.test(first);
  // A number stays with what it counts: 28日.
  if (/\p{N}/u.test(last) || last === '\u00a0' || first === '\u00a0') return false;
  return CJK.test(last) || CJK.test(first);
}

function segmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
