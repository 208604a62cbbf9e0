/** Who types, each in letters of their own, so that every character in the draft is somebody's. */
export const LETTERS = { edda: 'abcdefghij|', rosa: 'klmnopqrst/' } as const;
export type Name = keyof typeof LETTERS;

/** Where they type: each alone, both in one paragraph at two points of it, both at the very same point. */
export const PLACES = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const;
export type Place = (typeof PLACES)[number];

/** The draft before anybody typed. Capitals are nobody's letters. */
export const PARAGRAPHS = ['ONE', 'TWO THREE', 'FOUR', 'FIVE'];

/** The places of each: `FOUR` is both's. */
export const PLACES_OF: Record<Name, readonly Place[]> = {
  edda: ['ONE', 'TWO', 'FOUR'],
  rosa: ['THREE', 'FOUR', 'FIVE'],
};

/** Each place's characters in the order they were typed: numbers of four digits, one after the other. */
export function streamOf(name: Name): () => string {
  const letters = LETTERS[name];
  let count = 0;
  return () => {
    const [token, at] = [Math.floor(count / 5), count % 5];
    count += 1;
    if (at === 4) return letters[10]!;
    return letters[Number(String(token).padStart(4, '0')[at])]!;
  };
}

/** What stands in a place of somebody's letters, in the order it stands there. */
export function foundIn(text: string, name: Name, place: Place): string {
  const from = text.indexOf(place) + place.length;
  const next = PLACES[PLACES.indexOf(place) + 1];
  const there = text.slice(from, next ? text.indexOf(next) : undefined);
  return Array.from(there)
    .filter((letter) => LETTERS[name].includes(letter))
    .join('');
}

export type Count = { typed: number; found: number; lost: number; doubled: number };

/** Compares what was typed with what stands there: a character out of its order is one lost and one too many. */
export function counted(typed: string, there: string): Count {
  const found = typed === there ? typed.length : inOrder(typed, there);
  return { typed: typed.length, found, lost: typed.length - found, doubled: there.length - found };
}

/** The longest sequence that is in both. */
function inOrder(one: string, two: string): number {
  let before = new Uint16Array(two.length + 1);
  for (const letter of one) {
    const now = new Uint16Array(two.length + 1);
    for (let at = 1; at <= two.length; at += 1) {
      now[at] = two[at - 1] === letter ? before[at - 1]! + 1 : Math.max(now[at - 1]!, before[at]!);
    }
    before = now;
  }
  return before[two.length]!;
}

export const sum = (counts: Count[]): Count =>
  counts.reduce(
    (all, one) => ({
      typed: all.typed + one.typed,
      found: all.found + one.found,
      lost: all.lost + one.lost,
      doubled: all.doubled + one.doubled,
    }),
    { typed: 0, found: 0, lost: 0, doubled: 0 },
  );
