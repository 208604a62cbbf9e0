import type { DeskMark, MarkedField, MarkedSource } from '../desk/mark.ts';

/** A run of text in which marks may stand. */
export type Passage = { field: MarkedField; path: number[]; text: string; source?: MarkedSource };

/** What a rule found, before it has an id. `says`: what makes it this mark and no other. */
export type Noticed = Omit<DeskMark, 'id' | 'blocks' | 'field' | 'path' | 'source' | 'words'> & {
  passage: Passage;
  says: string;
  blocks?: boolean;
};

/** Marks with ids that stay while the words do; of one that stands twice, the second is counted. */
export function marksOf(noticed: Noticed[]): DeskMark[] {
  const seen = new Map<string, number>();
  return noticed.map(({ passage, says, blocks = false, ...mark }) => {
    const words = passage.text.slice(mark.from, mark.to);
    const base = `${mark.kind}-${hashOf(`${mark.kind}\n${words}\n${says}`)}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    const id = times === 1 ? base : `${base}-${times}`;
    const { field, path, source } = passage;
    return { id, ...mark, field, path, ...(source && { source }), words, blocks };
  });
}

/** FNV-1a of 64 bits, in two halves: nothing secret hangs on it. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
