import { personColour } from '../../shared/person-colour.ts';

/** A person's colour: the class `person-0` to `person-11` sets `--person`. */
export const personClass = (id: string): string => `person-${personColour(id)}`;

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
