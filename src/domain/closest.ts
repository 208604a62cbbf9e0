/** Words and their ends count: of each word its letters three by three, with the spaces round it. */
function piecesOf(slug: string): Set<string> {
  const pieces = new Set<string>();
  for (const word of slug.normalize('NFKD').replace(/\p{M}/gu, '').split('-')) {
    const letters = [' ', ...word, ' '];
    for (let at = 0; at + 2 < letters.length; at += 1) pieces.add(letters.slice(at, at + 3).join(''));
  }
  return pieces;
}

/** Below this two addresses have nothing to do with each other. */
const ALIKE = 0.35;

/** An address that was cut short is as close as one with a slip in it. */
const CUT_SHORT = 0.8;

/** The slugs most like the one asked for (Dice's measure of shared trigrams), the closest first; those unlike it are left out. */
export function closestSlugs(asked: string, slugs: readonly string[], most: number): string[] {
  const wanted = asked.toLowerCase().slice(0, 200);
  const pieces = piecesOf(wanted);
  const measured = slugs.map((slug) => {
    const own = piecesOf(slug);
    const shared = [...pieces].filter((piece) => own.has(piece)).length;
    const dice = (2 * shared) / Math.max(1, pieces.size + own.size);
    const isCut = wanted.length >= 4 && slug.startsWith(wanted);
    return { slug, likeness: isCut ? Math.max(dice, CUT_SHORT) : dice };
  });
  return measured
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ slug }) => slug);
}
