/** By-line and credit as newsrooms print them, `Evan Vucci/AP`; where one of the two holds the other already, it is enough. */
export function creditLine(byline: string | null, credit: string | null): string | null {
  if (byline === null || credit === null) return credit ?? byline;
  if (holds(credit, byline)) return credit;
  if (holds(byline, credit)) return byline;
  return `${byline}/${credit}`;
}

/** Whether all of one stands in the other as whole words, whatever its case, accents and signs. */
function holds(whole: string, part: string): boolean {
  return ` ${plain(whole)} `.includes(` ${plain(part)} `);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
