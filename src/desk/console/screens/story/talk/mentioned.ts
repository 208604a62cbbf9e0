/** Somebody who can be named. */
export type Nameable = { id: string; name: string };

/** A piece of a note: plain, or somebody's name after an `@`. */
export type Piece = { text: string; mention: boolean };

/** Takes a note apart at the names in it, the longest first: "@Ann Lee" is not "@Ann". */
export function piecesOf(text: string, names: readonly string[]): Piece[] {
  const found = matcher(names);
  if (found === null) return [{ text, mention: false }];
  return text
    .split(found)
    .map((piece, at) => ({ text: piece, mention: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** Ids of the people who are named in a note. */
export function mentionsIn(text: string, people: readonly Nameable[]): string[] {
  const named = new Set(
    piecesOf(
      text,
      people.map(({ name }) => name),
    )
      .filter(({ mention }) => mention)
      .map((piece) => piece.text.slice(1).toLocaleLowerCase()),
  );
  return people.filter(({ name }) => named.has(name.toLocaleLowerCase())).map(({ id }) => id);
}

function matcher(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const longestFirst = [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => RegExp.escape(name));
  return new RegExp(`(@(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}]))`, 'giu');
}

/** What is being typed after an `@` that stands before the caret; null where nobody is being named. */
export function namingAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{N}.’'-]*(?: [\p{L}\p{N}.’'-]*)?)$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** Who is meant: those one of whose names begins so, as many as fit a short list. */
export function meant(people: readonly Nameable[], typed: string): Nameable[] {
  const begin = typed.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const whole = name.toLocaleLowerCase();
      return whole.startsWith(begin) || whole.split(' ').some((word) => word.startsWith(begin));
    })
    .slice(0, MOST);
}

const MOST = 6;
