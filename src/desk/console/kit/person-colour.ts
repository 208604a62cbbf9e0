/** How many colours people have; `person-colours.css` names them. */
export const PERSON_COLOURS = 12;

/** A person's colour by their id, the same at every desk: the class `person-0` to `person-11` sets `--person`. */
export function personClass(id: string): string {
  let hash = 0;
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return `person-${hash % PERSON_COLOURS}`;
}

const segments = new Intl.Segmenter();

/** `Evan Vucci` → `EV`, `김정은` → `김`: the first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends
    .map((word) => [...segments.segment(word)][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase();
}
