/** Letters that no normalisation form takes apart, and what they are written as without their marks. */
const PLAIN: Record<string, string> = { ı: 'i', đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Lower-case text with such letters replaced. */
export const plainLetters = (text: string): string =>
  text.replace(/[ıđøłßæœ]/g, (letter) => PLAIN[letter] ?? letter);
