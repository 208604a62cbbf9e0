import type { Typist } from './room.ts';

/** What became of a run of people who type at once. */
export type Typed = {
  /** Characters typed, and how many of them stand in the log. */
  typed: number;
  there: number;
  /** Whether every screen shows the same. */
  equal: boolean;
};

/** Every character somebody types is theirs to be found again: `3.17 ` is the third person's seventeenth. */
export const keystroke = (person: number, count: number): string => `${person}.${count} `;

/** Has everybody type so many keystrokes, wherever they are in the text, a little at a time. */
export async function typeTogether(
  typists: Typist[],
  keystrokes: number,
  between: (round: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let round = 0; round < keystrokes; round += 1) {
    for (const [person, one] of typists.entries()) {
      const title = one.doc.getText('title');
      // Between two keystrokes of anybody, never inside one.
      const places = [0, ...Array.from(title.toJSON().matchAll(/ /g), ({ index }) => index + 1)];
      title.insert(places[(round * 7 + person * 3) % places.length]!, keystroke(person, round));
    }
    await between(round);
  }
}

/** Counts what of it stands in the draft as the newsroom has it, and compares every screen with that. */
export function counted(typists: Typist[], keystrokes: number, title: string): Typed {
  const found = new Set(title.split(/(?<= )/));
  const all = typists.flatMap((_, person) =>
    Array.from({ length: keystrokes }, (__, count) => keystroke(person, count)),
  );
  return {
    typed: lengthOf(all),
    there: lengthOf(all.filter((one) => found.has(one))),
    equal: typists.every((one) => one.title() === title) && title.length === lengthOf(all),
  };
}

const lengthOf = (some: string[]): number => some.reduce((sum, one) => sum + one.length, 0);
