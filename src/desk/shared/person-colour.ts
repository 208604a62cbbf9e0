/** How many colours people have; the console's `person-colours.css` names them. */
export const PERSON_COLOURS = 12;

/** A person's colour by their id, the same at every desk and on every day: 0 to `PERSON_COLOURS` − 1. */
export function personColour(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash % PERSON_COLOURS;
}
