import type { Storage } from '../../storage/storage.ts';
import type { Differs } from './differs.ts';

/** Marks read at once. */
const PAGE = 1000;

/** Walks the one order of all logs: 1, 2, 3 … without holes, and each log's events in their own order. */
export async function positionFault(
  storage: Storage,
  nameOf: (storyId: string) => string,
): Promise<Differs | null> {
  const seqs = new Map<string, number>();
  let position = 0;
  for (;;) {
    const marks = await storage.marks(position, PAGE);
    if (marks.length === 0) return null;
    for (const mark of marks) {
      position += 1;
      const seq = (seqs.get(mark.storyId) ?? 0) + 1;
      seqs.set(mark.storyId, seq);
      if (mark.position === position && mark.seq === seq) continue;
      const field = mark.position === position ? 'order' : 'position';
      return { type: 'differs', what: 'position', story: nameOf(mark.storyId), seq: mark.seq, field };
    }
  }
}
